using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Web.Browse.Tasks;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Tasks;

public sealed class TasksPageTests : PageContext
{
    [Fact]
    public void Every_task_is_a_card_in_the_column_of_its_dimension()
    {
        ShowPlan();

        var columns = Render<TasksPage>().FindAll(".board section");

        Assert.Equal(["1", "2", "4"], columns[0].QuerySelectorAll("article b").Select(b => b.TextContent));
        Assert.Equal(["3"], columns[1].QuerySelectorAll("article b").Select(b => b.TextContent));
        Assert.Contains("2 + 1项", columns[0].TextContent, StringComparison.Ordinal);
        Assert.Single(columns[0].QuerySelectorAll("article.placeholder"));
    }

    [Fact]
    public void A_card_leads_to_the_same_view_with_the_task_beside_it()
    {
        ShowPlan();
        GoTo("/tasks?dimension=industry&asOf=2026-01-31");

        var page = Render<TasksPage>();

        Assert.Equal("/tasks?dimension=industry&asOf=2026-01-31&task=1#task", page.Find("article a").GetAttribute("href"));
        Assert.Empty(page.FindAll("#task"));
    }

    [Fact]
    public void The_task_looked_at_shows_its_clause_and_what_it_lacks()
    {
        ShowPlan();
        GoTo("/tasks?task=3");

        var page = Render<TasksPage>();

        var panel = page.Find("#task");
        Assert.Equal("“实施省级创新平台‘破零’行动”", panel.QuerySelector(".doc")!.TextContent);
        Assert.Equal(2, panel.QuerySelectorAll(".unknown").Length);
        Assert.Equal("/tasks/3", panel.QuerySelector(".more a")!.GetAttribute("href"));
        Assert.Equal("3", page.Find("article[aria-current=true] b").TextContent);
    }

    [Fact]
    public void What_the_address_asks_for_and_is_not_there_is_said()
    {
        ShowPlan();
        GoTo("/tasks?dimension=sea&task=99");

        var page = Render<TasksPage>();

        Assert.Equal(["没有“sea”这个能级，已按全部能级显示。", "没有第99号任务。"], page.FindAll(".fault").Select(f => f.TextContent));
        Assert.Equal(4, page.FindAll("article").Count);
    }

    [Fact]
    public void When_nothing_meets_the_conditions_the_way_back_is_shown()
    {
        ShowPlan();
        GoTo("/tasks?light=red&asOf=2026-01-31");

        Assert.Equal("/tasks?asOf=2026-01-31", Render<TasksPage>().Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void The_filters_keep_the_day_and_the_language()
    {
        ShowPlan();
        Speak(Languages.English);
        GoTo("/tasks?light=grey&asOf=2026-01-31&lang=en");

        var hidden = Render<TaskFilters>(p => p
            .Add(f => f.Filter, TaskFilter.Read(SamplePlan.Plan, null, null, null, null, "grey"))
            .Add(f => f.Board, new(SamplePlan.Plan, new(), SamplePlan.Lights))).FindAll("input[type=hidden]");

        Assert.Equal(["light=grey", "asOf=2026-01-31", "lang=en"], hidden.Select(h => $"{h.GetAttribute("name")}={h.GetAttribute("value")}"));
    }

    [Theory]
    [InlineData(Languages.Chinese)]
    [InlineData(Languages.English)]
    public void Without_a_plan_the_board_says_so(string language)
    {
        Speak(language);

        Assert.Single(Render<TasksPage>().FindAll(".empty"));
    }

    [Fact]
    public void The_page_of_a_task_says_that_every_target_has_to_be_entered()
    {
        ShowPlan();

        var page = Render<TaskPage>(p => p.Add(t => t.Number, 3));

        Assert.Equal(["2023", "2025", "2027", "2030", "2035"], page.FindAll(".table tbody th a").Select(a => a.TextContent));
        Assert.Contains("具体工作未公布", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["/tasks/2", "/tasks/4"], page.FindAll(".crumbs .step").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData(Languages.Chinese, "红", "甲单位")]
    [InlineData(Languages.English, "red", "甲单位")]
    public void A_card_wears_the_worst_light_of_its_items_with_its_reason_and_lead_unit(string language, string colour, string lead)
    {
        ShowWork();
        Speak(language);
        GoTo("/tasks?asOf=2026-11-23");

        var card = Render<TasksPage>().FindAll("article")[0];

        Assert.NotNull(card.QuerySelector(".light.red"));
        Assert.Contains(colour, card.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(lead, card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_table_was_known_everything_is_grey_and_the_titles_are_ours()
    {
        ShowWork();
        GoTo("/tasks?asOf=2024-12-31");

        var page = Render<TasksPage>();

        Assert.Equal(4, page.FindAll("article .light.grey").Count);
        Assert.Contains("加快制造业振兴升级", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("甲单位", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lights_are_counted_and_lead_to_their_tasks()
    {
        ShowWork();
        GoTo("/tasks?asOf=2026-11-23");

        var lights = Render<TasksPage>().FindAll(".filters nav a");

        Assert.Equal(["红 1", "黄 0", "蓝 0", "灰 3", "绿 0"], lights.Select(l => l.TextContent.Trim()));
        Assert.Equal("/tasks?asOf=2026-11-23&light=red", lights[0].GetAttribute("href"));
    }

    [Fact]
    public void The_list_says_why_the_worst_first()
    {
        ShowWork();
        GoTo("/tasks?view=list&asOf=2026-11-23");

        var rows = Render<TasksPage>().FindAll("tbody tr");

        Assert.Equal(4, rows.Count);
        Assert.Contains("振兴制造业", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("逾期", rows[0].QuerySelector(".why")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0/2", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_task_shows_who_owes_what_by_when_and_why()
    {
        ShowWork();
        GoTo("/tasks/1?asOf=2026-11-23");

        var page = Render<TaskPage>(p => p.Add(t => t.Number, 1));

        var first = page.Find("#item-1");
        Assert.Contains("2026-09-30", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("80%", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("已逾期54天", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("2027年底（2027-12-31）", page.Find("#item-2").TextContent, StringComparison.Ordinal);
        Assert.Equal("若无新的报送、数据和决定，2027-01-16起转为灰（未报送）。", page.Find("#item-2 .turns").TextContent);
        Assert.Empty(page.FindAll("#item-1 .turns"));
        Assert.Contains("已撤销", page.Find("#item-3").TextContent, StringComparison.Ordinal);
        Assert.Equal(["甲单位", "某甲", "乙单位", "丙单位"], page.FindAll("dl.facts dd").Select(d => d.TextContent.Trim()));
    }

    [Fact]
    public void The_history_keeps_the_wording_that_was_ours()
    {
        ShowWork();
        GoTo("/tasks/1?asOf=2026-11-23");

        var rows = Render<TaskPage>(p => p.Add(t => t.Number, 1)).FindAll("#history tbody tr");

        Assert.Contains("2025-06-01", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-09-30", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("加快制造业振兴升级", rows[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains("拟定", rows[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains(rows, r => r.TextContent.Contains("振兴制造业", StringComparison.Ordinal) && r.TextContent.Contains("分解表（2025-01-10）", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_task_has_none_before_it()
    {
        ShowPlan();

        Assert.Equal(["/tasks/2"], Render<TaskPage>(p => p.Add(t => t.Number, 1)).FindAll(".crumbs .step").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_task_that_does_not_exist_is_not_found()
    {
        ShowPlan();
        var notFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound = true;

        Render<TaskPage>(p => p.Add(t => t.Number, 40));

        Assert.True(notFound);
    }
}
