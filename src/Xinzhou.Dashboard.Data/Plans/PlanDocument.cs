using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>The plan's file as tables, before it is read against what is held.</summary>
public sealed record PlanDocument
{
    /// <summary>Its sheets.</summary>
    public IReadOnlyList<PlanTable> Tables { get; init; } = [];

    /// <summary>Why it cannot be read; what is wrong in a sheet stands in its table.</summary>
    public IReadOnlyList<PlanFault> Faults { get; init; } = [];

    /// <summary>What is remarked and refuses nothing.</summary>
    public IReadOnlyList<PlanFault> Warnings { get; init; } = [];

    /// <summary>Rows with anything in them, over all sheets.</summary>
    public int Rows => Tables.Sum(t => t.Table.Rows.Count);

    /// <summary>A file that cannot be read.</summary>
    public static PlanDocument Unreadable(Fault fault) => new() { Faults = [new("", fault)] };

    /// <summary>Reads one sheet as CSV. A workbook is recognised by <see cref="DocumentReader.IsWorkbook"/> and read by whoever can read workbooks.</summary>
    /// <param name="content">The file.</param>
    /// <param name="sheet">Which sheet it is; null where its columns tell.</param>
    public static PlanDocument ReadCsv(ReadOnlyMemory<byte> content, string? sheet = null)
    {
        if (FileKind.Foreign(content.Span) is { } foreign) return Unreadable(foreign);
        var (utf8, fault) = TextDecoding.ToUtf8(content);
        if (fault is not null) return Unreadable(fault);
        var table = CsvTable.Read(utf8, PlanSheets.Score);
        if (table is { Columns.Count: 0, Faults: [var unreadable, ..] }) return Unreadable(unreadable);
        if (PlanSheets.Of(table, sheet) is { } which) return new() { Tables = [new(which, sheet ?? NameOf(which, table), table)] };
        return Unreadable(sheet is null
            ? Fault.OfFile(FaultReason.NoPlanSheet, string.Join(", ", table.Columns))
            : Fault.OfFile(FaultReason.UnknownPlanSheet, sheet));
    }

    /// <summary>What a file calls its one sheet: in the language of its header.</summary>
    private static string NameOf(PlanSheet sheet, SourceTable table) =>
        table.Columns.Any(c => c.Any(char.IsAsciiLetter)) ? Domain.Code.Of(sheet) : sheet.Chinese();
}
