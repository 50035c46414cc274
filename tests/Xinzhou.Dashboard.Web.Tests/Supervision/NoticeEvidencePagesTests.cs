using System.Net;
using System.Security.Cryptography;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>The evidence of notices on their page and as downloads; the clock over the New Year in words.</summary>
public sealed class NoticeEvidencePagesTests(NoticeEvidencePagesTests.Standing host) : IClassFixture<NoticeEvidencePagesTests.Standing>
{
    [Fact]
    public async Task What_went_along_is_listed_with_its_size_its_hash_who_and_when()
    {
        var number = await host.SignedAsync("附佐证的事项");
        var file = await AddAsync(number, "验收报告.pdf", Pdf(300_000), host.Reporter);
        await host.DoAsync(number, new(NoticeAct.Claim) { Text = "已办结", Evidence = "忻政发〔2026〕3号", Files = [file.Id] }, host.Reporter);
        using var supervisor = await host.VisitAsAsync(host.Supervisor);

        var page = WebUtility.HtmlDecode(await supervisor.ReadAsync($"/supervision/{number}"));

        Assert.All(["佐证材料", "验收报告.pdf", "292 KB", file.Hash, "王填报", "忻政发〔2026〕3号", "附1个文件", $"/supervision/evidence/{file.Id}"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        var answer = await supervisor.ReadAsync($"/api/v1/supervision/{number}");
        Assert.All(["验收报告.pdf", $"\"sha256\":\"{file.Hash}\"", "\"with\":\"claim\"", "\"size\":300000"], t => Assert.Contains(t, answer, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task A_file_is_a_download_for_those_who_see_the_notice_and_who_took_it_is_noted()
    {
        var number = await host.SignedAsync("下载佐证的事项");
        var content = Pdf(200_000);
        var file = await AddAsync(number, "“现场”材料 第1批.pdf", content, host.Reporter);
        // While it has gone along with nothing it is the unit's own.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await host.VisitAsAsync(host.Reporter), file));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await host.VisitAsAsync(host.Supervisor), file));
        await host.DoAsync(number, new(NoticeAct.Feedback) { Text = "进展", Percent = 60, Files = [file.Id] }, host.Reporter);
        using var supervisor = await host.VisitAsAsync(host.Supervisor);

        using var answer = await supervisor.GetAsync($"/supervision/evidence/{file.Id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("“现场”材料 第1批.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await host.VisitAsAsync(host.Stranger), file));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(await host.VisitAsAsync(Role.Viewer), file));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await host.VisitAsAsync(Role.Leader), file));
        await using var noted = host.Database.Owner.CreateCommand(
            $"SELECT string_agg(actor || ' ' || (details ->> 'notice'), ', ' ORDER BY id) FROM audit_events WHERE action = 'evidence.take' AND details ->> 'sha256' = '{file.Hash}' AND actor IN ('wang', 'du')");
        Assert.Equal($"wang {number}, du {number}", await noted.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_clock_that_runs_into_another_year_says_by_which_calendar_it_counts_there()
    {
        var number = await host.SignedAsync("跨年的事项");
        var next = Shanghai.DayOf(host.Now).Year + 1;
        var day = host.Days.OnOrAfter(new(next, 1, 8));
        await host.DoAsync(number, new(NoticeAct.AskExtension) { Text = "设备到货晚，计划到货后安装", Until = day }, host.Reporter);
        await host.DoAsync(number, new(NoticeAct.Extend) { Text = "同意", Until = day }, host.Supervisor);
        using var reporter = await host.VisitAsAsync(host.Reporter);

        var page = WebUtility.HtmlDecode(await reporter.ReadAsync($"/supervision/{number}"));

        Assert.Contains(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
        Assert.Contains(host.Days.Knows(next) ? $"{next}年国务院安排" : $"{next}年尚无安排，只按周一至周五计", page, StringComparison.Ordinal);
    }

    /// <summary>By a clock that stands at noon of a Monday, so far from the new year that one may ask for a day of January.</summary>
    public sealed class Standing : NoticeHost
    {
        protected override TimeProvider Time { get; } = new StandingClock(Shanghai.StartOf(new(2026, 11, 23)).AddHours(12));
    }

    private static byte[] Pdf(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        "%PDF-1.7"u8.CopyTo(content);
        return content;
    }

    private async Task<Evidence> AddAsync(NoticeNumber number, string name, byte[] content, Actor actor) =>
        (await host.Evidence.AddAsync(number, name, new MemoryStream(content), actor)).Added!;

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, Evidence file)
    {
        using (visitor)
        {
            using var answer = await visitor.GetAsync($"/supervision/evidence/{file.Id}");
            return answer.StatusCode;
        }
    }
}
