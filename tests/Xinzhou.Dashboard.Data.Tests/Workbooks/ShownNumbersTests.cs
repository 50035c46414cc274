using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Workbooks;

/// <summary>A number is read as a spreadsheet shows it.</summary>
public sealed class ShownNumbersTests
{
    private static readonly string[] Formats =
    [
        "0", "0.0", "0.00", "#,##0.00", "0.0##", "0.000", "[>=100]0;0.0", "[>=1000]#,##0;[<10]0.00;0.0", "[=0]0;0.00", "0.0;\\-0.00;0", "0.00;-0.0", "0.0%", "0%",
        "[>5]0.00;[<=-5]\\-0.0;0.000", "#,##0.0_ ;\\-#,##0.0\\ ",
    ];

    /// <summary>CSV in UTF-8 with the numbers as they are shown.</summary>
    private const string AsShown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";

    [Fact]
    public async Task Numbers_of_many_formats_are_those_that_LibreOffice_shows()
    {
        var cells = Gen.Select(Gen.Int[0, Formats.Length - 1], Gen.Int[-99_999_999, 99_999_999], Gen.Int[0, 6])
            .Select((format, digits, scale) => (Format: format, Value: digits / Math.Pow(10, scale))).Array[400].Single()
            // What its own section rounds to nought.
            .Concat(Enumerable.Range(0, Formats.Length).SelectMany(f => new[] { -0.04, -0.004, 0.004 }.Select(v => (Format: f, Value: v)))).ToArray();
        var rows = Workbook.Row("a") + string.Concat(cells.Select((c, i) =>
            string.Create(CultureInfo.InvariantCulture, $"<row r=\"{i + 2}\"><c r=\"A{i + 2}\" s=\"{c.Format + 1}\"><v>{c.Value:R}</v></c></row>")));
        var workbook = Workbook.Of(rows, [.. Formats.Select(f => f.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal))]);

        var shown = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(workbook, "xlsx", AsShown)).Split('\n').Skip(1)
            .Select(l => l.Trim().Trim('"').Replace(",", "", StringComparison.Ordinal).TrimEnd('%').Trim()).ToArray();
        var table = WorkbookReader.Read(workbook);

        Assert.Empty(table.Faults);
        for (var i = 0; i < cells.Length; i++)
        {
            // Excel writes the sign of a negative number in a section that a condition leaves to it, LibreOffice drops it: it is kept.
            if (cells[i].Value < 0 && Formats[cells[i].Format][0] == '[') continue;

            // LibreOffice multiplies the binary form by a hundred, and a half may fall to either side; Excel, whose digits are decimal, rounds it up.
            if (IsHalfOfPercent(cells[i].Value, Formats[cells[i].Format])) continue;

            // A nought has no sign here.
            var expected = shown[i].TrimStart('-').Trim('0', '.').Length == 0 ? shown[i].TrimStart('-') : shown[i];
            Assert.True(expected == table.Rows.ElementAt(i).Cells[0], $"{cells[i].Value:R} as {Formats[cells[i].Format]}: shown {shown[i]}, read {table.Rows.ElementAt(i).Cells[0]}");
        }
    }

    private static bool IsHalfOfPercent(double value, string format)
    {
        if (!format.EndsWith('%')) return false;
        var steps = (decimal)value * (format.Contains('.', StringComparison.Ordinal) ? 1000 : 100);
        return Math.Abs(steps - Math.Truncate(steps)) == 0.5m;
    }

    [Theory]
    [InlineData("11.4999999999854", "11.5")]
    [InlineData("0.300000000000004", "0.3")]
    [InlineData("676.500000000001", "676.5")]
    [InlineData("1234.56789012345", "1234.56789012345")]
    [InlineData("-4.19999999999999", "-4.2")]
    [InlineData("100000.000001", "100000.000001")]
    public void The_noise_of_the_binary_form_is_no_digit(string value, string expected) =>
        Assert.Equal(expected, WorkbookReader.Read(Workbook.Of(Workbook.Row("a") + $"<row><c><v>{value}</v></c></row>")).Rows.First().Cells[0]);

    [Theory]
    [InlineData("0.0;0.0", "-5")]
    [InlineData("0.0\"亿元\"", "5")]
    [InlineData("0.0;-0.0;\"-\"", "0")]
    [InlineData("# ?/?", "0.5")]
    [InlineData("0.00E+00", "12345")]
    [InlineData("\"约\"0", "5")]
    [InlineData("General\"万\"", "5")]
    [InlineData("General%", "0.05")]
    [InlineData("General;General", "-5")]
    [InlineData("@\"%\"", "5")]
    public void A_format_that_shows_more_or_less_than_a_number_is_refused(string format, string value) =>
        Assert.Equal("number_format", Assert.Single(WorkbookReader.Read(
            Workbook.Of(Workbook.Row("value") + $"<row><c s=\"1\"><v>{value}</v></c></row>", [format])).Faults).Code);

    [Theory]
    [InlineData("<r><t>180.5</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>", "180.5²")]
    [InlineData("<r><t>180.5</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>10</t></r>", "180.5₁₀")]
    [InlineData("<r><t>180.5</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>(1)</t></r>", "180.5⁽¹⁾")]
    [InlineData("<r><t>180</t></r><r><rPr><vertAlign val=\"baseline\"/></rPr><t>.5</t></r>", "180.5")]
    public void A_raised_run_stays_raised(string runs, string expected) =>
        Assert.Equal(expected, WorkbookReader.Read(Workbook.Of(Workbook.Row("value") + $"<row><c t=\"inlineStr\"><is>{runs}</is></c></row>")).Rows.First().Cells[0]);

    [Theory]
    [InlineData("<r><rPr><strike/></rPr><t>12</t></r><r><t>13.5</t></r>", "1\u03362\u033613.5")]
    [InlineData("<r><t>13.5</t></r><r><rPr><strike val=\"1\"/><sz val=\"9\"/></rPr><t>0</t></r>", "13.50\u0336")]
    [InlineData("<r><rPr><strike val=\"0\"/></rPr><t>13</t></r><r><t>.5</t></r>", "13.5")]
    public void What_is_struck_out_of_a_number_is_no_digit_of_it(string runs, string expected)
    {
        var read = WorkbookReader.Read(Workbook.Of(Workbook.Row("value") + $"<row><c t=\"inlineStr\"><is>{runs}</is></c></row>")).Rows.First().Cells[0];

        Assert.Equal(expected, read);
        Assert.Equal(expected == "13.5", NumberNotation.Read(read, out _) is not null);
        Assert.Equal(expected == "13.5", EntryNotation.Read(read, "亿元", 1).Value is not null);
    }

    [Theory]
    [InlineData("<strike/>", "<v>13.5</v>", false)]
    [InlineData("<vertAlign val=\"baseline\"/><strike/>", "<v>5</v>", false)]
    [InlineData("<strike/><vertAlign val=\"baseline\"/>", "<v>5</v>", false)]
    [InlineData("<strike val=\"0\"/>", "<v>13.5</v>", true)]
    public void A_number_in_a_cell_that_is_struck_out_is_none(string font, string value, bool isNumber)
    {
        var read = WorkbookReader.Read(Workbook.Of(Workbook.Row("value") + $"<row><c s=\"1\">{value}</c></row>", font: font)).Rows.First().Cells[0];

        Assert.Equal(isNumber, NumberNotation.Read(read, out _) is not null);
        Assert.Equal(isNumber, EntryNotation.Read(read, "亿元", 1).Value is not null);
    }

    [Theory]
    [InlineData("0.0%", "0.054", "5.4")]
    [InlineData("0.0%", "3517.6715", "351767.2")]
    [InlineData("0%", "-0.125", "-13")]
    [InlineData("General", "5.4", "5.4")]
    [InlineData("@", "5.4", "5.4")]
    [InlineData("General_)", "-5.4", "-5.4")]
    public void A_format_without_words_shows_the_number(string format, string value, string expected) =>
        Assert.Equal(expected, WorkbookReader.Read(
            Workbook.Of(Workbook.Row("value") + $"<row><c s=\"1\"><v>{value}</v></c></row>", [format])).Rows.First().Cells[0]);

    [Fact]
    public void A_cell_in_the_last_column_takes_no_memory()
    {
        var rows = string.Concat(Enumerable.Range(2, 3000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>"));
        var workbook = Workbook.Of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"XFD1\" t=\"inlineStr\"><is><t>b</t></is></c></row>" + rows);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var table = WorkbookReader.Read(workbook);

        Assert.Equal(["a", "XFD"], table.Columns);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
    }

    [Fact]
    public void A_text_that_many_cells_share_counts_in_each()
    {
        var rows = string.Concat(Enumerable.Range(2, 40).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"s\"><v>0</v></c></row>"));

        var table = WorkbookReader.Read(Workbook.Of(Workbook.Row("quote") + rows, shared: [$"<t>{new string('长', 900_000)}</t>"], more: ("noise.bin", RandomNumberGenerator.GetBytes(200_000))));

        Assert.Equal("size", Assert.Single(table.Faults).Code);
    }
}
