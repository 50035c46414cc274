using System.CommandLine;
using System.Text.Json;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>
/// Imports the plan's file: all of it, or nothing. The last line on stdout sums up what became of it, reasons go to stderr.
/// </summary>
internal sealed class PlanImportCommand : DataCommand
{
    private readonly Argument<FileInfo> _file = ImportOptions.File(
        "XLSX with any of the sheets departments, tasks, items, progress, commitments, outcomes, or one of them as CSV.");

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "Which sheet a CSV is, or the one of a workbook that is to be read; without it the columns tell, and all are read.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _create = new("--create")
    {
        Description = "Creates departments that there are none of.",
    };

    private readonly Option<bool> _dryRun = ImportOptions.DryRun();

    private readonly Option<string?> _published = ImportOptions.Published();

    private readonly Option<FileInfo?> _report = ImportOptions.Report("sheet, line, column, code, found, expected");

    // How many rows the file has, once that is known.
    private int _rows;

    public PlanImportCommand(SharedOptions shared)
        : base("import", "Imports the plan's file: all of it, or nothing.", shared)
    {
        Add(_file);
        Add(_sheet);
        Add(_create);
        Add(_dryRun);
        Add(_published);
        Add(_report);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        // Opened before anything is stored: a report that cannot be written is known in time.
        await using var reportFile = run.Arguments.GetValue(_report)?.Create();
        var file = run.Arguments.GetRequiredValue(_file);
        var document = await ReadAsync(file, run.Arguments.GetValue(_sheet), cancellation);
        _rows = document.Rows;
        var report = await run.Services.GetRequiredService<PlanImporter>().ImportAsync(
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
            cancellation);

        await TellAsync(run, report);
        if (reportFile is not null)
        {
            await JsonSerializer.SerializeAsync(
                reportFile,
                report.Warnings.Select(f => (Of: f, Severity: "notice")).Concat(report.Faults.Select(f => (Of: f, Severity: "error"))).Select(f => new
                {
                    f.Of.Sheet,
                    f.Of.Fault.Line,
                    f.Of.Fault.Column,
                    f.Of.Fault.Code,
                    f.Severity,
                    f.Of.Fault.Found,
                    Expected = f.Of.Fault.Expected(),
                }),
                ImportOptions.ReportFormat,
                CancellationToken.None);
        }

        if (report.Stopped) await SayStoppedAsync(run, report);
        else await run.Output.WriteLineAsync(report.Summary);
        return report.Accepted ? ExitCode.Done : ExitCode.Refused;
    }

    protected override Task StoppedAsync(CommandRun run) => SayStoppedAsync(run, PlanImportReport.StoppedAtOnce);

    protected override async Task<ExitCode> OutOfOrderAsync(CommandRun run, string sentence)
    {
        await run.Errors.WriteLineAsync(sentence);
        await run.Output.WriteLineAsync((PlanImportReport.StoppedAtOnce with { Rows = _rows }).Summary);
        return ExitCode.Refused;
    }

    /// <summary>Every name that is created is told, and of the rest as much as anybody reads.</summary>
    private static async Task TellAsync(CommandRun run, PlanImportReport report)
    {
        var created = report.Warnings.ToLookup(w => w.Fault.Reason == FaultReason.NewDepartment);
        foreach (var told in created[true].Concat(created[false].Concat(report.Faults).Take(ImportOptions.MaxReasons)))
        {
            await run.Errors.WriteLineAsync(told.Sentence());
        }

        if (report.Faults.Count > ImportOptions.MaxReasons) await run.Errors.WriteLineAsync($"… {report.Faults.Count} in all");
    }

    private static async Task SayStoppedAsync(CommandRun run, PlanImportReport report)
    {
        await run.Errors.WriteLineAsync("plan import: told to stop before it was done; nothing is stored");
        await run.Output.WriteLineAsync(report.Summary);
    }

    private static async Task<PlanDocument> ReadAsync(FileInfo file, string? sheet, CancellationToken cancellation)
    {
        await using var stream = file.OpenRead();
        var (content, fault) = await FileContent.ReadAsync(stream, cancellation);
        if (content is null) return PlanDocument.Unreadable(fault!);
        if (!DocumentReader.IsWorkbook(content)) return PlanDocument.ReadCsv(content, sheet);
        var read = PlanWorkbook.Read(content, sheet);
        return new() { Tables = read.Tables, Faults = read.Faults, Warnings = read.Warnings };
    }
}
