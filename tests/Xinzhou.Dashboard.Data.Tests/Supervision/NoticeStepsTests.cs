using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Supervision;

/// <summary>Notices from 交办 to 销号. It is the morning of Wednesday, 14 October 2026.</summary>
public sealed class NoticeStepsTests : IAsyncLifetime
{
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();

    private PlanDatabase _database = null!;
    private Actor _unit = null!;
    private Actor _other = null!;
    private Actor _office = null!;
    private Actor _leader = null!;

    private NoticeSteps Steps => new(_database.Contexts, Days, SupervisionSettings.Default, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await PlanDatabase.CreateAsync();
        var setup = new ReturnSetup(_database.Owner, _database.App);
        await setup.DepartmentAsync("gxj", "市工信局");
        await setup.DepartmentAsync("fgw", "市发展改革委");
        _unit = await setup.UserAsync("li", Role.Reporter, "gxj", "李填报");
        _other = await setup.UserAsync("zhao", Role.Reporter, "fgw", "赵填报");
        _office = await setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        _leader = await setup.UserAsync("wang", Role.Leader, name: "王市长");
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task A_matter_sent_to_two_units_is_two_notices_of_one_dispatch_that_are_closed_together()
    {
        var numbers = await IssueAsync("gxj", "fgw");
        Assert.Equal("2026-001 2026-002", string.Join(' ', numbers));
        foreach (var (number, unit) in numbers.Zip([_unit, _other]))
        {
            await DoAsync(number, new(NoticeAct.Sign), unit);
            await DoAsync(number, Claim, unit);
        }

        await DoAsync(numbers[0], Verify, _office);
        var refused = await TryAsync(numbers[0], new(NoticeAct.Close), _office);
        Assert.Equal(NoticeReason.OthersNotVerified, Assert.Single(refused.Faults).Reason);
        await DoAsync(numbers[1], Verify, _office);
        var closed = await TryAsync(numbers[1], new(NoticeAct.Close), _office);
        Assert.Null(closed.Refusal);
        Assert.Equal(numbers, closed.Numbers);
        Assert.All(await AllAsync(), n => Assert.True(n.IsClosed));
        Assert.Equal("notice.issue notice.issue notice.sign notice.claim notice.sign notice.claim notice.verify notice.verify notice.close notice.close", await _database.ScalarAsync(
            "SELECT string_agg(action, ' ' ORDER BY id) FROM audit_events WHERE action LIKE 'notice.%'"));
        // The units are told of what was issued and decided, the office of what was claimed.
        Assert.Equal("du notice_claimed 2|li notice_assigned 1|li notice_moved 2|zhao notice_assigned 1|zhao notice_moved 2", await _database.ScalarAsync(
            """
            SELECT string_agg(concat_ws(' ', user_name, kind, n), '|' ORDER BY user_name, kind)
            FROM (SELECT user_name, kind, count(*) AS n FROM messages m JOIN users u ON u.id = m.user_id GROUP BY user_name, kind) told
            """));
    }

    [Fact]
    public async Task Whoever_saw_less_than_was_done_is_refused_and_changes_nothing()
    {
        var number = (await IssueAsync("gxj"))[0];
        await DoAsync(number, new(NoticeAct.Sign), _unit);
        Assert.Equal(ChangeRefusal.Stale, (await Steps.DoAsync(number, Claim, 0, _unit)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Steps.DoAsync(new(2026, 999), Claim, 0, _unit)).Refusal);
        Assert.Equal(ChangeRefusal.WrongRole, (await Steps.DoAsync(number, Verify, 0, _leader)).Refusal);
        Assert.Equal(ChangeRefusal.WrongRole, (await Steps.IssueAsync(Draft("gxj"), _unit)).Refusal);
        Assert.Equal(NoticeStage.Received, Assert.Single(await AllAsync()).Stage);
    }

    [Fact]
    public async Task Two_who_decide_at_once_do_not_both_decide()
    {
        var number = (await IssueAsync("gxj"))[0];
        await DoAsync(number, new(NoticeAct.Sign), _unit);
        await DoAsync(number, Claim, _unit);
        var seen = Assert.Single(await AllAsync()).LastEventId;
        var outcomes = await Task.WhenAll(
            Steps.DoAsync(number, Verify, seen, _office), Steps.DoAsync(number, new(NoticeAct.Refuse) { Text = "材料不全" }, seen, _office));
        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Single(outcomes, o => o.Refusal == ChangeRefusal.Stale);
    }

    [Theory]
    [InlineData("2026-10-13", false)]
    [InlineData("2026-10-14", false)]
    [InlineData("2026-10-15", true)]
    public async Task A_unit_that_is_dissolved_gets_no_notice_whether_it_would_lead_or_assist(string dissolvedOn, bool isIssued)
    {
        await using (var dissolved = _database.Owner.CreateCommand($"UPDATE departments SET dissolved_on = '{dissolvedOn}' WHERE code = 'fgw'")) await dissolved.ExecuteNonQueryAsync();
        NoticeReason[] wanted = isIssued ? [] : [NoticeReason.UnitDissolved];
        foreach (var draft in new[] { Draft("gxj", "fgw"), Draft("gxj") with { Assisting = ["fgw"] } })
        {
            var outcome = await Steps.IssueAsync(draft, _office);
            Assert.Equal(wanted, outcome.Faults.Select(f => f.Reason));
        }

        Assert.Equal(isIssued ? 3 : 0, (await AllAsync()).Count);
    }

    [Fact]
    public async Task A_light_that_there_is_not_gives_no_notice()
    {
        var outcome = await Steps.IssueAsync(Draft("gxj") with { Origin = NoticeOrigin.Light, Reference = "items/1/99" }, _leader);
        Assert.Equal(NoticeReason.UnknownLight, Assert.Single(outcome.Faults).Reason);
        Assert.Null((await Steps.IssueAsync(Draft("gxj") with { Origin = NoticeOrigin.Light, Reference = "tasks/1" }, _leader)).Refusal);
    }

    [Fact]
    public async Task What_is_late_climbs_by_itself_once_and_those_are_told_whom_it_concerns()
    {
        await IssueAsync("gxj");
        Assert.Equal(0, await EscalateAsync());
        _database.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, await EscalateAsync());
        Assert.Equal(0, await EscalateAsync());
        Assert.Equal(EscalationLevel.Reminder, Assert.Single(await AllAsync()).Escalation);
        Assert.Equal("du|li", await _database.ScalarAsync(
            "SELECT string_agg(user_name, '|' ORDER BY user_name) FROM messages m JOIN users u ON u.id = m.user_id WHERE kind = 'notice_escalated'"));
        // A week on: the fifth working day of delay is reached, and the leader is told.
        _database.Clock.Pass(TimeSpan.FromDays(6));
        Assert.True(await EscalateAsync() > 0);
        Assert.Equal(EscalationLevel.Talk, Assert.Single(await AllAsync()).Escalation);
        Assert.Equal("1", await _database.ScalarAsync(
            "SELECT count(*)::text FROM messages m JOIN users u ON u.id = m.user_id WHERE kind = 'notice_escalated' AND user_name = 'wang'"));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Whatever_was_done_before_the_clock_was_set_back_is_done_and_climbs_no_second_time()
    {
        var number = (await IssueAsync("gxj"))[0];
        _database.Clock.Pass(TimeSpan.FromMinutes(30));
        await DoAsync(number, new(NoticeAct.Sign), _unit);
        _database.Clock.Step(TimeSpan.FromHours(-1));
        Assert.Equal(ChangeRefusal.Stale, (await Steps.DoAsync(number, new(NoticeAct.Sign), 0, _unit)).Refusal);

        // Twenty minutes after the midnight at which the feedback is late, set back over it and gone on until it is late again.
        _database.Clock.Pass(new DateTimeOffset(2026, 10, 19, 16, 20, 0, TimeSpan.Zero) - _database.Clock.GetUtcNow());
        var climbed = await EscalateAsync();
        Assert.True(climbed > 0);
        _database.Clock.Step(TimeSpan.FromHours(-1));
        Assert.Equal(0, await EscalateAsync());
        _database.Clock.Pass(TimeSpan.FromMinutes(50));
        Assert.Equal(0, await EscalateAsync());

        Assert.Equal($"1 {climbed}", await _database.ScalarAsync(
            "SELECT count(*) FILTER (WHERE act = 'sign') || ' ' || count(*) FILTER (WHERE act = 'escalate') FROM supervision_events"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task The_database_itself_refuses_a_change_another_unit_own_work_and_what_does_not_follow()
    {
        var number = (await IssueAsync("gxj"))[0];
        await RefusedAsync("UPDATE supervision_notices SET subject = 'x'");
        await RefusedAsync("DELETE FROM supervision_events");
        await RefusedAsync(Event("sign", _other.Id));
        await RefusedAsync(Event("sign", _office.Id));
        await RefusedAsync(Event("close", _office.Id));
        await RefusedAsync($"INSERT INTO supervision_events (number, act, text, evidence, done_by, done_at) VALUES ('{number}', 'claim', 'x', 'y', '{_unit.Id}', now())");
        await RefusedAsync($"INSERT INTO supervision_notices (number, dispatch, grade, subject, origin, lead_code, mode, assigned_by, assigned_at) VALUES ('2026-900', '{number}', 'ordinary', '另一件', 'free', 'fgw', 'working', '{_office.Id}', now())");
        await RefusedAsync($"INSERT INTO supervision_notices (number, dispatch, grade, subject, origin, lead_code, assisting, mode, assigned_by, assigned_at) VALUES ('2026-900', '2026-900', 'ordinary', '事项', 'free', 'gxj', '{{gxj}}', 'working', '{_office.Id}', now())");
        await RefusedAsync($"INSERT INTO supervision_notices (number, dispatch, grade, subject, origin, lead_code, mode, assigned_by, assigned_at) VALUES ('2026-900', '2026-900', 'ordinary', '事项', 'free', 'gxj', 'working', '{_unit.Id}', now())");
        await DoAsync(number, new(NoticeAct.Sign), _unit);
        await DoAsync(number, Claim, _unit);
        // Who claimed it comes to the office.
        await using (var moved = _database.Owner.CreateCommand($"UPDATE users SET role = 'supervisor', department_code = NULL WHERE id = '{_unit.Id}'")) await moved.ExecuteNonQueryAsync();
        await RefusedAsync(Event("verify", _unit.Id));
        var own = await TryAsync(number, Verify, _unit with { Role = Role.Supervisor, Department = null });
        Assert.Equal(NoticeReason.OwnWork, Assert.Single(own.Faults).Reason);

        string Event(string act, Guid by) =>
            $"INSERT INTO supervision_events (number, act, text, done_by, done_at) VALUES ('{number}', '{act}', 'x', '{by}', now())";
    }

    [Fact]
    public async Task What_is_held_catches_up_and_says_the_same_as_what_is_read_anew()
    {
        var held = await _database.LoadAsync();
        var number = (await IssueAsync("gxj"))[0];
        held = await new SnapshotLoader(_database.Contexts).CatchUpAsync(held);
        await DoAsync(number, new(NoticeAct.Sign), _unit);
        held = await new SnapshotLoader(_database.Contexts).CatchUpAsync(held);
        Assert.Equal(NoticeStage.Received, held.Notices.Find(number, _database.Now, Days)!.Stage);
        Assert.Equal((await _database.LoadAsync()).Notices.LastEventId, held.Notices.LastEventId);
    }

    private static NoticeEntry Claim => new(NoticeAct.Claim) { Text = "已办结", Evidence = "验收报告" };

    private static NoticeEntry Verify => new(NoticeAct.Verify) { Text = "已现场核实" };

    private static NoticeDraft Draft(params string[] leads) => new() { Subject = "事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = leads };

    private async Task<IReadOnlyList<NoticeNumber>> IssueAsync(params string[] leads)
    {
        var outcome = await Steps.IssueAsync(Draft(leads), _office);
        Assert.Null(outcome.Refusal);
        return outcome.Numbers;
    }

    private async Task<IReadOnlyList<Notice>> AllAsync() => (await _database.LoadAsync()).Notices.At(_database.Now, Days);

    private async Task<NoticeOutcome> TryAsync(NoticeNumber number, NoticeEntry entry, Actor actor) =>
        await Steps.DoAsync(number, entry, (await AllAsync()).Single(n => n.Assignment.Number == number).LastEventId, actor);

    private async Task DoAsync(NoticeNumber number, NoticeEntry entry, Actor actor)
    {
        var outcome = await TryAsync(number, entry, actor);
        Assert.Empty(outcome.Faults);
        Assert.Null(outcome.Refusal);
    }

    private async Task<int> EscalateAsync()
    {
        var store = new SnapshotStore();
        store.Replace(await _database.LoadAsync());
        return await new NoticeEscalation(_database.Contexts, store, Days, SupervisionSettings.Default, _database.Clock).RunAsync();
    }

    private async Task RefusedAsync(string sql)
    {
        await using var command = _database.App.CreateCommand(sql);
        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }
}
