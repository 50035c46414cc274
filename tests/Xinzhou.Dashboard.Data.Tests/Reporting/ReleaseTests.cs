using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Reporting;

/// <summary>Releasing a return: the figures it gives and where they come from, on a real database.</summary>
public sealed class ReleaseTests(ReturnDesk desk) : IClassFixture<ReturnDesk>
{
    [Fact]
    public async Task A_release_gives_a_figure_for_each_value_with_the_cell_it_came_out_of()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(
            id, (ReturnDesk.Investment, new(123.40m, Explanation: "与台账核对", Source: "投资司3号表")), (ReturnDesk.InvestmentGrowth, new(5.6m)),
            (ReturnDesk.Task, new(40m, Source: "现场")));
        Assert.Null((await desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(78.9m), 0)], desk.Colleague)).Refusal);
        await desk.SubmitAsync(id);
        var submitted = await desk.FindAsync(id);

        var outcome = await desk.Releasing.ReleaseAsync(id, submitted.Version, desk.Reviewer);

        Assert.Equal(ReturnOutcome.Done(submitted.Version + 1), outcome);
        var found = await desk.FindAsync(id);
        Assert.Equal((ReturnState.Released, null), (found.State, found.Correction));
        Assert.NotNull(found.ReleasedAt);
        Assert.Equal(
            [
                $"1-value fixed_asset_investment 140900 level 123.40 亿元 {found.SourceText} return 与台账核对；投资司3号表 by wang released li because 与台账核对",
                $"1-growth fixed_asset_investment 140900 yoy 5.6 % {found.SourceText} return by wang released li",
                $"2-value retail_sales 140900 level 78.9 亿元 {found.SourceText} return by chen released li",
            ],
            await FiguresAsync(id));
        Assert.Equal(
            ["3"],
            await desk.ListAsync(
                $"""
                SELECT count(*)::text FROM figure_origins o JOIN figures f ON f.id = o.figure_id
                WHERE o.return_id = {id} AND f.kind = 'actual' AND f.known_from = f.recorded_at AND f.known_from_basis = 'recorded'
                    AND f.recorded_at = (SELECT released_at FROM returns WHERE id = {id}) AND f.stage = 'preliminary' AND f.vintage_label <> '' AND f.scope = ''
                """));
        Assert.Equal(["1 40 现场 wang li"], await ProgressAsync(id));
        Assert.Equal(["chen", "wang"], await desk.MessagesAsync(id, "released"));
        Assert.Equal("""li return.release {"figures": 3, "progress": 1, "withdrawn": 0, "correction": null}""", (await desk.EventsAsync(id))[^1]);
        Assert.Null((await AuditChain.VerifyAsync(desk.App)).FirstBad);
    }

    [Fact]
    public async Task An_absent_value_gives_no_figure()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(
            id, (ReturnDesk.Investment, new(null, BlankReason.NotObtained, "未出")), (ReturnDesk.InvestmentGrowth, new(null, BlankReason.NotObtained, "未出")),
            (ReturnDesk.Sales, new(9m)), (ReturnDesk.Task, new(null, BlankReason.NotApplicable, "本季无")));
        await desk.SubmitAsync(id);

        await desk.ReleaseAsync(id);

        Assert.Equal(["2-value"], (await FiguresAsync(id)).Select(f => f.Split(' ')[0]));
        Assert.Empty(await ProgressAsync(id));
        Assert.Equal("""li return.release {"figures": 1, "progress": 0, "withdrawn": 0, "correction": null}""", (await desk.EventsAsync(id))[^1]);
    }

    [Fact]
    public async Task A_correction_replaces_what_it_changes_withdraws_what_it_empties_and_leaves_the_rest()
    {
        var id = await desk.ReleasedAsync();
        var first = await FiguresAsync(id);
        await desk.CorrectAsync(id, "口径有误");
        await desk.FillAsync(id, (ReturnDesk.Investment, new(130m)), (ReturnDesk.InvestmentGrowth, new(null, BlankReason.NotObtained, "待核")), (ReturnDesk.Task, new(45m)));
        await desk.SubmitAsync(id);

        await desk.ReleaseAsync(id);

        var (source, second) = ((await desk.FindAsync(id)).SourceText, await FiguresAsync(id));
        Assert.Equal([.. first, $"1-value fixed_asset_investment 140900 level 130 亿元 {source} return by wang released li corrects 口径有误"], second);
        Assert.Equal(
            ["5.6 口径有误 t"],
            await desk.ListAsync(
                $"""
                SELECT concat_ws(' ', f.value, w.reason, w.recorded_at = r.released_at AND w.known_from = r.released_at)
                FROM withdrawals w JOIN figures f ON f.id = w.figure_id JOIN figure_origins o ON o.figure_id = f.id JOIN returns r ON r.id = o.return_id WHERE r.id = {id}
                """));
        Assert.Equal(["1 40 wang li", "1 45 wang li"], await ProgressAsync(id));
        Assert.Equal(
            """li return.release {"figures": 1, "progress": 1, "withdrawn": 1, "correction": "口径有误"}""", (await desk.EventsAsync(id))[^1]);
        Assert.Null((await desk.FindAsync(id)).Correction);

        // What was withdrawn can be given again; it replaces nothing.
        await desk.CorrectAsync(id, "已核");
        await desk.FillAsync(id, (ReturnDesk.InvestmentGrowth, new(5.6m)));
        await desk.SubmitAsync(id);
        await desk.ReleaseAsync(id);
        Assert.Equal($"1-growth fixed_asset_investment 140900 yoy 5.6 % {source} return by wang released li", (await FiguresAsync(id))[^1]);
        Assert.Equal(
            """li return.release {"figures": 1, "progress": 0, "withdrawn": 0, "correction": "已核"}""", (await desk.EventsAsync(id))[^1]);
    }

    [Fact]
    public async Task Whoever_used_a_figure_is_told_that_it_is_corrected_but_not_who_corrected_it()
    {
        var (id, other) = (await desk.ReleasedAsync(), 0);
        await desk.ExecuteAsync($"INSERT INTO figure_exports (user_id, indicator_code, unit_code, at) VALUES ('{desk.Stranger.Id}', 'retail_sales', NULL, now())");
        other = await desk.SubmittedAsync();
        Assert.Null((await desk.Releasing.ReleaseAsync(other, await desk.VersionAsync(other), desk.OtherReviewer)).Refusal);
        await desk.PublishAsync();
        await desk.CorrectAsync(id, "口径有误");
        await desk.FillAsync(id, (ReturnDesk.Sales, new(79m)));
        await desk.SubmitAsync(id);

        await desk.ReleaseAsync(id);

        Assert.Equal(
            ["li", """zhao {"text": "口径有误", "reviewed": "社会消费品零售总额"}""", "zhao", """zhou {"text": "口径有误", "exported": "社会消费品零售总额"}"""],
            (await desk.MessagesAsync(id, "corrected")).Order(StringComparer.Ordinal).OrderBy(m => m.Split(' ')[0], StringComparer.Ordinal).ThenByDescending(m => m.Length));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task A_correction_takes_the_place_of_what_it_corrects_though_the_clock_was_set_back_meanwhile()
    {
        var id = await desk.ReleasedAsync();
        await desk.CorrectAsync(id, "口径有误");
        await desk.FillAsync(id, (ReturnDesk.Sales, new(79m)));
        await desk.SubmitAsync(id);

        var late = new StandingClock(TimeProvider.System.GetUtcNow().AddHours(-1));
        Assert.Null((await desk.ReleasingBy(late).ReleaseAsync(id, await desk.VersionAsync(id), desk.Reviewer)).Refusal);

        Assert.Equal(
            ["79", "78.9"],
            await desk.ListAsync(
                $"""
                SELECT f.value::text FROM figure_origins o JOIN figures f ON f.id = o.figure_id
                WHERE o.return_id = {id} AND o.row_number = 2 ORDER BY f.known_from DESC, f.id DESC
                """));
    }

    [Fact]
    public async Task A_correction_that_only_writes_another_digit_gives_a_figure()
    {
        var id = await desk.ReleasedAsync();
        await desk.CorrectAsync(id, "补足位数");
        await desk.FillAsync(id, (ReturnDesk.Sales, new(78.90m)));
        await desk.SubmitAsync(id);

        await desk.ReleaseAsync(id);

        Assert.EndsWith("corrects 补足位数", (await FiguresAsync(id))[^1], StringComparison.Ordinal);
        Assert.Equal(4, (await FiguresAsync(id)).Length);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_release_at_once_one_does()
    {
        var id = await desk.SubmittedAsync();
        var version = await desk.VersionAsync(id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Task.Run(() => desk.Releasing.ReleaseAsync(id, version, i % 2 == 0 ? desk.Reviewer : desk.OtherReviewer))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(5, outcomes.Count(o => o.Refusal == ReturnRefusal.Stale));
        Assert.Equal(3, (await FiguresAsync(id)).Length);
        Assert.Equal(["chen", "wang"], await desk.MessagesAsync(id, "released"));
    }

    [Fact]
    public async Task Returns_that_are_released_at_once_each_give_their_own_figures()
    {
        var ids = new List<int>();
        for (var i = 0; i < 4; i++) ids.Add(await desk.SubmittedAsync());
        var versions = new Dictionary<int, int>();
        foreach (var id in ids) versions[id] = await desk.VersionAsync(id);

        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => desk.Releasing.ReleaseAsync(id, versions[id], desk.Reviewer))));

        Assert.All(outcomes, o => Assert.Null(o.Refusal));
        foreach (var id in ids)
        {
            var source = (await desk.FindAsync(id)).SourceText;
            Assert.Equal(3, (await FiguresAsync(id)).Count(f => f.Contains(source, StringComparison.Ordinal)));
        }

        // In the order of commit: no number lies between those of another release.
        Assert.Equal(
            ["0"],
            await desk.ListAsync(
                """
                SELECT count(*)::text FROM (SELECT return_id, min(figure_id) a, max(figure_id) b FROM figure_origins GROUP BY return_id) x
                JOIN (SELECT return_id, min(figure_id) a, max(figure_id) b FROM figure_origins GROUP BY return_id) y
                    ON x.return_id < y.return_id AND x.a <= y.b AND y.a <= x.b AND x.b - x.a < 4 AND y.b - y.a < 4
                """));
    }

    [Fact]
    public async Task What_is_not_ready_or_not_for_him_is_not_released()
    {
        var (filled, submitted) = (await desk.FilledAsync(), await desk.SubmittedAsync());
        var (open, waits) = (await desk.VersionAsync(filled), await desk.VersionAsync(submitted));
        var before = await desk.DumpAsync();

        Assert.Equal((ReturnOutcome)ReturnRefusal.NotFound, await desk.Releasing.ReleaseAsync(int.MaxValue, 1, desk.Reviewer));
        Assert.Equal((ReturnOutcome)ReturnRefusal.Stale, await desk.Releasing.ReleaseAsync(submitted, waits - 1, desk.Reviewer));
        Assert.Equal((ReturnOutcome)ReturnRefusal.WrongRole, await desk.Releasing.ReleaseAsync(submitted, waits, desk.Reporter));
        Assert.Equal((ReturnOutcome)ReturnRefusal.WrongState, await desk.Releasing.ReleaseAsync(filled, open, desk.Reviewer));
        Assert.Equal(before, await desk.DumpAsync());
    }

    [Fact]
    public async Task What_a_rule_asks_about_since_it_was_submitted_is_not_released()
    {
        var id = await desk.SubmittedAsync();
        // As if a rule had come between: the cell is sent back and untouched.
        await desk.ExecuteAsync($"UPDATE return_cells SET sent_back = true WHERE return_id = {id} AND row_number = 2");
        var before = await desk.DumpAsync();

        Assert.Equal((ReturnOutcome)ReturnRefusal.Incomplete, await desk.Releasing.ReleaseAsync(id, await desk.VersionAsync(id), desk.Reviewer));

        Assert.Equal(before, await desk.DumpAsync());
    }

    [Theory]
    [InlineData("figures")]
    [InlineData("figure_origins")]
    [InlineData("task_progress")]
    [InlineData("messages")]
    [InlineData("audit_events")]
    public async Task Of_a_release_that_breaks_off_nothing_is_left(string table)
    {
        var id = await desk.SubmittedAsync();
        var version = await desk.VersionAsync(id);

        await desk.BreaksOffAsync(table, () => desk.Releasing.ReleaseAsync(id, version, desk.Reviewer));
    }

    /// <summary>What a return has given, the oldest first.</summary>
    private Task<string[]> FiguresAsync(int id) => desk.ListAsync(
        $"""
        SELECT concat_ws(' ', o.row_number || '-' || o.field, s.indicator_code, s.unit_code, s.measure, f.value, f.uom, f.source_text, f.reliability, f.note,
            'by ' || e.user_name, 'released ' || l.user_name, 'because ' || o.explanation, 'corrects ' || o.correction)
        FROM figure_origins o JOIN figures f ON f.id = o.figure_id JOIN series s ON s.id = f.series_id
            JOIN users e ON e.id = o.entered_by JOIN users l ON l.id = o.released_by
        WHERE o.return_id = {id} ORDER BY f.id
        """);

    private Task<string[]> ProgressAsync(int id) => desk.ListAsync(
        $"""
        SELECT concat_ws(' ', p.task_number, p.percent, p.text, e.user_name, l.user_name)
        FROM task_progress p JOIN users e ON e.id = p.entered_by JOIN users l ON l.id = p.released_by WHERE p.return_id = {id} ORDER BY p.id
        """);
}
