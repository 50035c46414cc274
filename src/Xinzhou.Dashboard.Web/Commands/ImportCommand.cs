using System.CommandLine;
using System.Text.Json;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>
/// Imports a file: all of it, or nothing. The last line on stdout sums up what became of it, reasons and progress go to
/// stderr.
/// </summary>
internal sealed class ImportCommand : DataCommand
{
    private readonly Argument<FileInfo> _file = ImportOptions.File(
        "CSV or XLSX in the import format, or JSON with the structure of plan.json or seed-facts.json.");

    private readonly Option<bool> _create = new("--create")
    {
        Description = "Creates indicators and statistical units that the catalogue does not have.",
    };

    private readonly Option<bool> _dryRun = ImportOptions.DryRun();

    private readonly Option<string?> _published = ImportOptions.Published();

    private readonly Option<FileInfo?> _report = ImportOptions.Report("line, column, code, found, expected");

    // Being read already; null where it is read when its turn comes.
    private Task<ImportDocument>? _document;

    // How many rows the file has, once that is known.
    private int _rows;

    public ImportCommand(SharedOptions shared)
        : base("import", "Imports a file: all of it, or nothing.", shared)
    {
        Add(_file);
        Add(_create);
        Add(_dryRun);
        Add(_published);
        Add(_report);
    }

    protected override void Begin(ParseResult arguments, CancellationToken cancellation)
    {
        // A report may be written over the file, which has then nothing to import.
        if (arguments.GetValue(_report) is null) _document = Task.Run(() => ReadAsync(arguments.GetRequiredValue(_file), cancellation), cancellation);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        // Opened before anything is stored: a report that cannot be written is known in time.
        await using var reportFile = run.Arguments.GetValue(_report)?.Create();
        var file = run.Arguments.GetRequiredValue(_file);
        var document = await (_document ?? ReadAsync(file, cancellation));
        _rows = document.Rows;
        var report = await run.Services.GetRequiredService<Importer>()
            .ImportAsync(
                document,
                new()
                {
                    File = file.Name,
                    Actor = "command",
                    Create = run.Arguments.GetValue(_create),
                    DryRun = run.Arguments.GetValue(_dryRun),
                    Published = run.Arguments.GetValue(_published) is { } text ? DateNotation.Read(text) : null,
                    PublishedToMonth = run.Arguments.GetValue(_published) is { } month && DateNotation.IsMonth(month),
                },
                new ProgressLines(run.Errors).Tell,
                cancellation);

        // Every name that is created is told, and of the rest as much as anybody reads.
        foreach (var fault in report.Warnings.Where(w => w.Reason is FaultReason.NewIndicator or FaultReason.NewUnit)
            .Concat(report.Warnings.Where(w => w.Reason is not (FaultReason.NewIndicator or FaultReason.NewUnit)).Concat(report.Faults).Take(ImportOptions.MaxReasons))) await run.Errors.WriteLineAsync(fault.Sentence());
        if (report.Faults.Count > ImportOptions.MaxReasons) await run.Errors.WriteLineAsync($"… {report.Faults.Count} in all");
        if (reportFile is not null)
        {
            await JsonSerializer.SerializeAsync(
                reportFile,
                report.Warnings.Select(f => (Fault: f, Severity: "notice")).Concat(report.Faults.Select(f => (Fault: f, Severity: "error")))
                    .Select(f => new { f.Fault.Line, f.Fault.Column, f.Fault.Code, f.Severity, f.Fault.Found, Expected = f.Fault.Expected() }),
                ImportOptions.ReportFormat,
                CancellationToken.None);
        }

        if (report.Stopped) await SayStoppedAsync(run, report);
        else await run.Output.WriteLineAsync(report.Summary);
        return report.Accepted ? ExitCode.Done : ExitCode.Refused;
    }

    protected override Task StoppedAsync(CommandRun run) => SayStoppedAsync(run, ImportReport.StoppedAtOnce);

    protected override async Task<ExitCode> OutOfOrderAsync(CommandRun run, string sentence)
    {
        await run.Errors.WriteLineAsync(sentence);
        await run.Output.WriteLineAsync((ImportReport.StoppedAtOnce with { Rows = _rows }).Summary);
        return ExitCode.Refused;
    }

    private static async Task SayStoppedAsync(CommandRun run, ImportReport report)
    {
        await run.Errors.WriteLineAsync("import: told to stop before it was done; nothing is stored");
        await run.Output.WriteLineAsync(report.Summary);
    }

    private static async Task<ImportDocument> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var stream = file.OpenRead();
        var (content, fault) = await FileContent.ReadAsync(stream, cancellation);
        return content is null ? ImportDocument.Unreadable(fault!)
            : DocumentReader.IsWorkbook(content) ? new() { Table = WorkbookReader.Read(content) }
            : DocumentReader.Read(content);
    }
}
