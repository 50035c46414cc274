using Xinzhou.Dashboard.Documents.Workbooks;

namespace Xinzhou.Dashboard.Data.Tests.Workbooks;

/// <summary>A number is read as a spreadsheet shows it.</summary>
public sealed class ShownNumbersTests
{
    [Theory]
    [InlineData("11.4999999999854", "11.5")]
    [InlineData("0.300000000000004", "0.3")]
    [InlineData("676.500000000001", "676.5")]
    [InlineData("1234.56789012345", "1234.56789012345")]
    [InlineData("-4.19999999999999", "-4.2")]
    [InlineData("100000.000001", "100000.000001")]
    public void The_noise_of_the_binary_form_is_no_digit(string value, string expected) =>
        Assert.Equal(expected, WorkbookReader.Read(Workbook.Of(Workbook.Row("a") + $"<row><c><v>{value}</v></c></row>")).Rows[0].Cells[0]);

    [Theory]
    [InlineData("0.0;0.0", "-5")]
    [InlineData("0.0\"亿元\"", "5")]
    [InlineData("0.0;-0.0;\"-\"", "0")]
    [InlineData("# ?/?", "0.5")]
    [InlineData("0.00E+00", "12345")]
    [InlineData("\"约\"0", "5")]
    public void A_format_that_shows_more_or_less_than_a_number_is_refused(string format, string value) =>
        Assert.Equal("number_format", Assert.Single(WorkbookReader.Read(
            Workbook.Of(Workbook.Row("value") + $"<row><c s=\"1\"><v>{value}</v></c></row>", [format])).Faults).Code);

    [Theory]
    [InlineData("<r><t>180.5</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>", "180.5²")]
    [InlineData("<r><t>180.5</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>10</t></r>", "180.5₁₀")]
    [InlineData("<r><t>180.5</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>(1)</t></r>", "180.5⁽¹⁾")]
    [InlineData("<r><t>180</t></r><r><rPr><vertAlign val=\"baseline\"/></rPr><t>.5</t></r>", "180.5")]
    public void A_raised_run_stays_raised(string runs, string expected) =>
        Assert.Equal(expected, WorkbookReader.Read(Workbook.Of(Workbook.Row("value") + $"<row><c t=\"inlineStr\"><is>{runs}</is></c></row>")).Rows[0].Cells[0]);

    [Fact]
    public void A_cell_in_the_last_column_takes_no_memory()
    {
        var rows = string.Concat(Enumerable.Range(2, 3000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>"));
        var workbook = Workbook.Of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"XFD1\" t=\"inlineStr\"><is><t>b</t></is></c></row>" + rows);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var table = WorkbookReader.Read(workbook);

        Assert.Equal(["a", "XFD"], table.Columns);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 8_000_000);
    }
}
