using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Tests.Snapshot;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using static Xinzhou.Dashboard.Data.Tests.Plans.PlanDatabase;

namespace Xinzhou.Dashboard.Data.Tests.Plans;

/// <summary>The plan's file against a real database.</summary>
public sealed class PlanImporterTests : IAsyncLifetime
{
    private static readonly PlanDocument Whole = File(
        Sheet("name,code,order", "市发展改革委,fgw,1\n市工信局,gxj,2"),
        Sheet(Tasks, "1,正式的标题,产业,市发展改革委,市工信局、市发展改革委,,张三,原文一句,市委办文件 2026-01-05,"),
        Sheet(Items, "1,1,建厂,市工信局,李四,2026-01-10,2026年底,\"2026-Q2:25, 2026-Q4:60\",市委办文件 2026-01-05,\n1,2,长期工作,,,,长期坚持,,市委办文件 2026-01-05,"),
        Sheet(Progress, "1,1,2026-Q1,12.5,已开工,市工信局报送,2026-04-08\n1,1,2026-Q2,30,,市工信局报送,2026-07-09"),
        Sheet(Commitments, "GDP,忻州市,2027,市发展改革委,王五,2020,3,1,责任书,2026-02-01"),
        Sheet(Outcomes, "2027,产业,建成基地,市工信局,,,市委办文件 2026-01-05,"));

    private PlanDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CreateAsync();

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task All_sheets_go_in_as_they_say_and_the_same_file_again_changes_nothing()
    {
        var report = await _database.ImportAsync(Whole);

        Assert.Equal("plan: rows 9, new 8, changed 1, unchanged 0, rejected 0", report.Summary);
        var plan = await _database.PlanAsync();
        var task = plan.Task(1)!;
        Assert.Equal(("正式的标题", Status.Official, "fgw", "张三", "原文一句"), (task.Title, task.TitleStatus, task.Lead, task.Person, task.Quote));
        Assert.Equal(["gxj", "fgw"], task.Responsible);
        Assert.Equal((2, "市工信局"), (task.WorkItems.Count, plan.DepartmentName(task.WorkItems[0].Lead!)));
        Assert.Equal(new PlanDay(new(2026, 12, 31), "2026年底"), task.WorkItems[0].Due);
        Assert.Equal([new PlanPoint(new(2026, 2), 25), new PlanPoint(new(2026, 4), 60)], task.WorkItems[0].Path);
        Assert.Equal([12.5m, 30m], task.WorkItems[0].Progress.Select(p => p.Percent));
        Assert.Equal(new PlanDay(null, "长期坚持"), task.WorkItems[1].Due);
        var commitment = Assert.Single(plan.Commitments);
        Assert.Equal(("gdp", "2027", "fgw", "2020", 3m, 1), (commitment.Target.Indicator, commitment.Target.Period, commitment.Owner, commitment.Baseline, commitment.Tolerance, commitment.Task));
        Assert.Equal((2027, "建成基地", "gxj"), (Assert.Single(plan.Outcomes).Year, plan.Outcomes[0].Text, plan.Outcomes[0].Owner));
        Assert.Equal("command plan.import plan.xlsx", await _database.ScalarAsync("SELECT concat_ws(' ', actor, action, subject) FROM audit_events ORDER BY id DESC LIMIT 1"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);

        var before = await _database.DumpAsync();
        _database.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("plan: rows 9, new 0, changed 0, unchanged 9, rejected 0", (await _database.ImportAsync(Whole)).Summary);
        Assert.Equal(before, await _database.DumpAsync());
    }

    [Fact]
    public async Task The_official_title_holds_from_the_day_it_is_known_and_by_the_other_clock_from_the_day_it_was_recorded()
    {
        var provisional = (await _database.PlanAsync()).Task(1)!.Title;
        await _database.ImportAsync(Whole);
        var at = new DateTimeOffset(2026, 1, 5, 0, 0, 0, Shanghai.Offset);

        Assert.Equal(provisional, (await _database.PlanAsync(new(at.AddSeconds(-1)))).Task(1)!.Title);
        Assert.Equal("正式的标题", (await _database.PlanAsync(new(at))).Task(1)!.Title);
        Assert.Equal(provisional, (await _database.PlanAsync(new(_database.Clock.GetUtcNow().AddSeconds(-1), Clock.Recorded))).Task(1)!.Title);
        Assert.Equal("正式的标题", (await _database.PlanAsync(_database.Now with { Clock = Clock.Recorded })).Task(1)!.Title);
    }

    [Fact]
    public async Task What_is_exported_and_imported_again_is_nothing_new()
    {
        await _database.ImportAsync(Whole);
        await _database.ImportAsync(Tasks, "1,,,市工信局,,,,,更正 2026-03-01,");
        var export = await PlanExport.ReadAsync(_database.Contexts, _database.Now);
        using var workbook = new MemoryStream();
        PlanWorkbook.Write(workbook, export.Rows, isEnglish: false);
        var before = await _database.DumpAsync();

        var read = PlanWorkbook.Read(workbook.ToArray());
        var report = await _database.ImportAsync(new PlanDocument { Tables = read.Tables, Faults = read.Faults });

        Assert.Empty(report.Faults.Select(f => f.Sentence(CultureInfo.InvariantCulture)));
        Assert.Equal((0, 0, export.Count), (report.New, report.Changed, report.Unchanged));
        Assert.Equal(before, await _database.DumpAsync());

        await using var other = await CreateAsync();
        Assert.Empty((await other.ImportAsync(new PlanDocument { Tables = read.Tables })).Faults);
        var again = await PlanExport.ReadAsync(other.Contexts, other.Now);
        Assert.Equal(export.Rows.SelectMany(r => r.Value).Select(r => string.Join('|', r)), again.Rows.SelectMany(r => r.Value).Select(r => string.Join('|', r)));
    }

    [Fact]
    public async Task In_whatever_order_documents_come_in_the_same_is_known()
    {
        PlanDocument[] documents =
        [
            Sheet(Tasks, "1,一月的标题,,,,,甲,,文件一 2026-01-05,\n2,二,,,,,,,文件一 2026-01-05,"),
            Sheet(Tasks, "1,三月的标题,,,,,,,文件三 2026-03-05,"),
            Sheet(Tasks, "1,三月的标题,,,,,乙,,文件四 2026-04-05,"),
            Sheet(Tasks, "1,二月的标题,,,,,,,文件二 2026-02-05,"),
        ];
        await using var other = await CreateAsync();
        foreach (var document in documents) Assert.True((await _database.ImportAsync(document)).Accepted);
        foreach (var document in documents.Reverse()) Assert.True((await other.ImportAsync(document)).Accepted);

        foreach (var month in Enumerable.Range(1, 5))
        {
            var asOf = new AsOf(new(2026, month, 10, 0, 0, 0, TimeSpan.Zero));
            var (one, two) = ((await _database.PlanAsync(asOf)).Task(1)!, (await other.PlanAsync(asOf)).Task(1)!);
            Assert.Equal((one.Title, one.Person), (two.Title, two.Person));
        }

        Assert.Equal("三月的标题", (await _database.PlanAsync(new(new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero)))).Task(1)!.Title);
    }

    [Fact]
    public async Task One_faulty_row_refuses_the_whole_file_and_leaves_nothing_no_department_either()
    {
        var before = await _database.DumpAsync();

        var report = await _database.ImportAsync(
            File(
                Sheet(Tasks, "1,标题,,新设局,,,,,文件 2026-01-05,\n40,没有的任务,,,,,,,文件 2026-01-05,"),
                Sheet(Items, "1,1,工作,,,2026-05-01,2026-04-01,,文件 2026-01-05,")),
            create: true);

        Assert.Equal("plan: rows 3, new 0, changed 0, unchanged 0, rejected 2", report.Summary);
        Assert.Equal([FaultReason.UnknownTask, FaultReason.DueBeforeStart], report.Faults.Select(f => f.Fault.Reason));
        Assert.Equal(["tasks", "items"], report.Faults.Select(f => f.Sheet));
        Assert.Equal(before, await _database.DumpAsync());
    }

    [Fact]
    public async Task Trying_out_says_what_would_happen_and_leaves_nothing()
    {
        var before = await _database.DumpAsync();

        var report = await _database.ImportAsync(Whole, dryRun: true);

        Assert.Equal("plan: rows 9, new 8, changed 1, unchanged 0, rejected 0", report.Summary);
        Assert.Equal(["市发展改革委", "市工信局"], report.NewDepartments.Select(d => d.Name));
        Assert.Equal(7, report.Outcomes.Count);
        Assert.Equal(before, await _database.DumpAsync());
    }

    [Fact]
    public async Task A_department_that_there_is_none_of_is_refused_or_created_where_that_is_asked_for()
    {
        const string Row = "1,,,新设局,,,,,文件 2026-01-05,";

        Assert.Equal(FaultReason.UnknownDepartment, Assert.Single((await _database.ImportAsync(Tasks, Row)).Faults).Fault.Reason);
        var report = await _database.ImportAsync(Tasks, Row, create: true);

        Assert.Equal("plan: rows 1, new 0, changed 1, unchanged 0, rejected 0", report.Summary);
        Assert.Contains(report.Warnings, w => w.Fault.Reason == FaultReason.NewDepartment);
        var plan = await _database.PlanAsync();
        Assert.Equal("新设局", plan.DepartmentName(plan.Task(1)!.Lead!));
    }

    [Fact]
    public async Task A_department_that_a_table_of_tasks_created_is_given_its_code_by_the_sheet_of_departments()
    {
        await _database.ImportAsync(Tasks, "1,,,新设局,,,,,文件 2026-01-05,", create: true);

        var report = await _database.ImportAsync("name,code,order", "新设局,xsj,7");
        var again = await _database.ImportAsync("name,code,order", "新设局,xsj,7");

        Assert.Equal("plan: rows 1, new 0, changed 1, unchanged 0, rejected 0", report.Summary);
        Assert.Equal("plan: rows 1, new 0, changed 0, unchanged 1, rejected 0", again.Summary);
        var plan = await _database.PlanAsync();
        var department = Assert.Single(plan.Departments, d => d.Code == plan.Task(1)!.Lead);
        Assert.Equal(("xsj", "新设局", 7), (department.ShownCode(), department.Name, department.Order));
        Assert.Equal("plan: rows 1, new 0, changed 1, unchanged 0, rejected 0", (await _database.ImportAsync(Tasks, "1,,,xsj,,,某甲,,文件 2026-01-06,")).Summary);
    }

    [Fact]
    public async Task A_commitment_needs_a_target_that_is_known()
    {
        const string Row = "GDP,忻州市,2030,,,,,,责任书 2026-02-01,";
        Assert.Equal(FaultReason.NoTarget, Assert.Single((await _database.ImportAsync(Commitments, Row)).Faults).Fault.Reason);

        // A growth of the same year is none of the level.
        Assert.Equal(FaultReason.NoTarget, Assert.Single((await _database.ImportAsync(Commitments, "GDP累计同比,忻州市,2027,,,,,,责任书 2026-02-01,")).Faults).Fault.Reason);
        Assert.Equal(1, (await _database.ImportAsync(Commitments, "GDP,忻州市,2027,,,,,,责任书 2026-02-01,")).New);
    }

    [Fact]
    public async Task What_will_be_known_takes_effect_when_its_day_comes_without_a_write()
    {
        await _database.ImportAsync(Tasks, "1,明年的标题,,,,,,,文件,2027-01-01");
        var snapshot = await _database.LoadAsync();
        var day = new DateTimeOffset(2027, 1, 1, 0, 0, 0, Shanghai.Offset);

        Assert.NotEqual("明年的标题", snapshot.PlanAt(_database.Now).Task(1)!.Title);
        Assert.Equal("明年的标题", snapshot.PlanAt(new(day)).Task(1)!.Title);
        Assert.Equal(day, snapshot.LastChange(day.AddDays(3)));
    }

    [Fact]
    public async Task An_instance_catches_up_with_what_is_said_and_reads_the_departments_anew()
    {
        var store = new SnapshotStore();
        using var stop = Wait.Limited();
        var following = new SnapshotFollower(_database.App, new SnapshotLoader(_database.Contexts), store, NullLogger<SnapshotFollower>.Instance).RunAsync(stop.Token);
        await Wait.UntilAsync(() => store.IsLoaded);
        var figures = store.Current.Figures;

        await _database.ImportAsync(Items, "1,1,建厂,,,,,,文件 2026-01-05,");
        await Wait.UntilAsync(() => store.Current.PlanBook.Versions("item 1/1").Any());
        Assert.Same(figures, store.Current.Figures);
        await _database.ImportAsync(Progress, "1,1,2026-Q1,10,,报送,2026-04-08");
        await Wait.UntilAsync(() => store.Current.PlanAt(_database.Now).Task(1)!.WorkItems is [{ Latest.Percent: 10 }]);
        await _database.ImportAsync(Tasks, "1,,,新设局,,,,,文件 2026-01-05,", create: true);
        await Wait.UntilAsync(() => store.Current.PlanAt(_database.Now) is var plan && plan.Task(1)!.Lead is { } lead && plan.DepartmentName(lead) == "新设局");

        Assert.Equal(3, store.Current.PlanBook.Statements.Count);
        await stop.CancelAsync();
        await following;
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task What_a_newer_instance_says_in_words_that_are_not_known_here_is_left_out_and_counted_once()
    {
        await _database.ImportAsync(Tasks, "1,一,,,,,,,文件 2026-01-05,\n2,二,,,,,,,文件 2026-01-05,");
        await NewerCodes.WriteAsync(_database, "task_statements", "known_from_basis", "task_number = 2");
        var held = await _database.LoadAsync();

        await _database.ImportAsync(Tasks, "3,三,,,,,,,文件 2026-01-05,");
        var caughtUp = await new SnapshotLoader(_database.Contexts).CatchUpAsync(held);

        Assert.Equal(["task 1", "task 3"], caughtUp.PlanBook.Statements.Select(s => s.Subject));
        Assert.Equal(("task_statements", 1), (Assert.Single(caughtUp.LeftOut).Table, caughtUp.LeftOut[0].Rows));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task A_commitment_of_a_measure_that_is_not_known_here_is_left_out_and_all_others_are_served()
    {
        await _database.ImportAsync(Commitments, "GDP,忻州市,2027,,某甲,,,,责任书 2026-02-01,");
        await _database.ImportAsync(Tasks, "1,一,,,,,,,文件 2026-01-05,");
        await NewerCodes.WriteAsync(_database, "commitment_statements", "measure", "true");

        var snapshot = await _database.LoadAsync();

        Assert.Equal(["task 1"], snapshot.PlanBook.Statements.Select(s => s.Subject));
        Assert.Equal(("commitment_statements", 1), (Assert.Single(snapshot.LeftOut).Table, snapshot.LeftOut[0].Rows));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task An_import_that_is_told_to_stop_stores_nothing_and_says_so()
    {
        var before = await _database.DumpAsync();
        using var stop = new CancellationTokenSource();
        await using var other = await Change.BeginAsync(_database.Contexts, "test", TimeProvider.System, ChangeLock.Plan);
        var import = new PlanImporter(_database.Contexts, _database.Clock).ImportAsync(Whole, new() { File = "plan.xlsx", Actor = "command" }, stop.Token);
        await Wait.UntilAsync(async () => await _database.ScalarAsync("SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") != "0");

        await stop.CancelAsync();
        var report = await import;

        Assert.True(report.Stopped);
        Assert.Equal("plan: rows 9, new 0, changed 0, unchanged 0, rejected 0", report.Summary);
        await other.DisposeAsync();
        Assert.Equal(before, await _database.DumpAsync());
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task An_import_whose_connection_is_ended_under_way_stores_nothing()
    {
        var before = await _database.DumpAsync();
        await using var other = await Change.BeginAsync(_database.Contexts, "test", TimeProvider.System, ChangeLock.Catalogue);
        var import = _database.ImportAsync(Whole);
        // Its own role ends it, as a restart of the server would.
        await using var end = _database.App.CreateCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        await Wait.UntilAsync(async () => await end.ExecuteScalarAsync() is not 0L);

        await Assert.ThrowsAnyAsync<Exception>(() => import);

        await other.DisposeAsync();
        Assert.Equal(before, await _database.DumpAsync());
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_two_who_import_the_same_at_once_the_second_finds_it_unchanged()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _database.ImportAsync(Whole))));

        Assert.Single(reports, r => r.New == 8);
        Assert.Equal(3, reports.Count(r => r.Unchanged == 9));
    }

    [Fact]
    public async Task A_supervisor_may_import_and_nobody_else_whatever_the_program_believes()
    {
        var setup = new ReturnSetup(_database.Owner, _database.App);
        await setup.UserAsync("du", Role.Supervisor);
        await setup.UserAsync("chen", Role.Reporter);
        var importer = new PlanImporter(_database.Contexts, _database.Clock);
        Task<PlanImportReport> ImportAsync(string actor) =>
            importer.ImportAsync(Sheet(Tasks, "1,标题,,,,,,,文件 2026-01-05,"), new() { File = "plan.xlsx", Actor = actor });

        await Assert.ThrowsAsync<DbUpdateException>(() => ImportAsync("chen"));
        await Assert.ThrowsAsync<DbUpdateException>(() => ImportAsync("nobody"));
        Assert.Equal(1, (await ImportAsync("du")).Changed);
    }
}
