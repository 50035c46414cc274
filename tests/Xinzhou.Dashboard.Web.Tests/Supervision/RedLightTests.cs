using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Plan;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>From where a red light is read it is one press to a notice that begins with what the plan says of it.</summary>
public sealed class RedLightTests(RedTaskHost host) : IClassFixture<RedTaskHost>
{
    private const string OnItem = "/supervision/new?light=items%2F5%2F1";

    [Theory]
    [InlineData("/tasks/5", OnItem)]
    [InlineData("/tasks/5", "/supervision/new?light=tasks%2F5")]
    [InlineData("/changes?from=2025-01-31", OnItem)]
    [Trait("Category", "Security")]
    public async Task Where_it_is_read_it_leads_those_who_issue_notices_to_one_and_nobody_else(string page, string link)
    {
        foreach (var role in new[] { Role.Leader, Role.Supervisor })
        {
            using var visitor = await host.VisitAsAsync(role);
            Assert.Contains(link, await visitor.ReadAsync(page), StringComparison.Ordinal);
        }

        foreach (var role in new[] { Role.Viewer, Role.Reporter, Role.Reviewer, Role.Auditor })
        {
            using var visitor = await host.VisitAsAsync(role);
            Assert.DoesNotContain("/supervision/new", await visitor.ReadAsync(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_a_past_light_and_of_one_that_is_not_red_no_notice_is_issued()
    {
        using var leader = await host.VisitAsAsync(Role.Leader);

        Assert.DoesNotContain("/supervision/new", await leader.ReadAsync("/tasks/5?asOf=2025-06-30"), StringComparison.Ordinal);
        Assert.DoesNotContain("/supervision/new", await leader.ReadAsync("/tasks/6"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notice_begins_with_what_the_plan_says_and_tells_of_one_that_is_open_already()
    {
        using var leader = await host.VisitAsAsync(Role.Leader);
        var begun = WebUtility.HtmlDecode(await leader.ReadAsync(OnItem));
        Assert.All(["建成测试项目", "items/5/1", "张三"], said => Assert.Contains(said, begun, StringComparison.Ordinal));
        Assert.DoesNotContain("issue-open", begun, StringComparison.Ordinal);

        var issued = await host.Services.GetRequiredService<NoticeSteps>().IssueAsync(
            new() { Subject = "建成测试项目", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Light, Reference = "items/5/1", Leads = ["gxj"] }, host.Leader);
        var number = Assert.Single(issued.Numbers);
        await Wait.UntilAsync(() => host.Store.Current.Notices.Has(number));

        var again = WebUtility.HtmlDecode(await leader.ReadAsync(OnItem));
        Assert.Contains("这盏灯已有在办督办单（待签收）", again, StringComparison.Ordinal);
        Assert.Contains($"/supervision/{number.Code}", again, StringComparison.Ordinal);
    }
}
