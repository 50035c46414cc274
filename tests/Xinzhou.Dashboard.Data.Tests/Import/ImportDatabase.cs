using System.Text;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>A database with the catalogue and no figures; a test makes its own.</summary>
public sealed class ImportDatabase : PostgresDatabase, IAsyncDisposable
{
    public const string Header = "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published";

    public static async Task<ImportDatabase> CreateAsync()
    {
        var database = new ImportDatabase();
        await database.InitializeAsync();
        return database;
    }

    /// <summary>Imports rows of CSV below <see cref="Header"/>.</summary>
    public Task<ImportReport> ImportAsync(string rows, bool create = false, bool dryRun = false) =>
        ImportAsync(Encoding.UTF8.GetBytes($"{Header}\n{rows}\n"), create, dryRun);

    /// <summary>Imports a file of any kind, as the command does.</summary>
    public async Task<ImportReport> ImportAsync(byte[] content, bool create = false, bool dryRun = false)
    {
        var document = DocumentReader.IsWorkbook(content)
            ? new ImportDocument { Table = WorkbookReader.Read(content) }
            : DocumentReader.Read(content);
        return await new Importer(Contexts, TimeProvider.System).ImportAsync(
            document, new() { File = "test", Actor = "test", Create = create, DryRun = dryRun });
    }

    public Task<Data.Snapshot.Snapshot> LoadAsync() => new SnapshotLoader(Contexts).LoadAsync();

    public async Task<IReadOnlyList<Figure>> FiguresAsync() =>
        [.. (await LoadAsync()).Figures.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).OrderBy(f => f.Id)];

    /// <summary>Everything that an import could change, as text.</summary>
    public async Task<string> DumpAsync()
    {
        var dump = new StringBuilder();
        foreach (var table in new[]
        {
            "figures", "series", "source_documents", "indicators", "statistical_units", "audit_events", "plan_state", "key_tasks",
            "dimensions", "milestones", "plan_notes",
        })
        {
            await using var command = App.CreateCommand($"SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM {table} t");
            dump.AppendLine((string)(await command.ExecuteScalarAsync())!);
        }

        return dump.ToString();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}
