using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Writes the plan to a file that <see cref="PlanImportCommand"/> reads: a workbook, or one of its sheets as CSV.</summary>
internal sealed class PlanExportCommand : DataCommand
{
    private const string Csv = ".csv";

    private readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "The file to write; one that is there is replaced. As its name ends it is CSV, else a workbook.",
    };

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "One sheet only: departments, tasks, items, progress, commitments or outcomes. CSV needs it.",
        HelpName = "NAME",
    };

    public PlanExportCommand(SharedOptions shared)
        : base("export", "Writes the plan to a file: a workbook, or one of its sheets as CSV.", shared)
    {
        _sheet.Validators.Add(result =>
        {
            if (result.GetValue(_sheet) is { } name && PlanSheets.Named(name) is null)
                result.AddError($"--sheet is “{name}”; there are {string.Join(", ", Domain.Code.All<PlanSheet>())}.");
        });
        Validators.Add(result =>
        {
            if (result.GetValue(_sheet) is null && result.GetValue(_file) is { } file && IsCsv(file))
                result.AddError("CSV has one sheet: say which with --sheet, or write a workbook (.xlsx).");
        });
        Add(_file);
        Add(_sheet);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var file = run.Arguments.GetRequiredValue(_file);
        var sheet = run.Arguments.GetValue(_sheet) is { } name ? PlanSheets.Named(name) : null;
        var (contexts, time) = (run.Services.GetRequiredService<IDbContextFactory<DashboardContext>>(), run.Services.GetRequiredService<TimeProvider>());
        var export = await PlanExport.ReadAsync(contexts, new(time.GetUtcNow()), cancellation);
        var rows = export.Rows.Where(r => sheet is null || r.Key == sheet).ToDictionary();

        // Written beside and then moved: a file half written never stands under the name.
        var partial = new FileInfo($"{file.FullName}.partial");
        var cut = 0;
        await using (var stream = partial.Create())
        {
            if (sheet is { } one && IsCsv(file)) CsvTable.Write(stream, [.. PlanColumns.Of(one).Select(c => c.Name)], rows[one]);
            else cut = PlanWorkbook.Write(stream, rows, isEnglish: false, export.Demonstration);
        }

        // Noted before it stands under its name: there is no export that the log does not know.
        var count = rows.Values.Sum(r => r.Count);
        await AuditLog.AppendAsync(contexts, time, "command", "export", file.Name, new { plan = rows.Keys.Select(Domain.Code.Of), rows = count }, cancellation);
        partial.MoveTo(file.FullName, overwrite: true);
        if (cut > 0) await run.Errors.WriteLineAsync(Fault.OfFile(FaultReason.TextCut, $"{cut}").Sentence());
        await run.Output.WriteLineAsync($"plan export: rows {count}");
        return ExitCode.Done;
    }

    private static bool IsCsv(FileInfo file) => file.Extension.Equals(Csv, StringComparison.OrdinalIgnoreCase);
}
