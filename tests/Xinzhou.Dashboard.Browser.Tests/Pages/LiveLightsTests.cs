using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>A light that turns while somebody looks, and the way from it to what it is due to.</summary>
[Collection(nameof(ReadingTests))]
public sealed class LiveLightsTests(Chromium chromium, ShellHost host) : IClassFixture<ShellHost>
{
    private static readonly DateTimeOffset Known = DateTimeOffset.UtcNow.AddDays(-30);

    [Fact]
    public async Task A_light_turns_on_the_open_overview_and_the_item_with_its_reason_is_two_clicks_away()
    {
        var plan = new CityPlan
        {
            Dimensions = [new() { Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", Heading = "推动产业能级跃升" }],
            Milestones = [new() { Year = 2035, Goal = "基本实现现代化" }],
            Tasks =
            [
                new()
                {
                    Number = 7, NumberStatus = Status.Provisional, Title = "建园区", TitleStatus = Status.Provisional, ContentStatus = Status.FromArticle,
                    Dimension = "industry", DimensionStatus = Status.FromArticle,
                },
            ],
        };
        host.Store.Replace(Snapshot.Empty with { Plan = plan });
        await using var opened = await ShellPage.OpenAsync(chromium, host.Address + "/");
        await opened.UntilLiveAsync();
        await opened.Page.EvaluateAsync("window.sameDocument = true");
        var tally = opened.Page.Locator(".tally li");
        await Expect(tally.Filter(new() { HasText = "红" })).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("红\\s*0"));

        var today = Shanghai.DayOf(DateTimeOffset.UtcNow);
        host.Store.Replace(Snapshot.Empty with
        {
            PlanBook = PlanBook.Of(plan with { Departments = [new("d1", "甲单位", 1)] },
            [
                new TaskStatement { Origin = Origin(1), Number = 7, Lead = "d1" },
                new WorkItemStatement
                {
                    Origin = Origin(2), Task = 7, Number = 1, Text = "一期完工", Start = new(today.AddDays(-400)), Due = new(today.AddDays(-60)),
                },
            ]),
        });

        await Expect(tally.Filter(new() { HasText = "红" })).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("红\\s*1"));
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.sameDocument"));
        await opened.Page.Locator("main a").Filter(new() { HasText = "任务亮红灯" }).ClickAsync();
        await opened.Page.Locator("main tbody a").Filter(new() { HasText = "建园区" }).ClickAsync();
        await Expect(opened.Page.Locator("#item-1")).ToContainTextAsync("已逾期60天");
        await Expect(opened.Page.Locator("main")).ToContainTextAsync("甲单位");
        Assert.Empty(opened.Complaints);
    }

    private static PlanOrigin Origin(long id) =>
        new() { Id = id, Source = "分解表", KnownFrom = Known, KnownFromBasis = KnownFromBasis.Stated, RecordedAt = Known, Actor = "command" };
}
