using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;
using static Xinzhou.Dashboard.Data.Tests.Plans.PlanDatabase;

namespace Xinzhou.Dashboard.Data.Tests.CheckIns;

/// <summary>What is missed goes up a level.</summary>
public sealed class CheckInCalendarTests : IAsyncLifetime
{
    private readonly SnapshotStore _snapshots = new();
    private PlanDatabase _database = null!;
    private Actor _reporter = null!;
    private Actor _supervisor = null!;
    private Actor _stranger = null!;

    private CheckInCalendar Calendar => new(_database.Contexts, _snapshots, ReferenceWorkingDays.Read(), _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await CreateAsync();
        var setup = new ReturnSetup(_database.Owner, _database.App);
        await setup.DepartmentAsync("gxj", "市工信局");
        await setup.DepartmentAsync("fgw", "市发展改革委");
        // The plan is there before the people: nobody is told that he leads it.
        await _database.ImportAsync(Items, string.Join('\n', Enumerable.Range(1, 3).Select(n => $"1,{n},工作{n},市工信局,,2026-01-01,2026-12-31,,任务分解表,2026-01-05")));
        _reporter = await setup.UserAsync("li", Role.Reporter, "gxj");
        _stranger = await setup.UserAsync("wang", Role.Reporter, "fgw");
        _supervisor = await setup.UserAsync("du", Role.Supervisor);
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_missed_by_two_working_days_is_told_once_to_the_office_and_the_unit()
    {
        await new CheckInSteps(_database.Contexts, _database.Clock).SendAsync(new(1, 2, new(2026, 3)), new(40, "完成立项"), [], null, _reporter);

        // The clock stands at 14 October; the 15th, a Thursday, is the last day in time, and the two working days are over with the 19th.
        _database.Clock.Pass(TimeSpan.FromDays(5));
        Assert.Equal(0, await RunAsync());
        _database.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, await RunAsync());

        var message = Assert.Single(await ListAsync(_supervisor), m => m.Kind != MessageKind.CheckInSent);
        Assert.Equal(
            (MessageKind.CheckInMissed, "市工信局", "1/1、1/3", new Domain.Time.Quarter(2026, 3), (int?)null),
            (message.Kind, message.Department, message.CheckIns, message.Quarter!.Value, message.Return));
        Assert.Single(await ListAsync(_reporter));
        Assert.Empty(await ListAsync(_stranger));
        Assert.Equal("calendar check_in gxj 2026-Q3", await _database.ScalarAsync(
            "SELECT string_agg(concat_ws(' ', actor, subject), '|') FROM audit_events WHERE action = 'check_in.miss'"));
        Assert.Equal(new MessageSubject(null, new(2026, 3)), await Box.OpenAsync(_supervisor.Id, message.Id));
    }

    [Fact]
    public async Task What_came_back_is_told_to_the_unit_with_the_reason()
    {
        var steps = new CheckInSteps(_database.Contexts, _database.Clock);
        await steps.SendAsync(new(1, 2, new(2026, 3)), new(40, "完成立项"), [], null, _reporter);
        await steps.SendBackAsync((await _database.LoadAsync()).CheckIns.LastId, "没有佐证", _supervisor);

        var message = Assert.Single(await ListAsync(_reporter));
        Assert.Equal((MessageKind.CheckInReturned, "1/2", "没有佐证"), (message.Kind, message.CheckIns, message.Text));
        Assert.Equal(MessageKind.CheckInSent, Assert.Single(await ListAsync(_supervisor)).Kind);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_instances_one_tells()
    {
        _database.Clock.Pass(TimeSpan.FromDays(6));
        _snapshots.Replace(await _database.LoadAsync());

        var raised = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Calendar.RunAsync())));

        Assert.Equal([0, 0, 0, 3], raised.Order());
        Assert.Single(await ListAsync(_supervisor));
    }

    private MessageBox Box => new(_database.Contexts, _database.Clock);

    private async Task<int> RunAsync()
    {
        _snapshots.Replace(await _database.LoadAsync());
        return await Calendar.RunAsync();
    }

    private Task<IReadOnlyList<Message>> ListAsync(Actor actor) => Box.ListAsync(actor.Id, false, null);
}
