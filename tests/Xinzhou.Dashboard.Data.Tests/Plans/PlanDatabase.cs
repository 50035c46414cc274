using System.Text;
using Npgsql;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Plans;

/// <summary>A database with the article's plan, one target and a clock; a test makes its own.</summary>
public sealed class PlanDatabase : PostgresDatabase, IAsyncDisposable
{
    public const string Tasks = "number,title,dimension,lead,responsible,supporting,person,quote,source,published";
    public const string Items = "task,item,text,lead,person,start,due,plan,source,published";
    public const string Progress = "task,item,quarter,percent,text,source,reported";
    public const string Commitments = "indicator,region,period,owner,person,baseline,tolerance,task,source,published";
    public const string Outcomes = "year,dimension,text,owner,achieved,evidence,source,published";

    private static readonly PostgresTemplate WithPlan = new("with_plan", async (owner, app) =>
    {
        await PostgresTemplate.Migrated.PrepareAsync(owner, app);
        await using var source = NpgsqlDataSource.Create(app);
        await using var stream = ReferenceFiles.Open(ReferenceFiles.Plan);
        var (content, _) = await FileContent.ReadAsync(stream);
        var importer = new Importer(DashboardContexts.On(source), TimeProvider.System);
        await importer.ImportAsync(DocumentReader.Read(content), new() { File = "plan.json", Actor = "setup" });
        await importer.ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes(
                "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published\nGDP,忻州市,2027,2000,亿元,,市政府文件,target,,,,2024-01-05\n")),
            new() { File = "targets", Actor = "setup" });
    });

    protected override PostgresTemplate Template => WithPlan;

    /// <summary>The end of the third quarter of 2026 and two weeks.</summary>
    public StandingClock Clock { get; } = new(new(2026, 10, 14, 1, 0, 0, TimeSpan.Zero));

    public AsOf Now => new(Clock.GetUtcNow());

    public static async Task<PlanDatabase> CreateAsync()
    {
        var database = new PlanDatabase();
        await database.InitializeAsync();
        return database;
    }

    /// <summary>A sheet as CSV.</summary>
    public static PlanDocument Sheet(string header, string rows) => PlanDocument.ReadCsv(Encoding.UTF8.GetBytes($"{header}\n{rows}\n"));

    /// <summary>One file of several sheets.</summary>
    public static PlanDocument File(params PlanDocument[] sheets) => new()
    {
        Tables = [.. sheets.SelectMany(s => s.Tables)],
        Faults = [.. sheets.SelectMany(s => s.Faults)],
    };

    public Task<PlanImportReport> ImportAsync(string header, string rows, bool create = false) => ImportAsync(Sheet(header, rows), create);

    public Task<PlanImportReport> ImportAsync(PlanDocument document, bool create = false, bool dryRun = false) =>
        new PlanImporter(Contexts, Clock).ImportAsync(document, new() { File = "plan.xlsx", Actor = "command", Create = create, DryRun = dryRun });

    public Task<Data.Snapshot.Snapshot> LoadAsync() => new SnapshotLoader(Contexts).LoadAsync();

    public async Task<CityPlan> PlanAsync(AsOf? asOf = null) => (await LoadAsync()).PlanAt(asOf ?? Now);

    /// <summary>Everything that an import could change, as text.</summary>
    public async Task<string> DumpAsync()
    {
        var dump = new StringBuilder();
        foreach (var table in new[]
        {
            "task_statements", "work_item_statements", "progress_statements", "commitment_statements", "outcome_statements", "departments",
            "key_tasks", "work_items", "audit_events", "plan_state",
        })
        {
            await using var command = App.CreateCommand($"SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM {table} t");
            dump.AppendLine((string)(await command.ExecuteScalarAsync())!);
        }

        return dump.ToString();
    }

    public async Task<string?> ScalarAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}
