using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Deadlines;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Deadlines;

/// <summary>
/// A plan of which units lead work items, and people of several roles. It is nine in the morning of Wednesday 14 October 2026; the check-ins of
/// the third quarter are due on the 15th.
/// </summary>
internal sealed class DeadlineDatabase : IAsyncDisposable
{
    public static readonly WorkingDays Days = ReferenceWorkingDays.Read();

    private DeadlineDatabase(PlanDatabase plan, Actor reporter, Actor stranger, Actor office, Actor leader, Actor reviewer) =>
        (Plan, Reporter, Stranger, Office, Leader, Reviewer) = (plan, reporter, stranger, office, leader, reviewer);

    public PlanDatabase Plan { get; }

    /// <summary>Of the unit that leads the work items.</summary>
    public Actor Reporter { get; }

    /// <summary>Of another unit.</summary>
    public Actor Stranger { get; }

    public Actor Office { get; }

    public Actor Leader { get; }

    public Actor Reviewer { get; }

    public StandingClock Clock => Plan.Clock;

    public SnapshotStore Snapshots { get; } = new();

    public DeadlineReminders Reminders => new(Plan.Contexts, Snapshots, Days, MessageSettings.Default, Clock);

    public WeeklyDigest Digest => new(Plan.Contexts, Snapshots, Days, Clock);

    public DeadlineReader Deadlines => new(Plan.Contexts, Snapshots, Days, Clock);

    public CheckInSteps CheckIns => new(Plan.Contexts, Clock);

    public NoticeSteps Notices => new(Plan.Contexts, Days, SupervisionSettings.Default, Clock);

    public ReturnSetup Setup => new(Plan.Owner, Plan.App);

    /// <param name="items">The work items, as the plan's file has them; null for one that is due on 30 November.</param>
    public static async Task<DeadlineDatabase> CreateAsync(string? items = null)
    {
        var plan = await PlanDatabase.CreateAsync();
        var setup = new ReturnSetup(plan.Owner, plan.App);
        await setup.DepartmentAsync("gxj", "市工信局");
        await setup.DepartmentAsync("fgw", "市发展改革委");
        // The plan is there before the people: nobody is told that he leads it.
        Assert.True((await plan.ImportAsync(PlanDatabase.Items, items ?? "1,1,建设产业园,市工信局,,2026-01-01,2026-11-30,,任务分解表,2026-01-05")).Accepted);
        var database = new DeadlineDatabase(
            plan,
            await setup.UserAsync("li", Role.Reporter, "gxj", "李填报"),
            await setup.UserAsync("wang", Role.Reporter, "fgw", "王填报"),
            await setup.UserAsync("du", Role.Supervisor, name: "杜督查"),
            await setup.UserAsync("zhang", Role.Leader, name: "张市长"),
            await setup.UserAsync("shen", Role.Reviewer, name: "沈审核"));
        await database.LoadAsync();
        return database;
    }

    public async Task LoadAsync() => Snapshots.Replace(await Plan.LoadAsync());

    /// <summary>Reminds of what is due, as it stands.</summary>
    public async Task<int> RemindAsync()
    {
        await LoadAsync();
        return await Reminders.RunAsync();
    }

    /// <summary>Leaves the digests that are due, as it stands.</summary>
    public async Task<int> DigestAsync()
    {
        await LoadAsync();
        return await Digest.RunAsync();
    }

    /// <summary>Lets the clock show a moment in Asia/Shanghai that is yet to come.</summary>
    public void PassTo(DateOnly day, int hour) => Clock.Pass(Shanghai.StartOf(day).AddHours(hour) - Clock.GetUtcNow());

    /// <summary>What lies in the inbox of a person, the newest first.</summary>
    public Task<IReadOnlyList<Message>> InboxAsync(Actor person) => new MessageBox(Plan.Contexts, Clock).ListAsync(person.Id, unreadOnly: false, before: null);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Plan.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)Plan).DisposeAsync();
}
