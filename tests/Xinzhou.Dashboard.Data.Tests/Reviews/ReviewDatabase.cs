using Npgsql;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Reviews;

/// <summary>A database with work items, an outcome of 2025, two leaders, the office and a unit. It is the morning of 14 October 2026.</summary>
internal sealed class ReviewDatabase : IAsyncDisposable
{
    public static readonly ReviewSubject Milestone = ReviewSubject.Milestone(2025);

    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();

    private ReviewDatabase(PlanDatabase plan, Actor leader, Actor deputy, Actor office, Actor unit) =>
        (Plan, Leader, Deputy, Office, Unit) = (plan, leader, deputy, office, unit);

    public PlanDatabase Plan { get; }

    public Actor Leader { get; }

    public Actor Deputy { get; }

    public Actor Office { get; }

    public Actor Unit { get; }

    public SnapshotStore Snapshots { get; } = new();

    public ReviewPreparing Preparing => new(Plan.Contexts, Snapshots, new(Plan.Contexts), Days, Plan.Clock);

    public ReviewMatters Matters => new(Plan.Contexts, Snapshots, Plan.Clock);

    public ReviewSigning Signing => new(Plan.Contexts, Snapshots, new NoticeSteps(Plan.Contexts, Days, SupervisionSettings.Default, Plan.Clock), Plan.Clock);

    public PackStore Packs => new(Plan.Contexts);

    public static async Task<ReviewDatabase> CreateAsync(bool withCriteria = true)
    {
        var plan = await PlanDatabase.CreateAsync();
        var setup = new ReturnSetup(plan.Owner, plan.App);
        await setup.DepartmentAsync("gxj", "市工信局");
        var database = new ReviewDatabase(
            plan,
            await setup.UserAsync("zhang", Role.Leader, name: "张市长"),
            await setup.UserAsync("li", Role.Leader, name: "李副市长"),
            await setup.UserAsync("du", Role.Supervisor, name: "杜督查"),
            await setup.UserAsync("wang", Role.Reporter, "gxj", "王填报"));
        if (withCriteria)
        {
            Assert.True((await plan.ImportAsync(PlanDatabase.Items, "1,1,建设产业园,市工信局,,2024-01-01,2026-12-31,,分解表,2024-01-05")).Accepted);
            Assert.True((await plan.ImportAsync(PlanDatabase.Outcomes, "2025,产业,首个百亿园区,市工信局,2025-11-01,验收意见,验收,2025-12-01")).Accepted);
        }

        await database.LoadAsync();
        return database;
    }

    public async Task<Data.Snapshot.Snapshot> LoadAsync()
    {
        Snapshots.Replace(await Plan.LoadAsync());
        return Snapshots.Current;
    }

    /// <summary>A review whose pack is frozen.</summary>
    public async Task<PlanReview> FrozenAsync()
    {
        var outcome = await Preparing.PrepareAsync(Milestone, new(2026, 10, 14), Office);
        Assert.True(outcome.Refusal is null, $"{outcome.Refusal} {string.Join(' ', outcome.Faults)}");
        Plan.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null((await Preparing.FreezeAsync(outcome.Review, Office)).Refusal);
        Plan.Clock.Pass(TimeSpan.FromMinutes(1));
        return await ReviewAsync(outcome.Review);
    }

    public async Task<PlanReview> ReviewAsync(long id) => (await LoadAsync()).Reviews.Find(id)!;

    /// <summary>Signs as who has the review before him.</summary>
    public async Task<ReviewOutcome> SignAsync(long review, Actor actor, params VerdictEntry[] entries)
    {
        var outcome = await Signing.SignAsync(review, (await ReviewAsync(review)).PackName!, entries, SignatureFactor.Code, actor);
        Plan.Clock.Pass(TimeSpan.FromMinutes(1));
        return outcome;
    }

    public static VerdictEntry Accepted(string dimension) => new(dimension, ReviewVerdict.Achieved, ReviewDecision.Accept);

    public static VerdictEntry Redone(string dimension) => new(dimension, ReviewVerdict.NotAchieved, ReviewDecision.Redo, "限期补办", new("gxj", MatterGrade.Major));

    /// <summary>The state by which the database refuses a statement.</summary>
    public static async Task<string> RefusalAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)Plan).DisposeAsync();
}
