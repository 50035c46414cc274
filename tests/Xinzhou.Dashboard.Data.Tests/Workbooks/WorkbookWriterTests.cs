using System.IO.Compression;
using CsCheck;
using Xinzhou.Dashboard.Documents.Workbooks;

namespace Xinzhou.Dashboard.Data.Tests.Workbooks;

public sealed class WorkbookWriterTests
{
    private static readonly HashSet<int> Numbers = [0];

    [Theory]
    [InlineData("-4.2")]
    [InlineData("182.0")]
    [InlineData("0.00")]
    [InlineData("41486.607094")]
    [InlineData("123456789012345")]
    [InlineData("1234567890123456789.0123456789")]
    [InlineData("0.1234567890123456789")]
    public void A_number_is_read_back_with_its_decimals(string number)
    {
        var table = WorkbookReader.Read(Write([number, "x"]));
        Assert.Equal(number, table.Rows.First().Cells[0]);
    }

    [Fact]
    public void A_number_is_a_number_and_a_text_that_begins_like_a_formula_is_text()
    {
        using var zip = new ZipArchive(new MemoryStream(Write(["-4.2", "=1+1"], ["1", "-4.2"])));
        using var reader = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("worksheets")).Open());
        var sheet = reader.ReadToEnd();
        Assert.Contains("<x:v>-4.2</x:v>", sheet);
        Assert.DoesNotContain(":f>", sheet);
        using var styles = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("styles")).Open());
        Assert.Contains("quotePrefix=\"1\"", styles.ReadToEnd());
    }

    [Fact]
    public void Text_is_read_back_as_it_was() => Gen.Select(
        Gen.String[Gen.Char["=+-@'\"<>&\n\r\t_x0D5F忻州 "], 1, 12],
        Gen.OneOf("_x000D", "_x000D_", "_x005F_x000D_", "\u0001", "]]>", " 空 ", "\uFFFE"),
        (a, b) => (a, b)).Sample(t =>
        {
            var table = WorkbookReader.Read(Write(["1", "x" + t.a + t.b + t.a]));
            Assert.Equal("x" + t.a + t.b + t.a, table.Rows.First().Cells[1]);
        }, iter: 100);

    [Fact]
    public void A_long_table_packs_no_tighter_than_may_be_imported()
    {
        var rows = Enumerable.Range(0, 20_000)
            .Select(i => new[] { $"{i}.5", "地区生产总值", "忻州市", "2023-H1", "亿元", "http://www.sxxz.gov.cn/ggsj", "ytd", "", "", "2023-08-18" });
        Assert.Empty(WorkbookReader.Read(Write([.. rows])).Faults);
    }

    private static byte[] Write(params string[][] rows)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, "数据", [.. Enumerable.Range(0, rows[0].Length).Select(i => $"c{i}")], Numbers, rows);
        return stream.ToArray();
    }

    [Fact]
    public void A_text_longer_than_a_cell_keeps_is_cut_with_a_mark_and_counted()
    {
        using var stream = new MemoryStream();
        var cut = WorkbookWriter.Write(stream, "a", ["text"], new HashSet<int>(), [[new string('长', 32_767)], [new string('长', 32_768)], [new string('长', 40_000)]]);

        Assert.Equal(2, cut);
        var rows = WorkbookReader.Read(stream.ToArray(), new() { LooksForHeader = false }).Rows;
        Assert.All(rows, r => Assert.Equal(32_767, r.Cells[0].Length));
        Assert.Equal([false, true, true], rows.Select(r => r.Cells[0].EndsWith("……（已截断）", StringComparison.Ordinal)));
    }
}
