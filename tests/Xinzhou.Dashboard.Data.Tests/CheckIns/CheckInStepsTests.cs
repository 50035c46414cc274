using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;
using static Xinzhou.Dashboard.Data.Tests.Plans.PlanDatabase;

namespace Xinzhou.Dashboard.Data.Tests.CheckIns;

/// <summary>What a unit says of its work items, and what the inspection office decides on it.</summary>
public sealed class CheckInStepsTests : IAsyncLifetime
{
    private static readonly CheckInKey Key = new(1, 1, new(2026, 3));
    private static readonly CheckInEntry Said = new(60, "完成主体工程", "四季度收尾", "冬季施工");

    private PlanDatabase _database = null!;
    private ReturnSetup _setup = null!;
    private Actor _reporter = null!;
    private Actor _supervisor = null!;

    private CheckInSteps Steps => new(_database.Contexts, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await CreateAsync();
        _setup = new(_database.Owner, _database.App);
        await _setup.DepartmentAsync("gxj", "市工信局");
        await _setup.DepartmentAsync("fgw", "市发展改革委");
        _reporter = await _setup.UserAsync("li", Role.Reporter, "gxj", "李填报");
        _supervisor = await _setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        var report = await _database.ImportAsync(Items, "1,1,建成项目,市工信局,,2026-01-01,2026-12-31,,任务分解表,2026-01-05\n1,2,第二项,市发展改革委,,2026-01-01,2026-12-31,,任务分解表,2026-01-05");
        Assert.Empty(report.Faults);
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task What_a_unit_says_counts_from_the_day_it_was_said_once_it_is_acknowledged()
    {
        var said = _database.Clock.GetUtcNow();
        Assert.Null((await Steps.SendAsync(Key, Said, [], null, _reporter)).Refusal);
        Assert.Empty((await _database.PlanAsync()).Task(1)!.WorkItems[0].Progress);

        _database.Clock.Pass(TimeSpan.FromDays(3));
        Assert.Null((await Steps.AcknowledgeAsync(await LatestAsync(), _supervisor)).Refusal);

        var snapshot = await _database.LoadAsync();
        var progress = Assert.Single(snapshot.PlanAt(_database.Now).Task(1)!.WorkItems[0].Progress);
        Assert.Equal((60m, "完成主体工程", said, _database.Clock.GetUtcNow()), (progress.Percent, progress.Text, progress.Origin.KnownFrom, progress.Origin.RecordedAt));
        Assert.Equal(("报送 市工信局 2026年三季度", "du"), (progress.Origin.Source, progress.Origin.Actor));
        Assert.Single(snapshot.PlanAt(new(said)).Task(1)!.WorkItems[0].Progress);
        Assert.Empty(snapshot.PlanAt(new(said, Clock.Recorded)).Task(1)!.WorkItems[0].Progress);
        var held = snapshot.CheckIns.Latest(Key)!;
        Assert.Equal((Said, "李填报", CheckInState.Acknowledged, "杜督查"), (held.Entry, held.SentBy.Name, held.State, held.Decision!.By.Name));
        Assert.Equal("li check_in.send check_in 1/1 2026-Q3|du check_in.acknowledge check_in 1/1 2026-Q3", await _database.ScalarAsync(
            "SELECT string_agg(concat_ws(' ', actor, action, subject), '|' ORDER BY id) FROM audit_events WHERE action LIKE 'check_in.%'"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task What_is_sent_back_with_a_reason_is_said_anew_and_both_stay()
    {
        await Steps.SendAsync(Key, Said, [], null, _reporter);
        var first = await LatestAsync();
        Assert.Equal(ChangeRefusal.ReasonMissing, (await Steps.SendBackAsync(first, " ", _supervisor)).Refusal);
        Assert.Null((await Steps.SendBackAsync(first, " 没有佐证 ", _supervisor)).Refusal);
        Assert.Equal([CheckInFault.Decided], (await Steps.AcknowledgeAsync(first, _supervisor)).Faults);

        Assert.Null((await Steps.SendAsync(Key, Said with { Percent = 55 }, [], first, _reporter)).Refusal);
        Assert.Null((await Steps.AcknowledgeAsync(await LatestAsync(), _supervisor)).Refusal);

        var snapshot = await _database.LoadAsync();
        Assert.Equal(
            [(60m, CheckInState.SentBack, "没有佐证"), (55m, CheckInState.Acknowledged, null)],
            snapshot.CheckIns.Versions(Key).Select(c => (c.Entry.Percent, c.State, c.Decision!.Reason)));
        Assert.Equal(55, Assert.Single(snapshot.PlanAt(_database.Now).Task(1)!.WorkItems[0].Progress).Percent);
    }

    [Fact]
    public async Task Who_did_not_see_the_last_one_is_told_and_changes_nothing()
    {
        await Steps.SendAsync(Key, Said, [], null, _reporter);
        var first = await LatestAsync();

        Assert.Equal(ChangeRefusal.Stale, (await Steps.SendAsync(Key, Said with { Percent = 70 }, [], null, _reporter)).Refusal);
        Assert.Equal([CheckInFault.Unchanged], (await Steps.SendAsync(Key, Said, [], first, _reporter)).Faults);
        Assert.Null((await Steps.SendAsync(Key, Said with { Percent = 70 }, [], first, _reporter)).Refusal);
        Assert.Equal([CheckInFault.Decided], (await Steps.AcknowledgeAsync(first, _supervisor)).Faults);
        Assert.Equal(ChangeRefusal.NotFound, (await Steps.AcknowledgeAsync(first + 100, _supervisor)).Refusal);
    }

    [Fact]
    public async Task A_unit_speaks_of_what_it_leads_and_of_quarters_that_are_over()
    {
        Assert.Equal([CheckInFault.OtherDepartment], (await Steps.SendAsync(Key with { Item = 2 }, Said, [], null, _reporter)).Faults);
        Assert.Equal([CheckInFault.NotEnded], (await Steps.SendAsync(Key with { Quarter = new(2026, 4) }, Said, [], null, _reporter)).Faults);
        Assert.Equal(ChangeRefusal.NotFound, (await Steps.SendAsync(Key with { Item = 9 }, Said, [], null, _reporter)).Refusal);
        Assert.Equal(
            [CheckInFault.PercentRange, CheckInFault.DoneMissing],
            (await Steps.SendAsync(Key, new(101, " "), [], null, _reporter)).Faults);
        Assert.Equal(0, (await _database.LoadAsync()).CheckIns.LastId);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Only_a_reporter_sends_and_only_the_inspection_office_decides()
    {
        await Steps.SendAsync(Key, Said, [], null, _reporter);
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = await _setup.UserAsync($"r-{role}", role, role == Role.Reporter ? "fgw" : null);
            if (role != Role.Reporter) Assert.Equal(ChangeRefusal.WrongRole, (await Steps.SendAsync(Key, Said, [], null, actor)).Refusal);
            if (role == Role.Supervisor) continue;
            Assert.Equal(ChangeRefusal.WrongRole, (await Steps.AcknowledgeAsync(1, actor)).Refusal);
            Assert.Equal(ChangeRefusal.WrongRole, (await Steps.SendBackAsync(1, "退", actor)).Refusal);
        }
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Nobody_decides_on_his_own_not_even_after_he_has_changed_sides()
    {
        await Steps.SendAsync(Key, Said, [], null, _reporter);
        var id = await LatestAsync();
        await ExecuteAsync(_database.Owner, $"UPDATE users SET role = 'supervisor', department_code = NULL WHERE id = '{_reporter.Id}'");
        var changed = _reporter with { Role = Role.Supervisor, Department = null };

        Assert.Equal([CheckInFault.OwnCheckIn], (await Steps.AcknowledgeAsync(id, changed)).Faults);
        Assert.Equal("42501", await RefusalAsync(_database.App, Decision(id, _reporter.Id)));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task The_database_refuses_what_the_application_should_not_try()
    {
        await Steps.SendAsync(Key, Said, [], null, _reporter);
        var id = await LatestAsync();

        Assert.Equal("42501", await RefusalAsync(_database.App, Sent(_supervisor.Id, "gxj")));
        Assert.Equal("42501", await RefusalAsync(_database.App, Sent(_reporter.Id, "fgw")));
        Assert.Equal("23514", await RefusalAsync(_database.App, Sent(_reporter.Id, "gxj", percent: 101)));
        Assert.Equal("23503", await RefusalAsync(_database.App, Sent(_reporter.Id, "gxj", item: 9)));
        Assert.Equal("42501", await RefusalAsync(_database.App, Decision(id, _reporter.Id)));
        Assert.Equal("23514", await RefusalAsync(_database.App, Decision(id, _supervisor.Id, "acknowledged")));
        await ExecuteAsync(_database.App, Decision(id, _supervisor.Id));
        Assert.Equal("23505", await RefusalAsync(_database.App, Decision(id, _supervisor.Id)));
        await ExecuteAsync(_database.App, Sent(_reporter.Id, "gxj"));
        foreach (var (table, column) in new[]
        {
            ("check_ins", "done"), ("check_in_decisions", "reason"), ("evidence_files", "size"), ("evidence_parts", "content"), ("evidence", "name"),
            ("check_in_evidence", "evidence_id"), ("check_in_misses", "raised_at"),
        })
        {
            foreach (var statement in new[] { $"UPDATE {table} SET {column} = {column}", $"DELETE FROM {table}", $"TRUNCATE {table} CASCADE" })
            {
                Assert.Equal("42501", await RefusalAsync(_database.App, statement));
                Assert.Equal("23000", await RefusalAsync(_database.Owner, statement));
            }
        }
    }

    private static string Sent(Guid by, string department, int percent = 50, int item = 1) =>
        $"INSERT INTO check_ins (task_number, item_number, quarter, department_code, percent, done, sent_by, sent_at) VALUES (1, {item}, '2026-Q3', '{department}', {percent}, '做了', '{by}', now())";

    private static string Decision(long id, Guid by, string outcome = "sent_back") =>
        $"INSERT INTO check_in_decisions (check_in_id, outcome, reason, decided_by, decided_at) VALUES ({id}, '{outcome}', '补', '{by}', now())";

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> RefusalAsync(NpgsqlDataSource source, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(source, sql))).SqlState;

    private async Task<long> LatestAsync() => (await _database.LoadAsync()).CheckIns.Latest(Key)!.Id;
}
