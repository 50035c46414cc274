using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Tests.Reporting;

/// <summary>What the lists of returns say, on a real database.</summary>
public sealed class ReturnListTests(ReturnDesk desk) : IClassFixture<ReturnDesk>
{
    [Fact]
    public async Task A_return_is_listed_with_its_dates_its_state_and_how_much_is_filled()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(id, (ReturnDesk.Investment, new(1m)), (ReturnDesk.Sales, new(null, BlankReason.NotObtained, "未出")));
        await desk.FillAsync(id, (ReturnDesk.Investment, CellEntry.Empty));
        var found = await desk.FindAsync(id);

        var summary = (await desk.Returns.ListAsync(new())).Single(s => s.Id == id);

        Assert.Equal(
            new ReturnSummary
            {
                Id = id,
                FormCode = found.Form.Code,
                FormName = found.Form.Name,
                Quarter = found.Quarter,
                Department = found.Department,
                State = ReturnState.InProgress,
                Version = found.Version,
                Dates = found.Dates,
                FilledCells = 1,
                AllCells = 4,
            },
            summary);
    }

    [Fact]
    public async Task What_is_published_already_is_not_counted_unless_it_is_filled_all_the_same()
    {
        var (bare, filled) = (await desk.OpenAsync(), await desk.OpenAsync());
        await desk.FillAsync(filled, (ReturnDesk.Sales, new(3m)));
        foreach (var id in new[] { bare, filled })
        {
            await PublishAsync((await desk.FindAsync(id)).Quarter, "retail_sales", "level", "亿元");
        }

        await PublishAsync((await desk.FindAsync(bare)).Quarter, "fixed_asset_investment", "yoy", "%");
        await desk.PublishAsync();

        var all = (await desk.Returns.ListAsync(new() { Department = "d1" })).ToDictionary(s => s.Id);

        // Sales and the growth of investment are known of one; of the other, sales stands entered.
        Assert.Equal((2, 0), (all[bare].AllCells, all[bare].FilledCells));
        Assert.Equal((4, 1), (all[filled].AllCells, all[filled].FilledCells));
    }

    [Fact]
    public async Task A_department_sees_its_own_returns_the_newest_quarter_first()
    {
        var (newer, older) = (await desk.OpenAsync(), await desk.OpenAsync());

        var (mine, all) = (await desk.Returns.ListAsync(new() { Department = "d1" }), await desk.Returns.ListAsync(new()));

        Assert.True(mine.ToList().FindIndex(s => s.Id == newer) < mine.ToList().FindIndex(s => s.Id == older));
        Assert.All(mine, s => Assert.Equal("d1", s.Department.Code));
        Assert.Equal(all.Select(s => s.Id), all.OrderByDescending(s => s.Quarter.Code).ThenBy(s => s.Department.Order).Select(s => s.Id));
        Assert.Equal(mine.Count * 2, all.Count);
        Assert.Empty(await desk.Returns.ListAsync(new() { Department = "d9" }));
        Assert.Null(await desk.Returns.FindAsync(int.MaxValue));
        Assert.Null(await desk.Returns.StampAsync(int.MaxValue));
    }

    [Fact]
    public async Task A_reviewer_sees_who_submitted_how_often_and_what_was_explained()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(
            id, (ReturnDesk.Investment, new(123.4m, Explanation: "核对过")), (ReturnDesk.InvestmentGrowth, new(5.6m, Explanation: "核对过")),
            (ReturnDesk.Sales, new(78.9m)), (ReturnDesk.Task, new(40m)));
        await desk.SubmitAsync(id);
        await desk.Steps.TakeBackAsync(id, await desk.VersionAsync(id), desk.Reporter);
        Assert.Null((await desk.Steps.SubmitAsync(id, await desk.VersionAsync(id), desk.Colleague)).Refusal);
        var open = await desk.OpenAsync();

        var items = (await desk.Reviews.ListAsync(desk.Reviewer, new(ReviewShow.All, null, null, null))).ToDictionary(i => i.Summary.Id);

        var item = items[id];
        Assert.Equal((2, "陈填报", 2, false, null), (item.Submissions, item.By, item.Explained, item.IsOwn, item.Correction));
        Assert.Equal((await desk.FindAsync(id)).LastSubmission!.At, item.SubmittedAt);
        Assert.Equal((0, null, null, 0), (items[open].Submissions, items[open].By, items[open].SubmittedAt, items[open].Explained));
        Assert.True(items[id].Waits);
        Assert.Equal((await desk.Returns.ListAsync(new())).Count, items.Count);
    }

    [Fact]
    public async Task A_list_is_read_by_quarter_and_what_is_owed_comes_along()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (open, released, closed) = (
            await desk.OpenAsync(), await desk.ReleasedAsync(), await desk.OpenAsync(new(now.AddDays(-20), now.AddDays(-10), now.AddDays(-1), 3, 3)));
        var quarter = (await desk.FindAsync(released)).Quarter;

        var ofQuarter = await desk.Returns.ListAsync(new() { Department = "d1", Quarters = [quarter] });
        var withOwed = (await desk.Returns.ListAsync(new() { Department = "d1", Quarters = [quarter], OwedAt = now })).Select(r => r.Id).ToArray();

        Assert.Equal([released], ofQuarter.Select(r => r.Id));
        Assert.Contains(open, withOwed);
        Assert.Contains(released, withOwed);
        Assert.DoesNotContain(closed, withOwed);
        Assert.Equal([released], (await desk.Returns.ListAsync(new() { Quarters = [quarter], State = ReturnState.Released })).Select(r => r.Id));
        Assert.Contains(quarter, (await desk.Returns.ChoicesAsync("d1")).Quarters);
        Assert.Equal(["d1", "d2"], (await desk.Returns.ChoicesAsync()).Departments.Select(d => d.Code));
        Assert.Equal([("quarterly", "产业能级季度表", null)], (await desk.Returns.ChoicesAsync()).Forms);
        Assert.Empty((await desk.Returns.ChoicesAsync("d9")).Quarters);
        Assert.Null(await desk.Returns.LatestJudgedAsync("d9"));
        Assert.NotNull((await desk.Returns.LatestJudgedAsync("d1"))!.OnTime(now));
        Assert.DoesNotContain(released, await desk.Returns.UnreleasedAsync(100));
    }

    [Fact]
    public async Task What_waits_comes_first_and_each_part_of_the_way_is_counted()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (submitted, corrected) = (await desk.SubmittedAsync(), await desk.ReleasedAsync());
        await desk.CorrectAsync(corrected, "口径有误");
        await desk.FillAsync(corrected, (ReturnDesk.Sales, new(80m)));
        await desk.SubmitAsync(corrected);
        var late = await desk.SubmittedAsync();
        await desk.Setup.DatesAsync((await desk.FindAsync(late)).Quarter.Code, new(now.AddDays(-30), now.AddDays(-1), now.AddDays(9), 3, 3));
        await desk.OpenAsync();
        var filter = new ReviewFilter(ReviewShow.All, null, null, "d1");

        var all = await desk.Reviews.ListAsync(desk.Reviewer, filter);
        var counts = await desk.Reviews.CountsAsync(filter);

        var ids = all.Select(i => i.Summary.Id).ToList();
        Assert.True(ids.IndexOf(late) < ids.IndexOf(submitted));
        Assert.True(ids.IndexOf(submitted) < ids.IndexOf(corrected));
        Assert.All(all.Take(counts.Of(ReviewShow.Waiting)), i => Assert.True(i.Waits));
        Assert.All(all.Skip(counts.Of(ReviewShow.Waiting)), i => Assert.False(i.Waits));
        foreach (var show in Enum.GetValues<ReviewShow>())
        {
            Assert.Equal(counts.Of(show), (await desk.Reviews.ListAsync(desk.Reviewer, filter with { Show = show })).Count);
        }

        Assert.Equal(all.Count(i => i is { Waits: true, Presses: true } && i.Summary.Dates.IsOverdue(now)), counts.Overdue);
        Assert.Empty(await desk.Reviews.ListAsync(desk.Reviewer, filter, page: 2));
        Assert.Equal([late, submitted], (await desk.Reviews.FindAsync(desk.Reviewer, [submitted, late, int.MaxValue])).Select(i => i.Summary.Id));
        Assert.NotEqual(late, (await desk.Reviews.NextAsync(desk.Reviewer, late))!.Summary.Id);
    }

    private Task PublishAsync(Quarter quarter, string indicator, string measure, string uom) => desk.ExecuteAsync(
        $"""
        INSERT INTO source_documents (identity, title, reliability) VALUES ('公报', '公报', 'official') ON CONFLICT DO NOTHING;
        INSERT INTO series (indicator_code, unit_code, measure) VALUES ('{indicator}', '140900', '{measure}') ON CONFLICT DO NOTHING;
        INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
        SELECT s.id, '{quarter.Period(RowTiming.YearToDate).Code}', '{Domain.Code.Of(quarter.Period(RowTiming.YearToDate).Kind)}', 'actual', 5, '{uom}', 'final',
            now() - interval '1 day', 'stated', now() - interval '1 day', d.id, '公报', 'official'
        FROM series s, source_documents d WHERE (s.indicator_code, s.unit_code, s.measure) = ('{indicator}', '140900', '{measure}') AND d.identity = '公报'
        """);
}
