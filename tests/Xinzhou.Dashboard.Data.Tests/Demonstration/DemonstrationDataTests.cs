using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Demonstration;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Tests.Demonstration;

public sealed class DemonstrationDataTests(DemonstrationDatabase database) : IClassFixture<DemonstrationDatabase>
{
    private static readonly Quarter Current = new(2026, 3);

    [Fact]
    public async Task It_holds_twelve_quarters_and_a_return_in_every_state()
    {
        var all = await database.Returns.ListAsync(new());
        Assert.Equal(12, all.Select(r => r.Quarter).Distinct().Count());
        Assert.Equal(Current, all.Max(r => r.Quarter.Code) is { } code ? Quarter.Parse(code) : null);
        Assert.Equal(Enum.GetValues<ReturnState>(), all.Select(r => r.State).Distinct().Order());
        Assert.Contains(all, r => r.OnTime(database.Day) == false);
        Assert.Contains(all, r => r.OnTime(database.Day) == true);
    }

    [Fact]
    public async Task The_quarter_that_is_being_reported_leaves_something_to_do_for_everybody()
    {
        var now = (await database.Returns.ListAsync(new())).Where(r => r.Quarter == Current).ToDictionary(r => r.FormCode);
        Assert.Equal(ReturnState.InProgress, now["industry"].State);
        Assert.Equal(ReturnState.Submitted, now["county-economy"].State);
        Assert.Equal(ReturnState.Returned, now["key-tasks"].State);
        Assert.Equal(ReturnState.Open, now["development-zones"].State);
        Assert.Equal(ReturnState.Released, now["incomes"].State);
        Assert.All(now.Values, r => Assert.True(r.Dates.OpensAt < database.Day && database.Day < r.Dates.DueAt));

        var sheet = database.Snapshot.Judge(database.Day).Judge(await database.FindAsync(now["industry"]));
        Assert.Contains(sheet.Cells, c => c.State == CellState.NeedsExplanation);
        Assert.Contains(sheet.Cells, c => c.State == CellState.Error);
        Assert.Contains(sheet.Cells, c => c.State == CellState.NotObtained);
        Assert.Contains(sheet.Cells, c => c.State == CellState.Empty);
        Assert.All(sheet.Cells.Where(c => c.Entry.Value is not null && c.Address.Field == CellField.Value), c => Assert.NotNull(c.Entry.Source));
    }

    [Fact]
    public async Task A_stock_that_did_not_change_is_reported_as_its_value()
    {
        var industry = (await database.Returns.ListAsync(new())).Single(r => r.Quarter == Current && r.FormCode == "industry");
        var sheet = database.Snapshot.Judge(database.Day).Judge(await database.FindAsync(industry));

        Assert.Contains(sheet.Rows, r => r.Row.IsStock && r.Cell(CellField.Value)?.Entry.Value is { } value && value == r.QuarterBefore?.Value);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM return_cells WHERE blank = 'not_occurred'"));
    }

    [Fact]
    public async Task What_adds_up_over_the_year_in_industry_has_a_made_up_target()
    {
        var id = (await database.Returns.ListAsync(new())).Single(r => r.Quarter == Current.Previous && r.FormCode == "industry");
        var sheet = database.Snapshot.Judge(database.Day).Judge(await database.FindAsync(id));

        Assert.All(sheet.Rows.Where(r => r.Row.IsFlow), r => Assert.InRange(r.OfTarget ?? 0, 30, 70));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM figures f WHERE f.source_text LIKE '演示%' AND f.source_text NOT LIKE '演示历史数据 %' AND f.kind <> 'target'"));
    }

    [Fact]
    public async Task Work_items_were_checked_in_with_made_up_evidence_one_came_back_and_some_were_missed()
    {
        var held = database.Snapshot;
        var duties = CheckInDuties.Of(held.PlanBook, held.CheckIns, Current, LightSettings.Default, database.Day);

        Assert.Equal(Enum.GetValues<CheckInState>(), duties.Select(d => d.State).Distinct().Order());
        Assert.Contains(duties, d => d.IsLate(Shanghai.DayOf(database.Day)) && d.State == CheckInState.Open);
        Assert.All(duties.SelectMany(d => d.Latest?.Evidence ?? []), e => Assert.StartsWith("演示佐证", e.Name, StringComparison.Ordinal));
        Assert.Equal(3, await CountAsync("SELECT count(*) FROM evidence"));
        Assert.NotEqual(0, await CountAsync("SELECT count(*) FROM messages WHERE kind = 'check_in_missed' AND read_at IS NULL"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM check_ins WHERE done NOT LIKE '演示%'"));
    }

    [Fact]
    public void Notices_stand_in_every_stage_and_on_every_rung_each_step_was_late_and_what_is_shown_is_made_up()
    {
        var notices = database.Snapshot.Notices.At(new AsOf(database.Day), ReferenceWorkingDays.Read());
        var done = notices.SelectMany(n => n.Events).ToList();

        Assert.Equal(Enum.GetValues<NoticeStage>(), notices.Select(n => n.Stage).Distinct().Order());
        Assert.Equal(Enum.GetValues<NoticeAct>().Except([NoticeAct.RefuseExtension]), done.Select(e => e.Act).Distinct().Order());
        Assert.Equal(Enum.GetValues<EscalationLevel>(), done.Select(e => e.Level).OfType<EscalationLevel>().Distinct().Order());
        Assert.Equal([NoticeStep.Sign, NoticeStep.Feedback, NoticeStep.Settle], done.Select(e => e.Step).OfType<NoticeStep>().Distinct().Order());
        Assert.Contains(notices, n => n.IsPaused);
        Assert.Equal(
            [NoticeAct.Feedback, NoticeAct.Claim, NoticeAct.Refuse, NoticeAct.Verify, NoticeAct.Reopen],
            notices.SelectMany(n => n.Files).Select(f => f.With.Act).Distinct().Order());
        Assert.All(
            notices.SelectMany(n => n.Files),
            f => Assert.StartsWith(f.With.Act.IsOfCheck() ? "演示现场" : "演示佐证", f.Evidence.File.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Some_commitments_are_signed_one_has_changed_since_one_change_is_pending_and_one_was_rejected()
    {
        var (snapshot, now) = (database.Snapshot, new AsOf(database.Day));
        var terms = snapshot.LightsAt(now).Targets.Where(t => t.Commitment is not null).Select(t => TargetTerms.Of(t.Figure, t.Commitment!)).ToList();

        Assert.Equal(3, terms.Count(t => snapshot.Pledges.SignatureUnder(t, now) is not null));
        Assert.Single(terms, t => snapshot.Pledges.FallenAway(t, now) is not null);
        var verdicts = snapshot.Pledges.Proposals.Select(p => p.Decision?.Verdict).ToList();
        Assert.All(verdicts.SkipLast(2), v => Assert.Equal(ProposalVerdict.Approved, v));
        Assert.Equal([ProposalVerdict.Approved, ProposalVerdict.Rejected, null], verdicts.TakeLast(3));
    }

    [Fact]
    public void A_good_part_of_targets_and_work_items_has_a_plan_path_and_lights_of_all_colours_remain()
    {
        var (snapshot, now) = (database.Snapshot, new AsOf(database.Day));
        var board = snapshot.LightsAt(now);

        Assert.InRange(board.Targets.Count(t => t.Commitment is { Path.Count: > 0 }), 6, 40);
        Assert.InRange(snapshot.PlanAt(now).Tasks.SelectMany(t => t.WorkItems).Count(i => i.Path.Count > 0), 25, 80);
        Assert.Equal(Enum.GetValues<LightColour>().Order(), board.All.Select(l => l.Computed).Distinct().Order());
    }

    [Theory]
    [InlineData("tertiary_industry_investment")]
    [InlineData("specialty_town_output")]
    [InlineData("key_industry_chain_project_investment")]
    [InlineData("provincial_chain_enterprise_revenue")]
    public void Headline_series_reach_back_far_enough_for_a_probability(string indicator)
    {
        var (snapshot, now) = (database.Snapshot, new AsOf(database.Day));
        var target = snapshot.LightsAt(now).Targets.First(t => t.Figure.Series.Indicator.Code == indicator && t.Year is > 2026 and <= 2030).Figure;

        var outlook = SeriesOutlook.Of(snapshot.Figures.At(now), target.Series);

        Assert.Null(outlook.Refusal);
        Assert.Equal(Period.Quarter(2019, 1), outlook.Values[0].Period);
        Assert.Equal(Period.Quarter(2026, 2), outlook.Values[^1].Period);
        Assert.NotNull(outlook.Probability(target, target.Value!.Value, ForecastDirection.Up));
        Assert.All(outlook.Values, v => Assert.True(snapshot.IsGenerated(v.Figure)));
    }

    [Theory]
    [InlineData(Clock.Known)]
    [InlineData(Clock.Recorded)]
    public void Every_light_that_turned_has_a_cause_since_whatever_day_it_is_looked_at(Clock clock)
    {
        var (known, now, days) = (database.Snapshot.Knowledge, new AsOf(database.Day, clock), ReferenceWorkingDays.Read());
        var turned = new HashSet<TurnCauseKind>();
        foreach (var back in new[] { 1, 7, 20, 30, 91, 183, 365, 730 })
        {
            var list = ChangeList.Between(known, database.Day.AddDays(-back), now, days);
            Assert.All(list.Lights, l =>
            {
                Assert.NotEmpty(l.Causes);
                Assert.All(l.Steps, s => Assert.NotEmpty(s.Causes));
                Assert.Equal(list.After.Find(l.Subject)?.Colour, l.Steps[^1].After?.Colour);
            });
            turned.UnionWith(list.Lights.SelectMany(l => l.Causes).Select(c => c.Kind));
            // What shows another colour than then is told: nothing turned that the list misses.
            var subjects = list.Lights.Select(l => l.Subject).ToHashSet();
            Assert.All(
                list.After.Items.Concat(list.After.Tasks).Where(l => list.Before.Find(l.Subject) is { } before && before.Colour != l.Colour),
                l => Assert.Contains(l.Subject, subjects));
        }

        Assert.Contains(TurnCauseKind.Report, turned);
        if (clock == Clock.Known) Assert.Contains(TurnCauseKind.Time, turned);
    }

    [Fact]
    public async Task What_was_achieved_was_recorded_before_the_review_that_signed_it()
    {
        Assert.NotEqual(0, await CountAsync("SELECT count(*) FROM outcome_statements WHERE achieved_day IS NOT NULL"));
        Assert.Equal(0, await CountAsync(
            """
            SELECT count(*) FROM outcome_statements o
            WHERE o.achieved_day IS NOT NULL AND NOT (o.known_from <= o.recorded_at AND o.recorded_at < (SELECT min(p.frozen_at) FROM review_packs p JOIN reviews r ON r.id = p.review_id WHERE r.subject = o.year::text))
            """));
    }

    [Fact]
    public async Task One_of_its_reporters_has_a_colleague()
    {
        Assert.Equal(2, await CountAsync("SELECT count(*) FROM users WHERE is_persona AND role = 'reporter' AND department_code = 'demo-a'"));
        Assert.Contains(DemonstrationData.People, p => p.UserName == "reporter-a2");
    }

    [Fact]
    public void Every_county_has_a_value_of_every_quarter_except_where_a_document_speaks()
    {
        var view = database.Snapshot.Figures.At(new(database.Day));
        foreach (var county in database.Snapshot.Catalogue.Counties)
        {
            for (var quarter = new Quarter(2023, 4); quarter != Current; quarter = quarter.Next)
            {
                var shown = view.Shown("retail_sales", county.Code, Measure.Level, quarter.Period(RowTiming.YearToDate));
                Assert.True(shown is { Value: > 0 }, $"{county.Name} {quarter.Code}");
            }
        }
    }

    [Theory, InlineData("retail_sales"), InlineData("general_budget_revenue"), InlineData("fixed_asset_investment")]
    public void The_counties_add_up_to_the_city(string indicator)
    {
        var view = database.Snapshot.Figures.At(new(database.Day));
        for (var quarter = new Quarter(2024, 1); quarter.Number < 4; quarter = quarter.Next)
        {
            var period = quarter.Period(RowTiming.YearToDate);
            var city = view.Shown(indicator, database.Snapshot.Catalogue.City.Code, Measure.Level, period);
            Assert.Equal(database.Snapshot.Catalogue.Counties.Sum(c => view.Shown(indicator, c.Code, Measure.Level, period)!.Value), city?.Value);
        }
    }

    [Fact]
    public void Every_task_has_come_as_far_in_every_quarter_as_the_one_before_or_further()
    {
        foreach (var task in database.Snapshot.Plan.Tasks)
        {
            var known = TaskProgress.Known(database.Snapshot.Progress, task.Number, database.Day);
            Assert.Equal(11, known.Count);
            Assert.Equal(known.Select(p => p.Percent).OrderDescending(), known.Select(p => p.Percent));
            Assert.All(known, p => Assert.NotEqual(p.EnteredBy, p.ReleasedBy));
        }

        Assert.Equal(9, TaskProgress.Known(database.Snapshot.Progress, 1, database.Day.AddMonths(-8)).Count);
    }

    [Fact]
    public async Task No_figure_of_a_document_is_asked_again_or_replaced()
    {
        var real = await CountAsync("SELECT count(*) FROM figures f WHERE NOT EXISTS (SELECT FROM figure_origins o WHERE o.figure_id = f.id) AND f.source_text NOT LIKE '演示%'");
        Assert.Equal(26 + 436, real);
        var view = database.Snapshot.Figures.At(new(database.Day));
        Assert.Equal(1330.4m, view.Shown("gdp", "140900", Measure.Level, Period.FullYear(2025))?.Value);
        var replaced = await TextAsync(
            """
            SELECT coalesce(string_agg(concat_ws(' ', s.indicator_code, s.unit_code, s.measure, made.period_code, made.value, real.value), E'\n'), '')
            FROM figures made JOIN series s ON s.id = made.series_id JOIN figure_origins o ON o.figure_id = made.id
            JOIN figures real ON real.series_id = made.series_id AND real.period_code = made.period_code AND real.kind = made.kind AND real.scope = made.scope
            WHERE NOT EXISTS (SELECT FROM figure_origins p WHERE p.figure_id = real.id)
            """);
        Assert.True(replaced.Length == 0, replaced);
    }

    [Fact]
    public async Task Its_figures_name_a_made_up_department_and_the_installation_says_what_it_is()
    {
        Assert.True(database.Snapshot.Demonstration);
        Assert.Equal(0, await CountAsync(
            """
            SELECT count(*) FROM figures f JOIN figure_origins o ON o.figure_id = f.id
            JOIN source_documents s ON s.id = f.source_id WHERE s.title NOT LIKE '填报 % 演示单位_ %'
            """));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("DELETE FROM demonstration"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_second_one_is_refused_and_changes_nothing()
    {
        var before = await CountAsync("SELECT count(*) FROM audit_events");
        Assert.False(await database.LoadAsync());
        Assert.Equal(before, await CountAsync("SELECT count(*) FROM audit_events"));
    }

    [Fact]
    public async Task The_audit_log_holds_together()
    {
        var verdict = await AuditVerification.VerifyAsync(database.App, null);
        Assert.True(verdict.IsSound, verdict.Fault);
        Assert.True(verdict.Events > 200, $"{verdict.Events} events");
        Assert.Equal((0L, null), (verdict.Figures.Uncovered, verdict.Figures.Opened));
    }

    [Fact]
    public async Task Loaded_on_another_day_it_has_the_same_figures_of_the_same_quarters()
    {
        await using var later = new DemonstrationDatabase { Day = new(2027, 2, 15, 9, 0, 0, TimeSpan.FromHours(8)) };
        await later.InitializeAsync();
        var (ours, theirs) = (await FiguresAsync(database), await FiguresAsync(later));
        var common = ours.Keys.Intersect(theirs.Keys).ToArray();
        Assert.True(common.Length > 800, $"{common.Length} of {ours.Count}");
        Assert.All(common, key => Assert.Equal(ours[key], theirs[key]));
    }

    /// <summary>What the returns gave, without the quarter that is being reported.</summary>
    private static async Task<Dictionary<string, decimal>> FiguresAsync(DemonstrationDatabase database)
    {
        await using var command = database.App.CreateCommand(
            """
            SELECT s.indicator_code || ' ' || s.unit_code || ' ' || s.measure || ' ' || f.period_code, f.value
            FROM figures f JOIN figure_origins o ON o.figure_id = f.id JOIN series s ON s.id = f.series_id
            WHERE f.value IS NOT NULL
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var figures = new Dictionary<string, decimal>();
        while (await reader.ReadAsync()) figures[reader.GetString(0)] = reader.GetDecimal(1);
        return figures;
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var command = database.App.CreateCommand(sql);
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> TextAsync(string sql)
    {
        await using var command = database.App.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.App.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
