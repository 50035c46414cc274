using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Reporting;

/// <summary>Forms and the calendar as the system administrator keeps them, on a real database.</summary>
public sealed class FormCatalogueTests : IAsyncLifetime
{
    private static readonly CellAddress First = new(1, CellField.Value);
    private static readonly CellAddress Second = new(2, CellField.Value);

    private readonly PostgresDatabase _database = new();
    private readonly SnapshotStore _store = new();
    private ReturnSetup _setup = null!;
    private FormCatalogue _forms = null!;
    private CalendarEntries _calendar = null!;
    private Actor _admin = null!;
    private Actor _reporter = null!;
    private Actor _reviewer = null!;

    private ReturnList Returns => new(_database.Contexts, _store, TimeProvider.System);

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _setup = new(_database.Owner, _database.App);
        await _setup.DepartmentAsync("d1", "测试局甲");
        await _setup.DepartmentAsync("d2", "测试局乙");
        _admin = await _setup.UserAsync("sun", Role.Admin, name: "孙管理");
        _reporter = await _setup.UserAsync("wang", Role.Reporter, "d1", "王填报");
        _reviewer = await _setup.UserAsync("li", Role.Reviewer, name: "李审核");
        await _setup.FormAsync([ReturnSetup.Series("fixed_asset_investment"), ReturnSetup.Series("retail_sales")], ["d1"]);
        _store.Replace(await new SnapshotLoader(_database.Contexts).LoadAsync());
        _forms = new(_database.Contexts, _store, TimeProvider.System);
        _calendar = new(_database.Contexts, TimeProvider.System);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Returns_keep_the_form_they_were_opened_with_and_are_released_by_it()
    {
        var old = await _setup.OpenAsync("2025-Q2", "d1");
        await FillAsync(old, (First, 100.5m), (Second, 200.5m));
        var form = (await _forms.FindAsync(ReturnSetup.Form))!;
        // The other way round, and under another name.
        Assert.Null((await _forms.SaveAsync(form with { Name = "新名称", Rows = Swapped(form) }, form.Version, "调整顺序", _admin)).Refusal);

        var opened = await _setup.OpenAsync("2025-Q3", "d1");

        var (before, after) = ((await Returns.FindAsync(old))!, (await Returns.FindAsync(opened))!);
        Assert.Equal(("产业能级季度表", 1, "fixed_asset_investment"), (before.Form.Name, before.Form.Version, before.Form.Rows[0].Indicator!.Code));
        Assert.Equal(("新名称", 2, "retail_sales"), (after.Form.Name, after.Form.Version, after.Form.Rows[0].Indicator!.Code));
        Assert.Equal(["新名称", "产业能级季度表"], (await Returns.ListAsync(new())).Select(r => r.FormName));
        var third = await _setup.OpenAsync("2025-Q4", "d1");
        Assert.Equal(
            [(2, "2025-Q3", "2025-Q4"), (1, "2025-Q2", "2025-Q2")],
            (await _forms.HistoryAsync(ReturnSetup.Form)).Select(v => (v.Number, v.First!.Value.Code, v.Last!.Value.Code)));
        Assert.NotEqual(opened, third);

        var steps = new ReturnSteps(_database.Contexts, _store, TimeProvider.System);
        var submitted = await steps.SubmitAsync(old, before.Version, _reporter);
        Assert.Null(submitted.Refusal);
        Assert.Null((await new ReturnRelease(_database.Contexts, _store, TimeProvider.System).ReleaseAsync(old, submitted.Version, _reviewer)).Refusal);
        Assert.Equal("fixed_asset_investment 1 100.5, retail_sales 2 200.5", await ScalarAsync<string>(
            """
            SELECT string_agg(concat_ws(' ', s.indicator_code, o.row_number, f.value), ', ' ORDER BY s.indicator_code)
            FROM figure_origins o JOIN figures f ON f.id = o.figure_id JOIN series s ON s.id = f.series_id
            """));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task A_department_taken_out_gets_no_more_returns_and_keeps_those_it_has()
    {
        var old = await _setup.OpenAsync("2025-Q2", "d1");
        var form = (await _forms.FindAsync(ReturnSetup.Form))!;
        Assert.Null((await _forms.SaveAsync(form with { Departments = ["d2"] }, form.Version, "转由乙局填报", _admin)).Refusal);

        await _setup.OpenAsync("2025-Q3", "d2");

        // The quarter that is still open is asked of the new one too.
        Assert.Equal([("2025-Q3", "d2"), ("2025-Q2", "d1"), ("2025-Q2", "d2")], (await Returns.ListAsync(new())).Select(r => (r.Quarter.Code, r.Department.Code)));
        await FillAsync(old, (First, 1m));
        var now = (await _forms.FindAsync(ReturnSetup.Form))!;
        Assert.Null((await _forms.SaveAsync(now with { Departments = ["d1", "d2"] }, now.Version, "两局都填", _admin)).Refusal);
        Assert.Equal(["d1", "d2"], (await _forms.FindAsync(ReturnSetup.Form))!.Departments);
    }

    [Fact]
    public async Task A_new_form_is_entered_with_its_rows_and_a_form_out_of_use_is_not_opened()
    {
        var share = new[]
        {
            ReturnSetup.Series("installed_capacity_total", "万千瓦", 2, timing: RowTiming.PointInTime) with { Number = 1 },
            ReturnSetup.Series("installed_capacity_new_and_clean", "万千瓦", 2, timing: RowTiming.PointInTime) with { Number = 2 },
            ReturnSetup.Share("installed_capacity_new_and_clean_share", 2, 1, RowTiming.PointInTime) with { Number = 3 },
        };
        var form = new ReturnForm { Code = "capacity", Name = "装机季度表", Stage = Domain.Indicators.Stage.Flash, Departments = ["d2"], Rows = InCatalogue(share), Active = false };

        Assert.Null((await _forms.SaveAsync(form, null, "新建", _admin)).Refusal);

        var held = (await _forms.FindAsync("capacity"))!;
        Assert.Equal((3, 2, 1, 1), (held.Rows.Count, held.Rows[2].PartRow!.Value, held.Rows[2].TotalRow!.Value, held.Version));
        var version = Assert.Single(await _forms.HistoryAsync("capacity"));
        Assert.Equal((1, "孙管理", "新建"), (version.Number, version.By!.Name, version.Reason));
        Assert.Equal(ChangeRefusal.Taken, (await _forms.SaveAsync(form with { Name = "另一张" }, null, "再建", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.NameTaken, (await _forms.SaveAsync(form with { Code = "capacity-2" }, null, "同名", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await _calendar.SetAsync("capacity", new(2026, 1), Dates(new(2026, 1)), null, null, _admin)).Refusal);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_change_the_version_they_saw_one_does()
    {
        var form = (await _forms.FindAsync(ReturnSetup.Form))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Task.Run(() => _forms.SaveAsync(form with { Name = $"季度表{i}" }, form.Version, "同时", _admin))));

        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Equal(5, outcomes.Count(o => o.Refusal == ChangeRefusal.Stale));
        Assert.Equal(2, (await _forms.HistoryAsync(ReturnSetup.Form)).Count);
    }

    [Fact]
    public async Task What_is_not_allowed_or_cannot_be_filled_changes_nothing()
    {
        var form = (await _forms.FindAsync(ReturnSetup.Form))!;
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Admin))
        {
            var actor = await _setup.UserAsync($"r-{role}", role, role == Role.Reporter ? "d1" : null);
            Assert.Equal(ChangeRefusal.WrongRole, (await _forms.SaveAsync(form with { Name = "越权" }, form.Version, "越权", actor)).Refusal);
            Assert.Equal(ChangeRefusal.WrongRole, (await _calendar.SetAsync(ReturnSetup.Form, new(2026, 1), Dates(new(2026, 1)), null, null, actor)).Refusal);
        }

        Assert.Equal(ChangeRefusal.ReasonMissing, (await _forms.SaveAsync(form with { Name = "无因" }, form.Version, " ", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.ReasonTooLong, (await _forms.SaveAsync(form with { Name = "无因" }, form.Version, new('因', 301), _admin)).Refusal);
        Assert.Equal(ChangeRefusal.Unchanged, (await _forms.SaveAsync(form, form.Version, "不变", _admin)).Refusal);
        var faulty = await _forms.SaveAsync(form with { Rows = [form.Rows[0], form.Rows[0] with { Number = 2 }], Departments = [] }, form.Version, "错", _admin);
        Assert.Equal([FormFaultReason.NoDepartments, FormFaultReason.Twice], faulty.Faults.Select(f => f.Reason));
        Assert.Equal(0L, await ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action IN ('form.set', 'calendar.set')"));
        Assert.Equal(1, (await _forms.FindAsync(ReturnSetup.Form))!.Version);
    }

    [Fact]
    public async Task The_database_keeps_the_rows_that_returns_were_opened_with()
    {
        await _setup.OpenAsync("2025-Q2", "d1");

        foreach (var (statement, state) in new[]
        {
            ("DELETE FROM form_rows WHERE number = 2", "23000"),
            ("UPDATE form_rows SET indicator_code = 'gdp' WHERE number = 2", "23000"),
            ("UPDATE returns SET form_version = 2", "23000"),
            ("UPDATE form_versions SET name = 'x'", "42501"),
            ("INSERT INTO form_versions (form_code, version, name, stage, changed_at, reason) VALUES ('quarterly', 2, 'x', 'final', now(), 'x')", "42501"),
        })
        {
            await using var command = _database.App.CreateCommand(statement);
            Assert.Equal((statement, state), (statement, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState));
        }
    }

    [Fact]
    public async Task The_calendar_is_changed_freely_before_it_opens_and_only_gives_more_time_afterwards()
    {
        var quarter = Quarter.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime)).Previous;
        var now = TimeProvider.System.GetUtcNow();
        var dates = new ReturnDates(now.AddDays(1), now.AddDays(10), now.AddDays(20), 3, 3);
        Assert.Null((await _calendar.SetAsync(ReturnSetup.Form, quarter, dates, null, null, _admin)).Refusal);
        Assert.Equal(ChangeRefusal.Taken, (await _calendar.SetAsync(ReturnSetup.Form, quarter, dates, null, null, _admin)).Refusal);
        Assert.Equal(ChangeRefusal.ReasonMissing, (await _calendar.SetAsync(ReturnSetup.Form, quarter, dates with { ReminderDays = 5 }, 1, " ", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.Stale, (await _calendar.SetAsync(ReturnSetup.Form, quarter, dates with { ReminderDays = 5 }, 7, "提前", _admin)).Refusal);

        Assert.Null((await _calendar.SetAsync(ReturnSetup.Form, quarter, dates with { OpensAt = now.AddHours(-1), DueAt = now.AddDays(5) }, 1, "提前", _admin)).Refusal);
        await new ReturnCalendar(_database.Contexts, TimeProvider.System).RunAsync();

        var entry = Assert.Single(await _calendar.AllAsync());
        Assert.Equal((2, 1, 0), (entry.Version, entry.Returns, entry.Submitted));
        Assert.Equal([CalendarFault.AlreadyOpened], (await SetAsync(entry.Dates with { OpensAt = now.AddHours(-2) })).Faults);
        Assert.Equal([CalendarFault.OnlyLater], (await SetAsync(entry.Dates with { DueAt = now.AddDays(4) })).Faults);
        Assert.Equal([CalendarFault.OnlyLater], (await SetAsync(entry.Dates with { ClosesAt = now.AddDays(19) })).Faults);
        Assert.Equal(ChangeRefusal.Unchanged, (await SetAsync(entry.Dates)).Refusal);
        Assert.Null((await SetAsync(entry.Dates with { DueAt = now.AddDays(8) })).Refusal);
        Assert.Equal(now.AddDays(8), (await Returns.ListAsync(new()))[0].Dates.DueAt, TimeSpan.FromMilliseconds(1));
        Assert.Equal(3L, await ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'calendar.set'"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);

        Task<ChangeOutcome<CalendarFault>> SetAsync(ReturnDates to) => _calendar.SetAsync(ReturnSetup.Form, quarter, to, 2, "顺延", _admin);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_change_a_date_they_saw_one_does()
    {
        var quarter = new Quarter(2030, 1);
        await _calendar.SetAsync(ReturnSetup.Form, quarter, Dates(quarter), null, null, _admin);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i =>
            Task.Run(() => _calendar.SetAsync(ReturnSetup.Form, quarter, Dates(quarter) with { ReminderDays = 10 + i }, 1, "同时", _admin))));

        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Equal(5, outcomes.Count(o => o.Refusal == ChangeRefusal.Stale));
    }

    private static ReturnDates Dates(Quarter quarter)
    {
        var end = Domain.Time.Shanghai.EndOf(quarter.LastDay);
        return new(end.AddDays(1), end.AddDays(2000), end.AddDays(3000), 3, 3);
    }

    private static FormRow[] Swapped(ReturnForm form) => [form.Rows[1] with { Number = 1 }, form.Rows[0] with { Number = 2 }];

    private FormRow[] InCatalogue(IEnumerable<FormRow> rows) =>
        [.. rows.Select(r => r with { Indicator = _store.Current.Catalogue.Indicator(r.Indicator!.Code), Unit = _store.Current.Catalogue.Unit(r.Unit!.Code) })];

    private async Task FillAsync(int id, params (CellAddress Cell, decimal Value)[] cells)
    {
        var (refusal, outcomes, _) = await new ReturnEntry(_database.Contexts, _store, TimeProvider.System)
            .SaveAsync(id, [.. cells.Select(c => new CellEdit(c.Cell, new(c.Value), 0))], _reporter);
        Assert.Null(refusal);
        Assert.All(outcomes, o => Assert.Null(o.Refusal));
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _database.App.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
