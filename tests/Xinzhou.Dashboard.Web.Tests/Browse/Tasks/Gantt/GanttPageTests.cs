using Bunit;
using Xinzhou.Dashboard.Web.Browse.Tasks.Gantt;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Tasks.Gantt;

public sealed class GanttPageTests : PageContext
{
    [Fact]
    public void A_work_item_is_a_bar_with_its_progress_in_it_and_its_first_term_below()
    {
        ShowWork();
        GoTo("/tasks/gantt?asOf=2026-11-23&lead=d1");

        var rows = Render<GanttPage>().FindAll("tbody tr");

        Assert.Equal(3, rows.Count);
        // 2025-01-01 — 2026-09-30 of 2025-01-01 — 2027-12-31: 638 of 1,095 days; 80 % of it done.
        Assert.Equal("58.26%", rows[1].QuerySelector("rect.plan")!.GetAttribute("width"));
        Assert.Equal("46.61%", rows[1].QuerySelector("rect.done")!.GetAttribute("width"));
        // At first until 2026-06-30: 546 days.
        Assert.Equal("49.86%", rows[1].QuerySelector("rect.baseline")!.GetAttribute("width"));
        Assert.Contains("原定 2025-01-01 — 2026-06-30", rows[1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[1].QuerySelector("line.over"));
        Assert.Null(rows[2].QuerySelector("line.over"));
        Assert.DoesNotContain("原定", rows[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void All_milestones_of_the_plan_can_be_drawn()
    {
        ShowWork();
        GoTo("/tasks/gantt?asOf=2026-11-23");
        var page = Render<GanttPage>();

        Assert.Equal("/tasks/gantt?asOf=2026-11-23&span=plan", page.Find(".panel .aside a").GetAttribute("href"));

        GoTo("/tasks/gantt?asOf=2026-11-23&span=plan");
        Assert.Equal(["2023", "2025", "2027", "2030", "2035"], Render<GanttPage>().FindAll(".tick.milestone").Select(t => t.TextContent));
    }

    [Theory]
    [InlineData(Languages.Chinese, "具体工作未公布")]
    [InlineData(Languages.English, "The work items are not published")]
    public void Without_work_items_no_bar_is_drawn(string language, string words)
    {
        ShowPlan();
        Speak(language);
        GoTo("/tasks/gantt");

        var page = Render<GanttPage>();

        Assert.Contains(words, page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("rect.plan"));
    }
}
