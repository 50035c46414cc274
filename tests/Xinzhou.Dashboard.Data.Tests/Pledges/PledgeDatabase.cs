using System.Text;
using Npgsql;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Pledges;

/// <summary>A database with one target, the years that it can be counted from, two leaders, and who owes it.</summary>
internal sealed class PledgeDatabase : IAsyncDisposable
{
    public static readonly CommitmentTarget Gdp = new("gdp", "140900", "2027", PeriodKind.Year, Measure.Level);

    private PledgeDatabase(PlanDatabase plan, Actor first, Actor second, Actor owner) =>
        (Plan, First, Second, Owner) = (plan, first, second, owner);

    public PlanDatabase Plan { get; }

    /// <summary>A leader.</summary>
    public Actor First { get; }

    /// <summary>Another leader.</summary>
    public Actor Second { get; }

    /// <summary>王五 of the department fgw.</summary>
    public Actor Owner { get; }

    public SnapshotStore Snapshots { get; } = new();

    public ReturnSetup Setup => new(Plan.Owner, Plan.App);

    public CommitmentChanges Changes => new(Plan.Contexts, Snapshots, Plan.Clock);

    public CommitmentSigning Signing => new(Plan.Contexts, Snapshots, Plan.Clock);

    /// <summary>The number of the target's figure.</summary>
    public long Target => Assessed.Figure.Id;

    /// <summary>The target as it stands.</summary>
    public AssessedTarget Assessed => Snapshots.Current.LightsAt(Plan.Now).Targets.Single(t => Gdp.Covers(t.Figure.Series, t.Figure.Period));

    /// <summary>The number of the last that was said of it; null if nothing was.</summary>
    public long? Seen => Snapshots.Current.PlanBook.LastSaidOf(Gdp)?.Origin.Id;

    public static async Task<PledgeDatabase> CreateAsync()
    {
        var plan = await PlanDatabase.CreateAsync();
        var setup = new ReturnSetup(plan.Owner, plan.App);
        await setup.DepartmentAsync("fgw", "市发展改革委");
        await setup.DepartmentAsync("gxj", "市工信局");
        var database = new PledgeDatabase(
            plan,
            await setup.UserAsync("zhang", Role.Leader, name: "张市长"),
            await setup.UserAsync("li", Role.Leader, name: "李副市长"),
            await setup.UserAsync("wang", Role.Reporter, "fgw", "王五"));
        await database.ImportAsync(
            "GDP,忻州市,2020-FY,1000,亿元,,统计公报,annual,,,,2021-03-01",
            "GDP,忻州市,2023-FY,1200,亿元,,统计公报,annual,,,,2024-03-01");
        return database;
    }

    public async Task ImportAsync(params string[] rows)
    {
        var report = await new Importer(Plan.Contexts, Plan.Clock).ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes($"indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published\n{string.Join('\n', rows)}\n")),
            new() { File = "figures", Actor = "command" });
        Assert.True(report.Accepted, string.Join('\n', report.Faults));
        await LoadAsync();
    }

    public async Task<Data.Snapshot.Snapshot> LoadAsync()
    {
        Snapshots.Replace(await Plan.LoadAsync());
        return Snapshots.Current;
    }

    /// <summary>Says something of the commitment, as who sees what holds.</summary>
    public async Task<ChangeOutcome<PlanCheckFault>> SaveAsync(CommitmentStatement said, Actor actor, string? reason = "责任书")
    {
        var outcome = await Changes.SaveAsync(Target, new(said, Seen), reason, actor);
        await LoadAsync();
        return outcome;
    }

    /// <summary>王五 of fgw owes it, counted from 2020.</summary>
    public async Task OweAsync() => Assert.Null((await SaveAsync(Said() with { Owner = "fgw", Person = "王五", Baseline = "2020" }, First)).Refusal);

    /// <summary>Proposes another owner and gives the number of the proposal.</summary>
    public async Task<long> ProposeAsync(CommitmentStatement? said = null, Actor? actor = null)
    {
        Assert.Null((await SaveAsync(said ?? (Said() with { Owner = "gxj" }), actor ?? First, "机构调整")).Refusal);
        return Snapshots.Current.Pledges.Proposals[^1].Id;
    }

    public static CommitmentStatement Said() => new() { Origin = PlanOrigin.NotRecorded, Target = Gdp };

    /// <summary>The commitment as it holds.</summary>
    public async Task<Commitment> HeldAsync() => Assert.Single((await LoadAsync()).PlanAt(Plan.Now).Commitments);

    /// <summary>The state by which the database refuses a statement.</summary>
    public static async Task<string> RefusalAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)Plan).DisposeAsync();
}
