using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Writes all figures to a file in the import format.</summary>
internal sealed class ExportCommand : DataCommand
{
    private const string Csv = "csv";
    private const string Xlsx = "xlsx";

    /// <summary>A sheet has no more, the header among them.</summary>
    private const int MaxSheetRows = 1_048_576;

    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The file to write; one that is there is replaced." };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "csv or xlsx; without it, as the name of the file ends, else csv.",
        HelpName = $"{Csv}|{Xlsx}",
    };

    public ExportCommand(SharedOptions shared)
        : base("export", "Writes all figures to a file in the import format.", shared)
    {
        _format.AcceptOnlyFromAmong(Csv, Xlsx);
        Add(_file);
        Add(_format);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var file = run.Arguments.GetRequiredValue(_file);
        var isWorkbook = (run.Arguments.GetValue(_format) ?? (file.Extension.Equals($".{Xlsx}", StringComparison.OrdinalIgnoreCase) ? Xlsx : Csv)) == Xlsx;
        var export = await FigureExport.ReadAsync(
            run.Services.GetRequiredService<IDbContextFactory<DashboardContext>>(), run.Services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation);
        if (isWorkbook && export.Rows.Count >= MaxSheetRows)
        {
            await run.Errors.WriteLineAsync($"There are {export.Rows.Count} figures; a sheet has {MaxSheetRows} rows: use --format csv.");
            return ExitCode.Refused;
        }

        // Written beside and then moved: a file half written never stands under the name.
        var partial = new FileInfo($"{file.FullName}.partial");
        var cut = 0;
        await using (var stream = partial.Create())
        {
            if (isWorkbook) cut = WorkbookWriter.Write(stream, "figures", ImportColumns.All, FigureExport.NumberColumns, export.Rows);
            else CsvTable.Write(stream, ImportColumns.All, export.Rows);
        }

        // Noted before it stands under its name: there is no export that the log does not know.
        await AuditLog.AppendAsync(
            run.Services.GetRequiredService<IDbContextFactory<DashboardContext>>(), run.Services.GetRequiredService<TimeProvider>(), "command", "export", file.Name,
            new { figures = export.Rows.Count, format = isWorkbook ? Xlsx : Csv }, cancellation);
        partial.MoveTo(file.FullName, overwrite: true);
        if (export.Withdrawn > 0)
            await run.Errors.WriteLineAsync($"{export.Withdrawn} withdrawn figures are left out: an import would bring them back.");
        if (cut > 0)
            await run.Errors.WriteLineAsync(Fault.OfFile(FaultReason.TextCut, $"{cut}").Sentence());
        await run.Output.WriteLineAsync($"export: figures {export.Rows.Count}");
        return ExitCode.Done;
    }
}
