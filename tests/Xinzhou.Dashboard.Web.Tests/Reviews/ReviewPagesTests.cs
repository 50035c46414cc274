using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Judgements;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Reviews;
using Xinzhou.Dashboard.Web.Tests.Access;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Reviews;

/// <summary>A review on its pages: prepared, frozen, signed with a fresh second factor, and told by pages and API.</summary>
[Trait("Category", "Security")]
public sealed partial class ReviewPagesTests(ReviewHost host) : IClassFixture<ReviewHost>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Everything_that_can_be_refused_or_shown_has_its_words(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var text = host.Services.GetRequiredService<ReviewText>();
            string[] said =
            [
                .. Enum.GetValues<ReviewReason>().Select(r => text.Fault(r, CityPlan.Empty)),
                .. Enum.GetValues<ChangeRefusal>().Select(r => text.Of(r, CityPlan.Empty)!),
                .. Enum.GetValues<MatterState>().Select(text.State),
                .. Enum.GetValues<MatterGrade>().Select(text.Grade),
                .. Enum.GetValues<SignatureFactor>().Select(text.Factor),
            ];
            Assert.DoesNotContain(said, s => s.Length == 0 || Key().IsMatch(s));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task From_the_call_to_the_signed_verdicts()
    {
        using var office = await host.VisitAsAsync(Role.Supervisor);
        await office.HasAsync("/reviews", "五个里程碑的就绪度与交账记录", "还没有交账", "准备一次交账");
        using (var refused = await office.SubmitAsync("/reviews", "prepare", "/reviews", ("Form.Subject", "2035"), ("Form.HeldOn", "2026-01-20")))
        {
            Assert.Contains("还没有开始", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        var today = DateTime.UtcNow.AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using (var prepared = await office.SubmitAsync("/reviews", "prepare", "/reviews", ("Form.Subject", "2025"), ("Form.HeldOn", today)))
        {
            Assert.Equal(HttpStatusCode.Redirect, prepared.StatusCode);
        }

        // A page that has saved something waits five seconds at most until it is held.
        await Wait.UntilAsync(() => host.Store.Current.Reviews.Of(ReviewSubject.Milestone(2025)).Any());
        var path = $"/reviews/{host.Review.Id}";
        await office.HasAsync(path, "2025年里程碑交账", "以前没有议定事项", "冻结资料包", "首个百亿园区", "验收意见");
        Assert.Null(await host.Services.GetRequiredService<TaskJudgements>().JudgeAsync(
            2, Confidence.Unlikely, "验收不可信", null, new(await host.IdOfAsync("supervisor"), "supervisor", "督查室", Role.Supervisor, null)));
        await Wait.UntilAsync(async () => WebUtility.HtmlDecode(await office.ReadAsync(path)).Contains("验收不可信", StringComparison.Ordinal));
        await office.HasAsync(path, "判断与灯不一致1项", "难以完成");
        using (var frozen = await office.SubmitAsync(path, "freeze", path)) Assert.Equal(HttpStatusCode.Redirect, frozen.StatusCode);
        await Wait.UntilAsync(() => host.Review.PackName is not null);
        await office.HasAsync(path, host.Review.PackName!, "重新冻结");
        await office.HasAsync($"{path}/minutes", "2025年里程碑交账会议纪要", "这是草稿");

        // Who only looks has no fields; a persona, who has no second factor, signs nothing.
        using var reader = await host.VisitAsAsync(Role.Viewer);
        var read = WebUtility.HtmlDecode(await reader.ReadAsync(path));
        Assert.DoesNotContain("核对后去签字", read, StringComparison.Ordinal);
        Assert.DoesNotContain("验收不可信", read, StringComparison.Ordinal);
        using var persona = await host.VisitAsAsync(Role.Leader);
        Says("您还没有设置", await SayAsync(persona, path, ("industry", "achieved", "accept", null, null)));

        // A leader: what makes no sense is said before he is asked for a code.
        var name = await host.EnterAsync(Role.Leader);
        using var leader = host.Visit();
        (await leader.SignInAsync(name, AccessHost.Password)).Dispose();
        var key = await leader.EnableCodesAsync();
        await leader.HasAsync("/todo", "签署交账结论", "2025年里程碑");
        Says("没有选择任何能级的结论", await SayAsync(leader, path));
        Says("请写明理由", await SayAsync(leader, path, ("opening", "not_achieved", "accept", null, null)));
        Says("结论和决定都要选", await SayAsync(leader, path, ("opening", "not_achieved", "", null, null)));
        Says("须选定一个牵头单位", await SayAsync(leader, path, ("opening", "not_achieved", "redo", "限期补办", "")));
        var sheet = await SayAsync(leader, path, ("industry", "achieved", "accept", null, null), ("opening", "not_achieved", "redo", "限期补办", "gxj"));
        Says("由测试工信局牵头", sheet);
        var (digest, said) = (Visitor.DigestOf(sheet), WebUtility.HtmlDecode(Said().Match(sheet).Groups[1].Value));
        Assert.Equal(host.Review.PackName, digest);

        // Another leader has the page open too, and says something of one of the same dimensions and of another.
        var otherName = await host.EnterAsync(Role.Leader);
        using var other = host.Visit();
        (await other.SignInAsync(otherName, AccessHost.Password)).Dispose();
        var otherKey = await other.EnableCodesAsync();
        var otherSheet = await SayAsync(other, path, ("industry", "mostly_achieved", "accept", "还差一项验收", null), ("reform", "achieved", "accept", null, null));
        var (otherDigest, otherSaid) = (Visitor.DigestOf(otherSheet), WebUtility.HtmlDecode(Said().Match(otherSheet).Groups[1].Value));

        Assert.Contains("验证码不正确", await leader.SignAsync(path, digest, "000000", said), StringComparison.Ordinal);
        Assert.Contains("没有签字", await leader.SignAsync(path, new('0', 64), Totp.At(key, DateTimeOffset.UtcNow), said), StringComparison.Ordinal);
        Assert.Empty(host.Review.Seals);
        Assert.Equal("", await leader.SignAsync(path, digest, Totp.At(key, DateTimeOffset.UtcNow), said));

        await Wait.UntilAsync(() => host.Review.Seals.Count == 1);
        var signed = host.Review;
        var notice = signed.Verdict("opening")!.Value.Verdict.Notice!;
        await leader.HasAsync(path, "已签2/7", "动态验证码", notice);
        await office.HasAsync($"/supervision/{notice}", "2025年里程碑交账再办", "限期补办");
        await office.HasAsync("/milestones", "达成 · 认账", "未达成 · 再办", "已签2/7");
        await office.HasAsync($"{path}/minutes", "未达成", notice, signed.PackName!, $"测试{name}");

        // By the API: the verdict of each dimension, and the pack, byte for byte.
        using var milestone = JsonDocument.Parse(await leader.ReadAsync("/api/v1/milestones/2025"));
        var reviews = milestone.RootElement.GetProperty("dimensions").EnumerateArray().ToDictionary(d => d.GetProperty("code").GetString()!, d => d.GetProperty("review"));
        Assert.Equal(("达成", "认账", signed.PackName), (reviews["industry"].GetProperty("verdict").GetString(), reviews["industry"].GetProperty("decision").GetString(), reviews["industry"].GetProperty("pack").GetString()));
        Assert.Equal("限期补办", reviews["opening"].GetProperty("comment").GetString());
        Assert.Equal(JsonValueKind.Null, reviews["reform"].ValueKind);
        using var pack = await leader.GetAsync($"/api/v1/packs/{signed.PackName}");
        var file = await pack.Content.ReadAsByteArrayAsync();
        Assert.Equal(signed.PackName, Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.Equal(2, PackCheck.Of(file).Verdicts.Count);
        var document = JsonDocument.Parse(await leader.ReadAsync("/openapi/v1.json")).RootElement;
        var described = document.GetProperty("paths").GetProperty("/api/v1/packs/{hash}").GetProperty("get").GetProperty("responses").GetProperty("200");
        Described.Follow(document, Described.Reference(described, pack.Content.Headers.ContentType!.MediaType!), JsonDocument.Parse(file).RootElement, "packs");
        using var asked = await leader.GetAsync($"/api/v1/packs/{signed.PackName}?as_of=2026-01-01");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (asked.StatusCode, asked.Content.Headers.ContentType!.MediaType));
        using var unknown = await leader.GetAsync($"/api/v1/packs/{new string('0', 64)}");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (unknown.StatusCode, unknown.Content.Headers.ContentType!.MediaType));

        // What is decided, and how it stands.
        using (var noted = await office.SubmitAsync(path, "matter", path, ("Matter.Text", "补充佐证"), ("Matter.Owner", "gxj"), ("Matter.Due", "2099-01-01")))
        {
            Assert.Contains("请写明完成时限", WebUtility.HtmlDecode(await noted.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using (var noted = await office.SubmitAsync(path, "matter", path, ("Matter.Text", "补充佐证"), ("Matter.Owner", "gxj"), ("Matter.Due", today))) Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        await Wait.UntilAsync(() => host.Review.Matters.Count > 0);
        var matter = Assert.Single(host.Review.Matters);
        using (var reported = await office.SubmitAsync(path, "report", path, ("Report.Matter", $"{matter.Id}"), ("Report.State", "done"), ("Report.Text", "已补充"))) Assert.Equal(HttpStatusCode.Redirect, reported.StatusCode);
        await office.HasAsync(path, "补充佐证", "已办结", "已补充");
        // Who was still writing about the last open one keeps his words.
        using (var overtaken = await office.SubmitAsync(path, "report", path, ("Report.Matter", $"{matter.Id}"), ("Report.State", "open"), ("Report.Text", "还在补充")))
        {
            Says("还在补充", await overtaken.Content.ReadAsStringAsync());
        }

        await office.HasAsync($"{path}?lang=en", "What this review decides", "Not achieved");

        // Who comes second is told who signed what, keeps his words, and signs what is left.
        var late = await other.SignAsync(path, otherDigest, Totp.At(otherKey, DateTimeOffset.UtcNow), otherSaid);
        Says($"已由测试{name}于", late);
        Says("您填写的内容", late);
        Says("还差一项验收", late);
        var left = Said().Match(late).Groups[1].Value;
        Assert.Contains("reform", left, StringComparison.Ordinal);
        Assert.DoesNotContain("industry", left, StringComparison.Ordinal);
        Assert.Equal(host.Review.PackName, Visitor.DigestOf(late));
        Says($"已由测试{name}于", await SayAsync(other, path, ("industry", "mostly_achieved", "accept", "还差一项验收", null)));
        Assert.Equal("", await other.SignAsync(path, Visitor.DigestOf(late), Totp.At(otherKey, DateTimeOffset.UtcNow), left));
        await Wait.UntilAsync(() => host.Review.Verdict("reform") is not null);

        using var auditor = await host.VisitAsAsync(Role.Auditor);
        await auditor.HasAsync("/audit?action=review.sign", "签署交账结论");
        await auditor.HasAsync("/audit?action=review.freeze", "冻结交账资料包");
    }

    private static void Says(string text, string page) => Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);

    private static async Task<string> SayAsync(Visitor visitor, string path, params (string Dimension, string Verdict, string Decision, string? Comment, string? Lead)[] lines)
    {
        var fields = lines.SelectMany(l => new[]
        {
            ($"Said.Lines[{l.Dimension}].Verdict", l.Verdict), ($"Said.Lines[{l.Dimension}].Decision", l.Decision),
            ($"Said.Lines[{l.Dimension}].Comment", l.Comment ?? ""), ($"Said.Lines[{l.Dimension}].Lead", l.Lead ?? ""), ($"Said.Lines[{l.Dimension}].Grade", "ordinary"),
        });
        using var answer = await visitor.SubmitAsync(path, "say", path, [.. fields]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        return page;
    }

    [GeneratedRegex("^(Fault|Refusal|Matter|Grade|Factor|State)[A-Z]")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"ByCode.Said\" value=\"(\\[.*?\\])\"")]
    private static partial Regex Said();
}
