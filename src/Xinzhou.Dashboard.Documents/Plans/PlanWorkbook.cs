using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Documents.Plans;

/// <summary>The plan's file as a workbook (CONTRACTS, 6).</summary>
public static class PlanWorkbook
{
    /// <summary>Reads the visible sheets that are the plan's, told by their names, else by their columns.</summary>
    /// <param name="content">The file.</param>
    /// <param name="sheet">Reads this sheet only, by its name in the workbook or the plan's name of it; null reads all.</param>
    public static PlanWorkbookReading Read(byte[] content, string? sheet = null) => throw new NotImplementedException();

    /// <summary>Writes tables as a workbook, a sheet each, with Chinese heads or English ones.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">The rows of each sheet (see <see cref="PlanRows"/>).</param>
    /// <param name="isEnglish">True for English names of sheets and columns.</param>
    /// <returns>How many texts were cut because a cell keeps no more.</returns>
    public static int Write(Stream output, IReadOnlyDictionary<PlanSheet, IReadOnlyList<IReadOnlyList<string>>> rows, bool isEnglish) => throw new NotImplementedException();
}
