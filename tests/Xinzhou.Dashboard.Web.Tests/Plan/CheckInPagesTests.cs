using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Plan.CheckIns;
using Xinzhou.Dashboard.Web.Tests.Access;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>The pages of check-ins as they are first served, what waits for whom, and files as downloads.</summary>
public sealed class CheckInPagesTests(CheckInHost host) : IClassFixture<CheckInHost>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Everything_that_can_be_refused_has_its_words(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var (text, words) = (host.Services.GetRequiredService<CheckInText>(), host.Services.GetRequiredService<CheckInWords>());
            string[] said =
            [
                .. Enum.GetValues<CheckInFault>().Select(text.Fault),
                .. Enum.GetValues<EvidenceFault>().Select(text.Fault),
                .. Enum.GetValues<ChangeRefusal>().Select(text.Refusal),
                .. Enum.GetValues<CheckInState>().Select(words.State),
            ];
            Assert.DoesNotContain(said, s => s.Length == 0 || s.StartsWith("Fault", StringComparison.Ordinal) || s.StartsWith("Refusal", StringComparison.Ordinal)
                || s.StartsWith("State", StringComparison.Ordinal) || s.StartsWith("Evidence", StringComparison.Ordinal));
            Assert.Contains("20 MB", text.Fault(EvidenceFault.TooLarge), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task A_unit_finds_what_it_owes_and_the_office_what_waits_in_the_first_answer()
    {
        var (id, _) = await host.SentAsync(1, Content(100), "验收报告.pdf");
        using var reporter = await host.VisitAsAsync(host.Reporter);
        using var supervisor = await host.VisitAsAsync(host.Supervisor);

        await HasAsync(reporter, "/plan/check-ins", "工作进展报送", "测试工作4", "待报", "测试工作1", "待确认", "完成测试工作1", "资金未到位", "验收报告.pdf");
        await HasAsync(reporter, "/plan/check-ins?lang=en", "Progress of work items", "Awaits acknowledgement");
        await HasAsync(reporter, "/todo", "报送进展", "5/4 测试工作4", "/plan/check-ins?quarter=");
        await HasAsync(supervisor, "/plan/check-ins", "工作进展确认", "测试工信局", "完成测试工作1", "退回");
        await HasAsync(supervisor, "/todo", "红灯", "确认进展", "测试工信局");
        await HasAsync(supervisor, "/", "/desk");
        using var stranger = await host.VisitAsAsync(host.Stranger);
        await HasAsync(stranger, "/plan/check-ins", "没有要报的工作");
        await HasAsync(stranger, "/todo", "没有待办");

        Assert.Null((await host.Steps.SendBackAsync(id, "请补充验收单", host.Supervisor)).Refusal);
        await Wait.UntilAsync(() => host.Store.Current.CheckIns.Find(id)!.Decision is not null);
        await HasAsync(reporter, "/todo", "退回待改", "请补充验收单");
        await HasAsync(reporter, "/messages", "督查室退回了工作5/1的进展报送", "请补充验收单");
        using var visitor = host.Visit();
        await HasAsync(visitor, "/tasks/5", "最近一次进展报送", "已退回", "请补充验收单", "杜督查退回");
        using var auditor = await host.VisitAsAsync(Role.Auditor);
        await HasAsync(auditor, "/audit?action=check_in.send_back", "退回工作进展", "请补充验收单");
    }

    [Fact]
    public async Task What_is_acknowledged_stands_with_the_task_and_the_api_tells_its_percent()
    {
        var (id, _) = await host.SentAsync(2, Content(200), "说明.pdf");
        Assert.Null((await host.Steps.AcknowledgeAsync(id, host.Supervisor)).Refusal);
        await Wait.UntilAsync(() => host.Store.Current.PlanBook.Versions($"progress 5/2 {host.Quarter.Code}").Any());

        using var visitor = host.Visit();
        await HasAsync(visitor, "/tasks/5", "已确认", "60%", "完成测试工作2");
        Assert.Contains($"\"percent\":60,\"quarter\":\"{host.Quarter.Code}\"", (await visitor.ReadAsync("/api/v1/tasks/5")).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task A_file_is_a_download_and_nothing_else_for_those_who_may_see_the_returns_of_the_unit()
    {
        var content = Content(300_000);
        var (_, file) = await host.SentAsync(3, content, "“现场”照片 第1批.pdf");
        using var supervisor = await host.VisitAsAsync(host.Supervisor);

        using var answer = await supervisor.GetAsync($"/evidence/{file.Id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("“现场”照片 第1批.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(300_000, answer.Content.Headers.ContentLength);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await host.VisitAsAsync(host.Reporter), file.Id));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await host.VisitAsAsync(host.Stranger), file.Id));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(await host.VisitAsAsync(Role.Viewer), file.Id));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await host.VisitAsAsync(host.Supervisor), file.Id + 1000));
        // What was added and not sent is the unit's own.
        var own = (await host.Evidence.AddAsync(new(5, 4, host.Quarter), "草稿.pdf", new MemoryStream(Content(400)), host.Reporter)).Added!;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await host.VisitAsAsync(host.Reporter), own.Id));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await host.VisitAsAsync(host.Supervisor), own.Id));
        // Who may not take it away reads its name and finds no link.
        using var visitor = host.Visit();
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync("/tasks/5"));
        Assert.Contains("照片 第1批.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/evidence/", page, StringComparison.Ordinal);
    }

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        "%PDF-1.7"u8.CopyTo(content);
        return content;
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, long file)
    {
        using (visitor)
        {
            using var answer = await visitor.GetAsync($"/evidence/{file}");
            return answer.StatusCode;
        }
    }

    private static async Task HasAsync(Visitor visitor, string path, params string[] texts)
    {
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync(path));
        Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
    }
}
