using System.IO.Compression;
using System.Text;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Tests.Workbooks;

[Trait("Category", "Faults")]
public sealed class WorkbookReaderTests
{
    [Theory]
    [InlineData("General", "676.5", "676.5")]
    [InlineData("General", "4.7000000000000002", "4.7")]
    [InlineData("General", "-4.2", "-4.2")]
    [InlineData("General", "1E-3", "0.001")]
    [InlineData("0.00", "182", "182.00")]
    [InlineData("0.0", "182.04999999999999", "182.1")]
    [InlineData("0.0", "-0.25", "-0.3")]
    [InlineData("0", "12.6", "13")]
    [InlineData("#,##0.00", "1234567.8", "1234567.80")]
    [InlineData("0.0##", "1.5", "1.5")]
    [InlineData("0.0##", "1", "1.0")]
    [InlineData("0.0##", "1.2346", "1.235")]
    [InlineData("0.00_ ;[Red]-0.00 ", "-3.1", "-3.10")]
    [InlineData("[$¥-804]#,##0.0", "12", "12.0")]
    [InlineData("0%", "0.081", "8")]
    [InlineData("0.0%;-0.0%", "-0.081", "-8.1")]
    [InlineData("@", "12.50", "12.5")]
    [InlineData("yyyy-mm-dd", "45138", "2023-07-31")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45138", "2023-07-31")]
    [InlineData("[$-804]yyyy/m/d;@", "45138", "2023-07-31")]
    [InlineData("yyyy-mm", "45138", "2023-07")]
    [InlineData("yyyy-mm-dd hh:mm", "45138.395833333336", "2023-07-31T09:30:00+08:00")]
    public void A_numeric_cell_is_read_as_its_format_shows_it(string format, string value, string expected)
    {
        var table = WorkbookReader.Read(Workbook.Of(Workbook.Row("a") + $"<row><c s=\"1\"><v>{value}</v></c></row>", [format]));
        Assert.Empty(table.Faults);
        Assert.Equal(expected, Assert.Single(table.Rows).Cells[0]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("16777217")]
    [InlineData("2147483647")]
    [InlineData("2147483648")]
    public void A_row_that_no_sheet_has_makes_the_file_a_broken_one(string row)
    {
        var table = WorkbookReader.Read(Workbook.Of(Workbook.Row("value") + $"<row r=\"{row}\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"));

        Assert.Equal((0, "format"), (Assert.Single(table.Faults).Line, table.Faults[0].Code));
    }

    [Theory]
    [InlineData("0.0,", "number_format")]
    [InlineData("#,##0,,\"百万\"", "number_format")]
    [InlineData("0!.0,", "number_format")]
    public void A_format_that_shows_another_number_is_refused(string format, string code)
    {
        var table = WorkbookReader.Read(Workbook.Of(Workbook.Row("value") + "<row><c s=\"1\"><v>0.081</v></c></row>", [format]));
        var fault = Assert.Single(table.Faults);
        Assert.Equal((2, "value", code, "0.081"), (fault.Line, fault.Column, fault.Code, fault.Found));
    }

    [Fact]
    public void Text_is_read_as_written_from_wherever_it_is_kept()
    {
        var table = WorkbookReader.Read(Workbook.Of(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>c</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="str"><v>=文</v></c></row>
            """,
            shared: ["<t>a</t>", "<r><t xml:space=\"preserve\"> 上</t></r><rPh sb=\"0\" eb=\"1\"><t>shang</t></rPh><r><t>下_x000D_</t></r>"]));
        Assert.Equal(["a", "", "c"], table.Columns);
        var row = Assert.Single(table.Rows);
        Assert.Equal(3, row.Line);
        Assert.Equal([" 上下\r", "true", "=文"], row.Cells);
    }

    [Fact]
    public void A_formula_is_refused_wherever_it_stands()
    {
        var table = WorkbookReader.Read(Workbook.Of(
            Workbook.Row("value", "note") + "<row><c><f>A1*2</f><v>4</v></c><c t=\"str\"><f t=\"shared\" si=\"0\"/><v>x</v></c><c><f>1+1</f><v>2</v></c></row>"));
        Assert.Equal(
            [("value", "formula", "=A1*2"), ("note", "formula", "x"), ("C", "formula", "=1+1")],
            table.Faults.Select(f => (f.Column, f.Code, f.Found)));
    }

    [Fact]
    public void An_error_value_is_refused() =>
        Assert.Equal("error_cell", Assert.Single(WorkbookReader.Read(
            Workbook.Of(Workbook.Row("value") + "<row><c t=\"e\"><v>#REF!</v></c></row>")).Faults).Code);

    [Fact]
    public void Days_may_count_from_1904() =>
        Assert.Equal("2023-07-31", WorkbookReader.Read(Workbook.Of(
            Workbook.Row("a") + "<row><c s=\"1\"><v>43676</v></c></row>", ["yyyy-mm-dd"], date1904: true)).Rows.First().Cells[0]);

    [Fact]
    public void Empty_rows_are_no_rows_and_cells_beside_the_table_are_ignored_and_named()
    {
        var table = WorkbookReader.Read(Workbook.Of(
            Workbook.Row("a") + "<row/><row><c s=\"0\"/></row><row r=\"9\"><c r=\"A9\"><v>1</v></c><c r=\"XFD9\"><v>2</v></c></row>"));
        Assert.Equal(9, Assert.Single(table.Rows).Line);
        Assert.Equal(["a", "XFD"], table.Columns);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = Workbook.Of("<row><c t=\"inlineStr\"><is><t>" + new string(' ', 100_000_000) + "</t></is></c></row>");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Single(WorkbookReader.Read(bomb).Faults);
        Assert.Equal((0, "expansion"), (fault.Line, fault.Code));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void A_small_workbook_may_pack_as_tightly_as_it_does()
    {
        var rows = string.Concat(Enumerable.Repeat(Workbook.Row("地区生产总值", "忻州市", "2023-H1"), 5000));
        var packed = Workbook.Of(Workbook.Row("a", "b", "c") + rows);
        Assert.True(packed.Length * SourceTable.MaxExpansion < rows.Length, "It does not pack tightly.");

        Assert.Empty(WorkbookReader.Read(packed).Faults);
    }

    [Fact]
    public void A_zip_bomb_that_lies_about_its_size_takes_no_memory()
    {
        var bomb = Workbook.Of("<row><c t=\"inlineStr\"><is><t>" + new string(' ', 100_000_000) + "</t></is></c></row>");

        // The uncompressed sizes in the directory and the local headers are made small.
        for (var i = 0; i + 28 < bomb.Length; i++)
        {
            if (bomb.AsSpan(i).StartsWith("PK\u0001\u0002"u8) && BitConverter.ToUInt32(bomb, i + 24) > 50_000_000)
            {
                BitConverter.TryWriteBytes(bomb.AsSpan(i + 24), 1000u);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Single(WorkbookReader.Read(bomb).Faults);
        Assert.Equal((0, "format"), (fault.Line, fault.Code));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("a.txt").Open();
            part.Write("a"u8);
        }

        Assert.Equal("format", Assert.Single(WorkbookReader.Read(stream.ToArray()).Faults).Code);
        Assert.Equal("format", Assert.Single(WorkbookReader.Read("PK\u0003\u0004 broken"u8.ToArray()).Faults).Code);
        Assert.Equal("format", Assert.Single(WorkbookReader.Read(Workbook.Of("<row><c t=\"s\"><v>7</v></c></row>")).Faults).Code);
        Assert.Equal("format", Assert.Single(WorkbookReader.Read(Workbook.Of("<row>")).Faults).Code);
        Assert.Equal("format", Assert.Single(WorkbookReader.Read(Workbook.Of("")).Faults).Code);
    }

    [Fact]
    public void A_document_type_with_entities_is_refused()
    {
        var content = Workbook.Of(Workbook.Row("a"));
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/sheet.xml")!.Delete();
            using var part = zip.CreateEntry("xl/sheet.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>"));
        }

        Assert.Equal("format", Assert.Single(WorkbookReader.Read(stream.ToArray()).Faults).Code);
    }

    [Fact]
    public void More_rows_than_allowed_are_refused()
    {
        var random = new Random(7);
        var rows = new StringBuilder(Workbook.Row("a"));
        for (var i = 0; i <= SourceTable.MaxRows; i++)
        {
            rows.Append("<row><c><v>").Append(random.NextInt64(1_000_000_000_000)).Append("</v></c></row>");
        }

        Assert.Equal("rows", Assert.Single(WorkbookReader.Read(Workbook.Of(rows.ToString())).Faults).Code);
    }

    [Fact]
    public void The_rows_of_a_long_sheet_are_not_held_and_are_the_same_whenever_they_are_asked_for()
    {
        var sheet = string.Concat(Enumerable.Range(2, 10_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"inlineStr\"><is><t>名{i}</t></is></c><c r=\"B{i}\"><v>{i}.50</v></c><c r=\"C{i}\" t=\"s\"><v>{(i % 1_000 == 0 ? 0 : 1 + (i % 2))}</v></c></row>"));
        var table = WorkbookReader.Read(Workbook.Of(
            Workbook.Row("a", "value", "c") + sheet, shared: [$"<t>{new string('乙', 40_000)}</t>", "<t>甲</t>", "<t>_x001F_丙</t>"]));

        Assert.Empty(table.Faults);
        Assert.Equal(10_000, table.Rows.Count);
        foreach (var _ in new[] { 1, 2 })
        {
            var line = 1;
            foreach (var row in table.Rows)
            {
                line++;
                Assert.Equal((line, $"名{line}", $"{line}.5"), (row.Line, row.Cells[0], row.Cells[1]));
                Assert.Equal(line % 1_000 == 0 ? new string('乙', 40_000) : line % 2 == 0 ? "甲" : "\u001F丙", row.Cells[2]);
            }

            Assert.Equal(10_001, line);
        }

        Assert.NotSame(table.Rows.First().Cells[0], table.Rows.First().Cells[0]);
    }

    [Fact]
    public void A_text_merged_over_thousands_of_rows_stands_in_each_of_them_and_nowhere_else()
    {
        var sheet = string.Concat(Enumerable.Range(2, 9_000).Select(i => i is 3_000 or 3_001
            ? $"<row r=\"{i}\"><c r=\"B{i}\"><v>{i}</v></c><c r=\"C{i}\" t=\"inlineStr\"><is><t>并{i}</t></is></c></row>"
            : $"<row r=\"{i}\"><c r=\"B{i}\"><v>{i}</v></c></row>"));
        var table = WorkbookReader.Read(Workbook.Of(
            Workbook.Row("a", "b", "c") + sheet + "</sheetData><mergeCells><mergeCell ref=\"C3001:C8500\"/><mergeCell ref=\"A2:A8000\"/></mergeCells><sheetData>"));

        Assert.Empty(table.Faults);
        Assert.Equal(
            [.. Enumerable.Range(2, 9_000).Select(i => i == 3_000 ? "并3000" : i is > 3_000 and <= 8_500 ? "并3001" : "")],
            table.Rows.Select(r => r.Cells.ElementAtOrDefault(2) ?? ""));
        Assert.All(table.Rows, r => Assert.Equal(("", $"{r.Line}"), (r.Cells[0], r.Cells[1])));
    }
}
