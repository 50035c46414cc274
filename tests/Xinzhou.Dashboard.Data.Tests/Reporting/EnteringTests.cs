using System.Diagnostics;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Reporting;

/// <summary>Entering the cells of a return, on a real database.</summary>
public sealed class EnteringTests(ReturnDesk desk) : IClassFixture<ReturnDesk>
{
    [Fact]
    public async Task A_new_cell_is_kept_with_who_and_when_and_the_return_is_in_progress()
    {
        var id = await desk.OpenAsync();
        var (before, stamp) = (await desk.FindAsync(id), await desk.Returns.StampAsync(id));

        var (refusal, outcomes, _) = await desk.Entry.SaveAsync(
            id, [new(ReturnDesk.Investment, new(100.50m, Explanation: "核对过", Source: "台账"), 0)], desk.Reporter);

        Assert.Null(refusal);
        var after = await desk.FindAsync(id);
        var cell = Assert.Single(after.Cells).Value;
        Assert.Equal((ReturnState.Open, ReturnState.InProgress, before.Version + 1), (before.State, after.State, after.Version));
        Assert.Equal(new CellEntry(100.50m, Explanation: "核对过", Source: "台账"), cell.Entry);
        Assert.Equal((1, new Person(desk.Reporter.Id, "王填报"), false), (cell.Version, cell.By, cell.SentBack));
        Assert.InRange(TimeProvider.System.GetUtcNow() - cell.At, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(5));
        var outcome = Assert.Single(outcomes);
        Assert.Equal((ReturnDesk.Investment, null, cell.Entry, 1), (outcome.Address, outcome.Refusal, outcome.Stored!.Entry, outcome.Stored.Version));
        Assert.Equal(
            ["""wang return.enter {"cells": [{"cell": "1-value", "blank": null, "value": "100.50", "version": 1}]}"""], await desk.EventsAsync(id));
        Assert.NotEqual(stamp, await desk.Returns.StampAsync(id));
        Assert.Equal($"in_progress|{after.Version}|1", await desk.Returns.StampAsync(id));
    }

    // Alone in a process it shows that what reads a return may first be run by who changes it.
    [Fact]
    public async Task A_cell_is_changed_by_who_has_not_looked_at_the_return_before()
    {
        var id = await desk.OpenAsync();
        Assert.Null((await desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(1m), 0)], desk.Reporter)).Refusal);

        var outcome = await desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(2m), 1)], desk.Reporter);

        Assert.Null(Assert.Single(outcome.Cells).Refusal);
        Assert.Equal(2m, (await desk.FindAsync(id)).Cells[ReturnDesk.Sales].Entry.Value);
    }

    [Fact]
    public async Task A_changed_cell_gets_its_next_version_and_keeps_what_stood_there()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(id, (ReturnDesk.Sales, new(1.0m, Source: "甲")));
        var version = await desk.VersionAsync(id);

        var (_, outcomes, _) = await desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(1.00m, Source: "甲"), 1)], desk.Colleague);

        Assert.Null(Assert.Single(outcomes).Refusal);
        var found = await desk.FindAsync(id);
        Assert.Equal((version, 2, "1.00", "陈填报"), (found.Version, found.Cells[ReturnDesk.Sales].Version, Digits(found.Cells[ReturnDesk.Sales]), found.Cells[ReturnDesk.Sales].By.Name));
        var history = await desk.Returns.HistoryAsync(id, ReturnDesk.Sales);
        Assert.Equal([(2, "1.00", "陈填报"), (1, "1.0", "王填报")], history.Select(h => (h.Version, Digits(h), h.By.Name)));
        Assert.Empty(await desk.Returns.HistoryAsync(id, ReturnDesk.Investment));
        var seen = await desk.Returns.AtAsync(id, [(ReturnDesk.Sales, 1), (ReturnDesk.Sales, 1), (ReturnDesk.Investment, 1), (ReturnDesk.Sales, 9)]);
        Assert.Equal(new CellEntry(1.0m, Source: "甲"), Assert.Single(seen).Value);
        Assert.Equal(2, (await desk.EventsAsync(id)).Length);
    }

    [Fact]
    public async Task An_absent_value_has_a_reason_and_both_can_be_taken_back()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(id, (ReturnDesk.Sales, new(null, BlankReason.NotObtained, "数据未出")));
        Assert.Equal(new CellEntry(null, BlankReason.NotObtained, "数据未出"), (await desk.FindAsync(id)).Cells[ReturnDesk.Sales].Entry);

        await desk.FillAsync(id, (ReturnDesk.Sales, new(5m)));
        Assert.Equal(new CellEntry(5m), (await desk.FindAsync(id)).Cells[ReturnDesk.Sales].Entry);

        await desk.FillAsync(id, (ReturnDesk.Sales, CellEntry.Empty));
        var cell = (await desk.FindAsync(id)).Cells[ReturnDesk.Sales];
        Assert.Equal((CellEntry.Empty, 3), (cell.Entry, cell.Version));
        Assert.Equal([null, null, BlankReason.NotObtained], (await desk.Returns.HistoryAsync(id, ReturnDesk.Sales)).Select(h => h.Entry.Blank));
    }

    [Fact]
    public async Task What_somebody_else_has_changed_since_comes_back_and_the_rest_is_saved()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(id, (ReturnDesk.Sales, new(1m)));
        await desk.FillAsync(id, (ReturnDesk.Sales, new(2m)));

        var (refusal, outcomes, _) = await desk.Entry.SaveAsync(
            id, [new(ReturnDesk.Sales, new(3m), 1), new(ReturnDesk.Investment, new(4m), 0)], desk.Colleague);

        Assert.Null(refusal);
        Assert.Equal([ReturnRefusal.Stale, null], outcomes.Select(o => o.Refusal));
        Assert.Equal((2m, 2), (outcomes[0].Stored!.Entry.Value, outcomes[0].Stored!.Version));
        var found = await desk.FindAsync(id);
        Assert.Equal((2m, 4m), (found.Cells[ReturnDesk.Sales].Entry.Value, found.Cells[ReturnDesk.Investment].Entry.Value));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_fill_an_empty_cell_at_once_one_does()
    {
        var id = await desk.OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i =>
            Task.Run(() => desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(i), 0)], desk.Reporter))));

        var cells = outcomes.Select(o => Assert.Single(o.Cells)).ToArray();
        var saved = Assert.Single(cells, c => c.Refusal is null);
        Assert.Equal(5, cells.Count(c => c.Refusal == ReturnRefusal.Stale && c.Stored!.Entry == saved.Stored!.Entry));
        Assert.Equal(saved.Stored!.Entry, (await desk.FindAsync(id)).Cells[ReturnDesk.Sales].Entry);
        Assert.Single(await desk.EventsAsync(id));
    }

    [Fact]
    public async Task What_is_sent_again_is_saved_once()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(id, (ReturnDesk.Sales, new(1m)));
        var before = await desk.DumpAsync();

        var (_, again, _) = await desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(1m), 0)], desk.Reporter);
        var (_, nothing, _) = await desk.Entry.SaveAsync(id, [], desk.Reporter);

        Assert.Equal((null, 1), (Assert.Single(again).Refusal, again[0].Stored!.Version));
        Assert.Empty(nothing);
        Assert.Equal(before, await desk.DumpAsync());
    }

    [Fact]
    public async Task A_block_of_two_hundred_cells_is_saved_with_as_many_statements_as_one_cell()
    {
        await desk.Setup.FormAsync(await CountyRows.ReadAsync(desk.App, 200), ["d1"], "counties", "县区表");
        var id = await desk.Setup.OpenAsync("2026-Q3", "d1", "counties");
        await desk.PublishAsync();
        await desk.Entry.SaveAsync(id, [Edit(1, 1m, 0)], desk.Reporter);

        var one = await StatementsAsync(() => desk.Entry.SaveAsync(id, [Edit(1, 2m, 1)], desk.Reporter));
        var all = await StatementsAsync(() => desk.Entry.SaveAsync(
            id, [Edit(1, 3m, 2), .. Enumerable.Range(2, 199).Select(row => Edit(row, row, 0))], desk.Reporter));

        Assert.Equal(one, all);
        var cells = (await desk.FindAsync(id)).Cells;
        Assert.Equal(200, cells.Count);
        Assert.Equal((3m, 3), (cells[new(1, CellField.Value)].Entry.Value, cells[new(1, CellField.Value)].Version));
        Assert.Equal((200m, 1), (cells[new(200, CellField.Value)].Entry.Value, cells[new(200, CellField.Value)].Version));

        static CellEdit Edit(int row, decimal value, int seen) => new(new(row, CellField.Value), new(value), seen);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_at_its_cell_and_the_rest_is_saved()
    {
        var id = await desk.OpenAsync();

        var (_, outcomes, _) = await desk.Entry.SaveAsync(
            id,
            [
                new(new(99, CellField.Value), new(1m), 0),
                new(new(2, CellField.Growth), new(1m), 0),
                new(ReturnDesk.Investment, new(null, BlankReason.NotOccurred), 0),
                new(ReturnDesk.InvestmentGrowth, new(1m, Source: new('源', 301)), 0),
                new(ReturnDesk.Task, new(1m, BlankReason.NotOccurred, "既有又无"), 0),
                new(ReturnDesk.Sales, new(1.5m), 0),
            ],
            desk.Reporter);

        Assert.Equal(
            [ReturnRefusal.NotFound, ReturnRefusal.NotFound, ReturnRefusal.ReasonMissing, ReturnRefusal.TooLong, ReturnRefusal.NotFound, null],
            outcomes.Select(o => o.Refusal));
        Assert.Equal([ReturnDesk.Sales], (await desk.FindAsync(id)).Cells.Keys);
    }

    [Fact]
    public async Task Who_may_not_enter_or_comes_at_another_time_changes_nothing()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (open, early, closed) = (
            await desk.OpenAsync(),
            await desk.OpenAsync(new(now.AddDays(1), now.AddDays(10), now.AddDays(20), 3, 3)),
            await desk.OpenAsync(new(now.AddDays(-20), now.AddDays(-10), now.AddDays(-1), 3, 3)));
        var submitted = await desk.SubmittedAsync();
        var before = await desk.DumpAsync();

        foreach (var (id, actor, expected) in new[]
        {
            (int.MaxValue, desk.Reporter, ReturnRefusal.WrongDepartment),
            (int.MaxValue, desk.Reviewer, ReturnRefusal.NotFound),
            (open, desk.Stranger, ReturnRefusal.WrongDepartment),
            (open, desk.Reviewer, ReturnRefusal.WrongRole),
            (early, desk.Reporter, ReturnRefusal.NotOpen),
            (closed, desk.Reporter, ReturnRefusal.Closed),
            (submitted, desk.Reporter, ReturnRefusal.WrongState),
        })
        {
            var (refusal, outcomes, _) = await desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(7m), 0)], actor);
            Assert.Equal((expected, 0), (refusal, outcomes.Count));
        }

        Assert.Equal(before, await desk.DumpAsync());
    }

    [Theory]
    [InlineData("return_cell_changes")]
    [InlineData("return_cells")]
    [InlineData("audit_events")]
    public async Task Of_a_save_that_breaks_off_nothing_is_left(string table)
    {
        var id = await desk.OpenAsync();

        await desk.BreaksOffAsync(table, () => desk.Entry.SaveAsync(
            id, [new(ReturnDesk.Sales, new(7m), 0), new(ReturnDesk.Investment, new(8m), 0)], desk.Reporter));
    }

    /// <summary>How often the database is spoken to; a batch counts once.</summary>
    private static async Task<int> StatementsAsync(Func<Task> command)
    {
        var count = 0;
        using var mine = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == mine.TraceId) Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await command();
        Assert.NotEqual(0, count);
        return count;
    }

    private static string Digits(ReturnCell cell) => cell.Entry.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
