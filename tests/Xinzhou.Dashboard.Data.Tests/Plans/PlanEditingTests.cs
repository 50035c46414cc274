using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Testing.Reporting;
using static Xinzhou.Dashboard.Data.Tests.Plans.PlanDatabase;

namespace Xinzhou.Dashboard.Data.Tests.Plans;

/// <summary>The plan as a supervisor keeps it on pages.</summary>
public sealed class PlanEditingTests : IAsyncLifetime
{
    private static readonly CommitmentTarget Gdp = new("gdp", "140900", "2027", PeriodKind.Year);

    private PlanDatabase _database = null!;
    private ReturnSetup _setup = null!;
    private Actor _supervisor = null!;

    private PlanEditing Editing => new(_database.Contexts, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await CreateAsync();
        _setup = new(_database.Owner, _database.App);
        _supervisor = await _setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        await _setup.DepartmentAsync("fgw", "市发展改革委");
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_said_holds_from_now_on_with_its_reason_and_the_log_knows()
    {
        Assert.Null((await Editing.SaveAsync([Title("正式的标题", null)], " 按正式文件 ", _supervisor)).Refusal);

        var book = (await _database.LoadAsync()).PlanBook;
        var said = Assert.Single(book.Versions("task 1"));
        Assert.Equal(("按正式文件", "du", _database.Clock.GetUtcNow(), KnownFromBasis.Recorded), (said.Origin.Source, said.Origin.Actor, said.Origin.KnownFrom, said.Origin.KnownFromBasis));
        Assert.Equal("正式的标题", book.At(_database.Now).Task(1)!.Title);
        Assert.Equal("du plan.change task 1 按正式文件 正式的标题", await _database.ScalarAsync(
            "SELECT concat_ws(' ', actor, action, subject, details ->> 'reason', details #>> '{changes,0,after,title}') FROM audit_events ORDER BY id DESC LIMIT 1"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task Who_saw_an_earlier_version_is_told_and_changes_nothing()
    {
        await Editing.SaveAsync([Title("一", null)], "一", _supervisor);
        var seen = await LastAsync("task 1");

        Assert.Equal(ChangeRefusal.Taken, (await Editing.SaveAsync([Title("二", null)], "二", _supervisor)).Refusal);
        Assert.Equal(ChangeRefusal.Stale, (await Editing.SaveAsync([Title("二", seen + 1)], "二", _supervisor)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Editing.SaveAsync([new(new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 2, Title = "二" }, 1)], "二", _supervisor)).Refusal);
        Assert.Null((await Editing.SaveAsync([Title("二", seen)], "二", _supervisor)).Refusal);
        Assert.Equal(2, (await _database.LoadAsync()).PlanBook.Versions("task 1").Count());
    }

    [Fact]
    public async Task Many_are_changed_together_or_none()
    {
        await Editing.SaveAsync([Item(1, "一"), Item(2, "二"), Item(3, "三")], "新增", _supervisor);
        var seen = await Task.WhenAll(LastAsync("item 1/1"), LastAsync("item 1/2"), LastAsync("item 1/3"));
        WorkItemStatement Due(int number, int month) => new() { Origin = PlanOrigin.NotRecorded, Task = 1, Number = number, Due = new(new(2026, month, 1)) };

        var wrong = await Editing.SaveAsync([new(Due(1, 12), seen[0]), new(Due(9, 12) with { Path = [new(new(2026, 1), 120)] }, null)], "顺延", _supervisor);
        Assert.Equal((ChangeRefusal.Faulty, "item 1/9", PlanCheckReason.PercentRange), (wrong.Refusal, Assert.Single(wrong.Faults).Subject, wrong.Faults[0].Reason));
        Assert.Null((await _database.PlanAsync()).Task(1)!.WorkItems[0].Due);

        Assert.Null((await Editing.SaveAsync([new(Due(1, 12), seen[0]), new(Due(2, 11), seen[1]), new(new WorkItemStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Number = 3, IsWithdrawn = true }, seen[2])], "顺延", _supervisor)).Refusal);
        var items = (await _database.PlanAsync()).Task(1)!.WorkItems;
        Assert.Equal([12, 11, null], items.Select(i => i.Due?.Day?.Month));
        Assert.Null((await Editing.SaveAsync(
            [
                new(new WorkItemStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Number = 1, Path = [new(new(2026, 2), 25)] }, await LastAsync("item 1/1")),
                new(new ProgressStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Item = 1, Quarter = new(2026, 3), Percent = 40 }, null),
            ], "核定", _supervisor)).Refusal);
        Assert.Equal("2026-Q3 25", await _database.ScalarAsync(
            "SELECT concat_ws(' ', details #>> '{changes,1,after,quarter}', details #>> '{changes,0,after,path,0,percent}') FROM audit_events ORDER BY id DESC LIMIT 1"));
        Assert.True(items[2].IsWithdrawn);
        Assert.Equal("三", items[2].Text);
    }

    [Fact]
    public async Task What_is_known_already_is_no_change()
    {
        await Editing.SaveAsync([Title("一", null)], "一", _supervisor);

        Assert.Equal(ChangeRefusal.Unchanged, (await Editing.SaveAsync([Title("一", await LastAsync("task 1"))], "再来", _supervisor)).Refusal);
    }

    [Fact]
    public async Task Only_a_supervisor_says_what_the_plan_is_and_a_leader_too_who_owes_a_target()
    {
        PlanEdit commitment = new(new CommitmentStatement { Origin = PlanOrigin.NotRecorded, Target = Gdp, Owner = "fgw" }, null);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Supervisor or Role.Leader)))
        {
            var actor = await _setup.UserAsync($"r-{role}", role);
            Assert.Equal(ChangeRefusal.WrongRole, (await Editing.SaveAsync([Title("一", null)], "越权", actor)).Refusal);
            Assert.Equal(ChangeRefusal.WrongRole, (await Editing.SaveAsync([commitment], "越权", actor)).Refusal);
        }

        var leader = await _setup.UserAsync("zhang", Role.Leader);
        Assert.Equal(ChangeRefusal.WrongRole, (await Editing.SaveAsync([Title("一", null)], "越权", leader)).Refusal);
        Assert.Equal(ChangeRefusal.ReasonMissing, (await Editing.SaveAsync([commitment], " ", leader)).Refusal);
        Assert.Null((await Editing.SaveAsync([commitment], "明确责任", leader)).Refusal);
        Assert.Equal("fgw", Assert.Single((await _database.PlanAsync()).Commitments).Owner);
        Assert.Equal(
            PlanCheckReason.NoTarget,
            Assert.Single((await Editing.SaveAsync([new(new CommitmentStatement { Origin = PlanOrigin.NotRecorded, Target = Gdp with { Period = "2030" } }, null)], "试", leader)).Faults).Reason);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_change_the_version_they_saw_one_does()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Editing.SaveAsync([Title($"标题{i}", null)], "同时", _supervisor))));

        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Equal(5, outcomes.Count(o => o.Refusal == ChangeRefusal.Taken));
    }

    private static PlanEdit Title(string title, long? seen) => new(new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 1, Title = title }, seen);

    private static PlanEdit Item(int number, string text) => new(new WorkItemStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Number = number, Text = text }, null);

    private async Task<long> LastAsync(string subject) => (await _database.LoadAsync()).PlanBook.Versions(subject).Last().Origin.Id;
}
