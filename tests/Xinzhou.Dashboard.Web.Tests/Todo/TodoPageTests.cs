using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;
using Xinzhou.Dashboard.Web.Tests.Review;

namespace Xinzhou.Dashboard.Web.Tests.Todo;

/// <summary>我的待办: what waits for whom.</summary>
public sealed class TodoPageTests(ReviewHost host) : IClassFixture<ReviewHost>
{
    [Fact]
    public async Task A_reviewer_finds_what_was_submitted_and_a_reporter_what_came_back()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        await HasAsync(reviewer, "/todo", "审核报表", $"/review/{id}");
        await HasAsync(reviewer, "/todo?lang=en", "My queue", "Review a return");

        var cell = (await host.FindAsync(id)).Cells.Keys.First();
        Assert.Null((await host.Steps.SendBackAsync(
            id, (await host.FindAsync(id)).Version, new Dictionary<CellAddress, string> { [cell] = "请核对" }, host.Reviewer)).Refusal);
        using var reporter = await host.VisitAsAsync(host.Reporter);
        await HasAsync(reporter, "/todo", "报表退回待改", $"/returns/{id}");
    }

    [Fact]
    public async Task What_is_red_stands_first_for_a_leader_and_nowhere_for_who_only_reads()
    {
        using var leader = await host.VisitAsAsync(Role.Leader);
        await HasAsync(leader, "/todo", "id=\"red\"", "没有红灯");
        await HasAsync(leader, "/todo?lang=en", "Nothing is red");

        using var viewer = await host.VisitAsAsync(Role.Viewer);
        Assert.DoesNotContain("id=\"red\"", await viewer.ReadAsync("/todo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_duties_reads_so()
    {
        using var viewer = await host.VisitAsAsync(Role.Viewer);

        await HasAsync(viewer, "/todo", "没有待办");
    }

    private static async Task HasAsync(Visitor visitor, string path, params string[] texts)
    {
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync(path));
        Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
    }
}
