using CsCheck;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

public sealed class PastedBlockTests
{
    [Fact]
    public void A_block_has_the_rows_and_cells_that_were_copied()
    {
        var block = PastedBlock.Read("246.0\t6.2\r\n71.90\t\r\n")!;

        Assert.Equal([["246.0", "6.2"], ["71.90", ""]], block);
    }

    [Fact]
    public void A_quoted_cell_may_hold_line_breaks_tabs_and_quotation_marks()
    {
        var block = PastedBlock.Read("\"a\n\"\"b\"\"\tc\"\td\n")!;

        Assert.Equal([["a\n\"b\"\tc", "d"]], block);
    }

    [Fact]
    public void Nothing_is_no_row() => Assert.Empty(PastedBlock.Read("")!);

    [Fact]
    public void Too_large_a_block_is_refused() => Assert.Null(PastedBlock.Read(string.Concat(Enumerable.Repeat("1\t", 6000))));

    [Fact]
    public void What_is_copied_is_what_is_read() =>
        Gen.String[Gen.Char["ab1.,\t\n\" "], 0, 6].Array[1, 4].Array[1, 4].Where(rows => rows[^1].Length > 1 || rows[^1][0].Length > 0).Sample(rows =>
        {
            var text = string.Join("\r\n", rows.Select(r => string.Join('\t', r.Select(Quoted))));
            return PastedBlock.Read(text)!.Select(r => r.ToArray()).SequenceEqual(rows, new RowComparer());
        });

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny('\t', '\n', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private sealed class RowComparer : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] obj) => obj.Length;
    }
}
