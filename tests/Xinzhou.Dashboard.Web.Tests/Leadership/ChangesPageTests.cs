using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Leadership.Changes;
using Xinzhou.Dashboard.Web.Tests.Browse;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Leadership;

/// <summary>What changed, as a page.</summary>
public sealed class ChangesPageTests : PageContext
{
    public ChangesPageTests()
    {
        Services.AddSingleton(ReferenceWorkingDays.Read());
        Services.AddSingleton<ChangeWords>();
    }

    [Fact]
    public void Since_the_last_quarter_each_light_that_turned_stands_with_its_cause()
    {
        ShowWork();

        var page = Render<ChangesPage>();

        Assert.Contains("2026-09-30以来，至2026-11-23", page.Find(".sub").TextContent, StringComparison.Ordinal);
        Assert.Equal("3盏灯变色：2盏变差，1盏好转", page.Find("#light h2").TextContent);
        var rows = page.FindAll("#light tbody tr");
        Assert.Equal(["第1项任务", "第1项任务的工作1", "第1项任务的工作2"], rows.Select(r => r.QuerySelector("th a")!.TextContent));
        Assert.Equal("/tasks/1#item-1", rows[1].QuerySelector("th a")!.GetAttribute("href"));
        Assert.Contains("时间推移 2026-10-16起逾期", Said(rows[1]), StringComparison.Ordinal);
        Assert.Contains("工作1：2026-10-16起逾期", Said(rows[0]), StringComparison.Ordinal);
        Assert.All(rows, r => Assert.NotEmpty(r.QuerySelectorAll(".cause")));
    }

    [Fact]
    public void The_title_of_a_task_does_not_run_into_its_number()
    {
        Speak(Languages.English);
        ShowWork();

        var head = Said(Render<ChangesPage>().FindAll("#light tbody tr th")[0]);

        Assert.Equal("Task 1 振兴制造业", head);
    }

    [Fact]
    public void Since_another_day_the_plan_is_compared_too()
    {
        ShowWork();
        GoTo("/changes?from=2025-05-31");

        var page = Render<ChangesPage>();

        Assert.Contains("第1项任务的工作1的完成时限由2026-06-30改为2026-09-30", page.Find("#item").TextContent, StringComparison.Ordinal);
        Assert.Contains("分解表（2025-06-01）", page.Find("#item").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Since_the_review_that_was_signed_last_it_is_what_came_after_its_pack()
    {
        Show(new() { PlanBook = SamplePlan.Book, Reviews = SampleReviews.Signed(2025, ("industry", ReviewVerdict.Achieved)) });
        GoTo("/changes?from=review");

        var page = Render<ChangesPage>();

        Assert.Contains("2025年里程碑交账（资料包2026-01-15 10:00冻结）以来，至2026-11-23", page.Find(".sub").TextContent, StringComparison.Ordinal);
        Assert.Equal("since-review", Assert.Single(page.FindAll(".since nav [aria-current]")).Id);
        Assert.Contains("from=review", page.Find(".downloads a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(page.FindAll("#light tbody tr"), r => Said(r).Contains("2026-10-16起逾期", StringComparison.Ordinal));
    }

    [Fact]
    public void Since_a_review_of_which_none_is_signed_the_last_quarter_stands_in_and_it_is_told()
    {
        ShowWork();
        GoTo("/changes?from=review");

        var page = Render<ChangesPage>();

        Assert.Contains("还没有签过字的交账", page.Find(".fault").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-09-30", page.Find("input[name=from]").GetAttribute("value"));
        Assert.Empty(page.FindAll("#since-review"));
    }

    [Fact]
    public void The_last_visit_stays_a_choice_when_another_beginning_is_chosen()
    {
        const string Seen = "2026-11-01T08:30:00+08:00";
        ShowWork();
        GoTo($"/changes?from=2025-12-31&visit={Uri.EscapeDataString(Seen)}");

        var page = Render<ChangesPage>();
        var visit = page.Find("#since-visit");

        Assert.Contains("2026-11-01 08:30", visit.TextContent, StringComparison.Ordinal);
        Assert.Contains($"from={Uri.EscapeDataString(Seen)}", visit.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(Seen, page.Find("input[name=visit]").GetAttribute("value"));
        Assert.All(page.FindAll(".since nav a"), a => Assert.Contains("visit=", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("2025-12-31", Assert.Single(page.FindAll(".since nav [aria-current]")).QuerySelector("small")!.TextContent);
    }

    [Theory]
    [InlineData("zh-CN", "2030年全年忻州市地区生产总值目标的口径定为“基期为2023年；计划路径为2026年1500、2027年1750.5”")]
    [InlineData("en", "is counted from now on by “baseline 2023; planned path 2026: 1500, 2027: 1750.5”")]
    public void How_a_target_is_counted_is_told_in_words_and_of_nothing_before_nothing_is_said(string language, string sentence)
    {
        Speak(language);
        var snapshot = new Snapshot();
        var target = new HandMade().Add(Period.FullYear(2030), 2500m, kind: ValueKind.Target);
        var owed = new Commitment { Target = new("gdp", "140900", "2030-FY", PeriodKind.Year), Baseline = "2023", Path = [new(2026, 1500m), new(2027, 1750.5m)] };
        var list = ChangeList.Between(snapshot.Knowledge, Now.AddDays(-9), new(Now), Services.GetRequiredService<WorkingDays>()) with
        {
            Targets = [new() { Kind = TargetChangeKind.Terms, Before = target, After = target, TermsAfter = owed, At = Now }],
        };

        var said = Assert.Single(Services.GetRequiredService<ChangeWords>().Lines(list, CityPlan.Empty, _ => true)).Text;

        Assert.EndsWith(sentence, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gestern", "“gestern”不是日期")]
    [InlineData("2027-01-01", "晚于查看的时点")]
    public void A_day_that_is_none_is_told_and_the_last_quarter_stands_in(string from, string sentence)
    {
        ShowWork();
        GoTo($"/changes?from={from}");

        var page = Render<ChangesPage>();

        Assert.Contains(sentence, page.Find(".fault").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-09-30", page.Find("input[name=from]").GetAttribute("value"));
    }

    [Fact]
    public void Where_nothing_changed_it_says_so()
    {
        ShowWork();
        GoTo("/changes?from=2026-11-20");

        Assert.Contains("2026-11-20以来没有变化", Render<ChangesPage>().Find(".empty").TextContent, StringComparison.Ordinal);
    }

    private static string Said(AngleSharp.Dom.IElement row) => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
