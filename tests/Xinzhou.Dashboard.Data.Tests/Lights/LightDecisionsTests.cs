using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Lights;

/// <summary>The thresholds of lights, and what is decided in place of the rules.</summary>
public sealed class LightDecisionsTests : IAsyncLifetime
{
    private static readonly LightSubject Task1 = LightSubject.OfTask(1);
    private static readonly DateOnly YearEnd = new(2026, 12, 31);

    private PlanDatabase _database = null!;
    private ReturnSetup _setup = null!;
    private Actor _leader = null!;

    private LightOverrides Overrides => new(_database.Contexts, _database.Clock);

    private LightSettingsStore Settings => new(_database.Contexts, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await PlanDatabase.CreateAsync();
        _setup = new(_database.Owner, _database.App);
        _leader = await _setup.UserAsync("zhang", Role.Leader, name: "张市长");
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task A_decision_holds_until_its_end_or_until_it_is_lifted_and_stays_readable()
    {
        Assert.Null((await Overrides.SetAsync(Task1, LightColour.Amber, YearEnd, null, " 正在协调 ", _leader)).Refusal);
        var set = Assert.Single((await _database.LoadAsync()).LightOverrides);
        Assert.Equal((Task1, LightColour.Amber, "正在协调", YearEnd, "张市长", _database.Clock.GetUtcNow(), false), (set.Subject, set.Colour, set.Reason, set.Until, set.By, set.At, set.IsLifted));

        _database.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(ChangeRefusal.Unchanged, (await Overrides.SetAsync(Task1, LightColour.Amber, YearEnd, set.Id, "正在协调", _leader)).Refusal);
        Assert.Equal(ChangeRefusal.Stale, (await Overrides.LiftAsync(Task1, set.Id + 1, "已解决", _leader)).Refusal);
        Assert.Null((await Overrides.LiftAsync(Task1, set.Id, "已解决", _leader)).Refusal);

        var snapshot = await _database.LoadAsync();
        Assert.Empty(LightOverride.InForce(snapshot.LightOverrides, _database.Now));
        Assert.Equal(LightColour.Amber, LightOverride.InForce(snapshot.LightOverrides, new(set.At))[Task1].Colour);
        // The database says by its own clock when the plan was entered.
        Assert.Equal(_database.Clock.GetUtcNow(), (snapshot with { PlanChangedAt = default }).LastChange(_database.Clock.GetUtcNow()));
        Assert.Equal(ChangeRefusal.NotFound, (await Overrides.LiftAsync(Task1, snapshot.LightOverrides[^1].Id, "再来", _leader)).Refusal);
        Assert.Equal("light.override light tasks/1, light.lift light tasks/1", await _database.ScalarAsync(
            "SELECT string_agg(action || ' ' || subject, ', ' ORDER BY id) FROM audit_events WHERE action LIKE 'light.%'"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task Who_decided_is_called_as_he_is_by_now_in_what_was_held_before()
    {
        Assert.Null((await Overrides.SetAsync(Task1, LightColour.Amber, YearEnd, null, "正在协调", _leader)).Refusal);
        var loader = new SnapshotLoader(_database.Contexts);
        var held = await loader.LoadAsync();
        Assert.Same(held.LightOverrides, (await loader.CatchUpAsync(held)).LightOverrides);

        await using (var rename = _database.Owner.CreateCommand("UPDATE users SET display_name = '（已清除）' WHERE user_name = 'zhang'")) await rename.ExecuteNonQueryAsync();

        Assert.Equal("（已清除）", Assert.Single((await loader.CatchUpAsync(held)).LightOverrides).By);
    }

    [Fact]
    public async Task A_decision_is_on_something_that_there_is_and_ends_no_earlier_than_today()
    {
        Assert.Equal(ChangeRefusal.NotFound, (await Overrides.SetAsync(LightSubject.OfTask(40), LightColour.Red, YearEnd, null, "试", _leader)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Overrides.SetAsync(LightSubject.OfItem(1, 1), LightColour.Red, YearEnd, null, "试", _leader)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Overrides.SetAsync(LightSubject.OfTarget(99), LightColour.Red, YearEnd, null, "试", _leader)).Refusal);
        var past = await Overrides.SetAsync(Task1, LightColour.Red, new(2026, 10, 13), null, "试", _leader);
        Assert.Equal((ChangeRefusal.Faulty, LightFault.EndPassed), (past.Refusal, Assert.Single(past.Faults)));

        var target = LightSubject.OfTarget(long.Parse((await _database.ScalarAsync("SELECT id::text FROM figures WHERE kind = 'target'"))!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null((await Overrides.SetAsync(target, LightColour.Red, new(2026, 10, 14), null, "试", _leader)).Refusal);
        Assert.Equal(target, Assert.Single((await _database.LoadAsync()).LightOverrides).Subject);
    }

    [Fact]
    public async Task Leaders_and_supervisors_decide_and_the_administrator_keeps_the_thresholds()
    {
        var stricter = LightSettings.Default with { Amber = -5 };
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = await _setup.UserAsync($"r-{role}", role);
            Assert.Equal(
                role is Role.Leader or Role.Supervisor ? ChangeRefusal.ReasonMissing : ChangeRefusal.WrongRole,
                (await Overrides.SetAsync(Task1, LightColour.Red, YearEnd, null, "", actor)).Refusal);
            Assert.Equal(
                role == Role.Admin ? ChangeRefusal.ReasonMissing : ChangeRefusal.WrongRole,
                (await Settings.SaveAsync(stricter, null, "", actor)).Refusal);
        }
    }

    [Fact]
    public async Task The_thresholds_of_a_day_are_kept_when_others_are_set()
    {
        var admin = await _setup.UserAsync("sun", Role.Admin, name: "孙管理");
        var stricter = LightSettings.Default with { Amber = -5, DueSoonDays = 30 };
        Assert.Equal(ChangeRefusal.Unchanged, (await Settings.SaveAsync(LightSettings.Default, null, "不变", admin)).Refusal);
        Assert.Equal(LightFault.NotSound, Assert.Single((await Settings.SaveAsync(stricter with { Red = -1 }, null, "错", admin)).Faults));
        var before = _database.Now;
        _database.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Null((await Settings.SaveAsync(stricter, null, "从严", admin)).Refusal);

        var history = (await _database.LoadAsync()).LightSettings;
        Assert.Equal((stricter, LightSettings.Default), (history.At(_database.Now), history.At(before)));
        var stored = Assert.Single(await Settings.AllAsync());
        Assert.Equal(("孙管理", "从严"), (stored.Version.By, stored.Version.Reason));
        Assert.Equal(ChangeRefusal.Taken, (await Settings.SaveAsync(LightSettings.Default, null, "放宽", admin)).Refusal);
        Assert.Null((await Settings.SaveAsync(LightSettings.Default, stored.Number, "放宽", admin)).Refusal);
    }
}
