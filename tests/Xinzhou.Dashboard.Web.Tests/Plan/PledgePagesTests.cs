using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Plan.Targets;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>The pages of targets as they are first served, and a commitment signed with a fresh second factor.</summary>
[Trait("Category", "Security")]
public sealed partial class PledgePagesTests(PledgeHost host) : IClassFixture<PledgeHost>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_state_verdict_and_factor_has_its_words(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var words = host.Services.GetRequiredService<TargetWords>();
            string[] said = [.. Enum.GetValues<TargetState>().Select(words.State), .. Enum.GetValues<ProposalVerdict>().Select(words.Verdict), .. Enum.GetValues<SignatureFactor>().Select(words.Factor)];
            Assert.DoesNotContain(said, s => s.Length == 0 || Key().IsMatch(s));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task A_leader_finds_the_targets_and_what_is_said_of_one_and_who_keeps_the_plan_reads_it()
    {
        var path = $"/plan/targets/{host.Target(2031).Key}";
        using var leader = await host.VisitAsAsync(Role.Leader);
        await leader.HasAsync("/plan/targets", "目标与责任", "未落实责任", path);
        await leader.HasAsync(path, "确定责任", "3100亿元", "未规定（按有数据的最早年份）");
        await leader.HasAsync($"{path}?lang=en", "Enter the commitment", "Lead department");
        await leader.HasAsync("/plan/tasks", "/plan/targets");

        using var supervisor = await host.VisitAsAsync(Role.Supervisor);
        var page = WebUtility.HtmlDecode(await supervisor.ReadAsync(path));
        Assert.Contains("现行内容", page, StringComparison.Ordinal);
        Assert.DoesNotContain("确定责任", page, StringComparison.Ordinal);
        using var missing = await leader.GetAsync("/plan/targets/f0000000001");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task What_is_proposed_stands_beside_what_holds_until_it_is_decided_and_the_log_says_all_of_it_in_words()
    {
        var path = $"/plan/targets/{host.Target(2032).Key}";
        await host.SayAsync(2032, PledgeHost.Said(2032), "试责任书");
        await host.SayAsync(2032, PledgeHost.Said(2032) with { Owner = "gxj" }, "试调整");

        using var leader = await host.VisitAsAsync(Role.Leader);
        await leader.HasAsync(path, "变更申请（待批）", "李市长", "试调整", "测试发改委", "测试工信局", "批准以前仍按现行内容执行");
        await leader.HasAsync("/todo", "批准目标变更", "试调整", path);
        await host.ApproveAsync(2032);
        await leader.HasAsync(path, "历次变更申请", "已批准", "赵副市长", "试调整", "试责任书");
        Assert.DoesNotContain("变更申请（待批）", WebUtility.HtmlDecode(await leader.ReadAsync(path)), StringComparison.Ordinal);

        await using (var dissolve = host.Database.Owner.CreateCommand("UPDATE departments SET dissolved_on = '2026-01-01' WHERE code = 'gxj'")) await dissolve.ExecuteNonQueryAsync();
        await Wait.UntilAsync(() => host.Store.Current.Plan.Departments.Any(d => d.DissolvedOn is not null));
        await leader.HasAsync(path, "已于2026-01-01撤销");
        await leader.HasAsync("/plan/targets", "已撤销");

        using var auditor = await host.VisitAsAsync(Role.Auditor);
        await auditor.HasAsync("/audit?action=commitment.set", "确定目标责任", "试责任书");
        await auditor.HasAsync("/audit?action=commitment.propose", "申请变更目标责任", "试调整");
        await auditor.HasAsync("/audit?action=commitment.approve", "批准变更目标责任");
    }

    [Fact]
    public async Task Who_is_named_signs_with_a_fresh_code_and_with_nothing_less()
    {
        var name = await host.EnterAsync(Role.Viewer);
        var path = $"/plan/targets/{host.Target(2033).Key}/pledge";
        await host.SayAsync(2033, PledgeHost.Said(2033) with { Person = $"测试{name}" }, "责任书");
        using var other = await host.VisitAsAsync(Role.Viewer);
        await other.HasAsync(path, "目标责任书（军令状）", "测试发改委", "3300亿元", "尚未签订", $"由责任人测试{name}本人登录后签订");

        using var person = host.Visit();
        (await person.SignInAsync(name, AccessHost.Password)).Dispose();
        await person.HasAsync(path, "您还没有设置", "/account");
        var key = await person.EnableCodesAsync();
        var digest = Visitor.DigestOf(await person.ReadAsync(path));

        // Others are not even given the form.
        using (var refused = await other.SubmitAsync("/account", "sign-code", path, ("ByCode.Digest", digest), ("ByCode.Code", "123456")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Contains("验证码不正确", await person.SignAsync(path, digest, "000000"), StringComparison.Ordinal);
        Assert.Contains("内容有变更", await person.SignAsync(path, new('0', 64), Totp.At(key, DateTimeOffset.UtcNow)), StringComparison.Ordinal);
        Assert.Empty(host.Store.Current.Pledges.Signatures);

        var code = Totp.At(key, DateTimeOffset.UtcNow);
        Assert.Equal("", await person.SignAsync(path, digest, code));
        await Wait.UntilAsync(() => host.Store.Current.Pledges.Signatures.Any(s => s.Digest == digest));
        await person.HasAsync(path, "签订人", $"测试{name}", digest, "动态验证码");
        await person.HasAsync("/api/v1/targets?year=2033", $"测试{name}");
        Assert.Contains($"{name} second-factor.failed", await host.AuditOfAsync(name));

        // With what was signed the signature falls away; the code that was used does not serve again.
        await host.SayAsync(2033, PledgeHost.Said(2033) with { Path = [new(2032, 3250)] }, "补充路径");
        await host.ApproveAsync(2033);
        await person.HasAsync(path, "该次签订不再有效");
        Assert.Contains("验证码不正确", await person.SignAsync(path, Visitor.DigestOf(await person.ReadAsync(path)), code), StringComparison.Ordinal);
        using var auditor = await host.VisitAsAsync(Role.Auditor);
        await auditor.HasAsync("/audit?action=commitment.sign", "签订军令状");
    }

    [GeneratedRegex("^(State|Verdict|Factor)[A-Z]")]
    private static partial Regex Key();
}
