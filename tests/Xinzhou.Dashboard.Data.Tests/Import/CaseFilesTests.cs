using System.IO.Compression;
using System.Text;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Testing.Cases;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>Files that once went wrong, and their neighbours, as an import reads them.</summary>
[Trait("Category", "Faults")]
public sealed class CaseFilesTests(ImportDatabase shared) : IClassFixture<ImportDatabase>
{
    private const string Good = "GDP,忻州市,2011-H1,300.5,亿元,11.5,http://www.sxxz.gov.cn/a,ytd,当期发布,,";
    private static readonly string[] Shown = ["period", "vintage", "value", "yoy"];

    private const string Header = "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note";

    [Theory]
    [InlineData("01-superscript.xlsx", "2 value number 300.5¹")]
    [InlineData("14-ods-renamed.xlsx", "0  format ")]
    [InlineData("14b-html.xls", "0  format ")]
    [InlineData("14c-spreadsheetml.xls", "0  format ")]
    [InlineData("14f-sep-semicolon.csv", "3 period period bad")]
    public async Task A_case_is_refused_for_its_cause(string name, string expected)
    {
        var report = await shared.ImportAsync(CaseFile.Read(name));

        Assert.Equal(expected, string.Join(';', report.Faults.Select(f => $"{f.Line} {f.Column} {f.Code} {f.Found}")));
    }

    [Theory]
    [InlineData("14-ods-renamed.xlsx", "ODS")]
    [InlineData("14b-html.xls", "HTML")]
    [InlineData("14c-spreadsheetml.xls", "SpreadsheetML")]
    public void A_file_of_another_kind_is_named_as_what_it_is(string name, string kind) =>
        Assert.Contains(kind, FileKind.Foreign(CaseFile.Read(name))!.Sentence(), StringComparison.Ordinal);

    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("{\\rtf1", "RTF")]
    [InlineData("\uFEFF<!DOCTYPE HTML><table>", "HTML")]
    [InlineData("<?xml version='1.0'?><office:document>", "ODS")]
    [InlineData("indicator,region", null)]
    public void Neighbours_of_them_are_too(string beginning, string? kind) =>
        Assert.Equal(kind is null, FileKind.Foreign(Encoding.UTF8.GetBytes(beginning))?.Sentence().Contains(kind ?? "", StringComparison.Ordinal) is not true);

    [Theory]
    [InlineData("04-merged-cells.xlsx", "1991-H1 快报 10.5 5.5;1991-H1 快报 11.5 6.5;1991-H1 快报 12.5 7.5")]
    [InlineData("05-hidden-first-sheet.xlsx", "1984-H1 当期发布 13.5 6.5")]
    [InlineData("05b-two-sheets.xlsx", "1985-Q1 当期发布 5.1 1.1")]
    [InlineData("05c-hidden-row.xlsx", "1990-H1 当期发布 50.5 5.5;1990-H1 当期发布 5.5 5.5")]
    [InlineData("06-conditional-formats.xlsx", "1986-H1 当期发布 5.4 -4.25;1987-H1 当期发布 676.5 5.25")]
    [InlineData("07-float-noise.xlsx", "1988-H1 当期发布 300.5 11.5")]
    [InlineData("10d-zwsp-number.csv", "2011-H1 当期发布 300.5 11.5")]
    [InlineData("12-gbk-a3a0.csv", "2011-H1 当期发布 300.5 11.5")]
    [InlineData("13-excel-short-rows.csv", "2011-H1 当期发布 300.5 11.5;2012-H1 当期发布 300.5 11.5;2013-H1 当期发布 400.0 11.5")]
    [InlineData("14d-title-row.csv", "2011-H1 当期发布 300.5 11.5")]
    [InlineData("14e-semicolon.csv", "2011-H1 当期发布 300.5 11.5")]
    [InlineData("14g-fullwidth-comma.csv", "2011-H1 当期发布 300.5 11.5")]
    [InlineData("10b-kangxi.csv", "1998-H1 当期发布 200.5 11.5")]
    [InlineData("11-r-na.csv", "1998-H1 当期发布 200.5 11.5")]
    public async Task A_case_is_read_as_its_sheet_shows_it(string name, string expected)
    {
        var content = CaseFile.Read(name);
        var report = await shared.ImportAsync(content, dryRun: true);
        Assert.Empty(report.Faults);

        var table = DocumentReader.IsWorkbook(content) ? WorkbookReader.Read(content) : DocumentReader.Read(content).Table;
        int[] columns = [.. Shown.Select(c => table.Columns.TakeWhile(n => n != c).Count())];
        Assert.Equal(expected, string.Join(';', table.Rows.Select(r => string.Join(' ', columns.Select(c => r.Cells[c].Trim('\u200B'))))));
    }

    [Theory]
    [InlineData("04b-merged-period.xlsx", "period", "1971-H1")]
    [InlineData("04c-merged-unit.xlsx", "unit", "亿元")]
    public void A_merged_text_stands_in_every_row(string name, string column, string text)
    {
        var table = WorkbookReader.Read(CaseFile.Read(name));
        var at = table.Columns.TakeWhile(c => c != column).Count();

        Assert.Empty(table.Faults);
        Assert.All(table.Rows, r => Assert.Equal(text, r.Cells[at]));
    }

    [Fact]
    public async Task How_far_tabs_are_scrolled_hides_a_sheet_in_LibreOffice_alone()
    {
        using var file = new MemoryStream();
        file.Write(CaseFile.Read("05-hidden-first-sheet.xlsx"));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open())) xml = await reader.ReadToEndAsync();
            zip.GetEntry("xl/workbook.xml")!.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open());
            await writer.WriteAsync(xml.Replace("appName=\"Calc\"", "appName=\"xl\"", StringComparison.Ordinal));
        }

        var report = await shared.ImportAsync(file.ToArray(), dryRun: true);

        Assert.Equal("other_sheet 本年", string.Join(';', report.Warnings.Select(w => $"{w.Code} {w.Found}")));
    }

    [Theory]
    [InlineData("05-hidden-first-sheet.xlsx", "other_sheet")]
    [InlineData("05b-two-sheets.xlsx", "other_sheet 上半年")]
    [InlineData("05c-hidden-row.xlsx", "hidden_rows 3")]
    [InlineData("11-r-na.csv", "empty_word NA")]
    public async Task What_was_passed_over_or_is_not_seen_is_told(string name, string notice)
    {
        var report = await shared.ImportAsync(CaseFile.Read(name), dryRun: true);

        Assert.StartsWith(notice, Assert.Single(report.Warnings) is var told ? $"{told.Code} {told.Found}" : "", StringComparison.Ordinal);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Figures_that_differ_in_what_nobody_sees_contradict_each_other()
    {
        var report = await shared.ImportAsync(CaseFile.Read("10-invisible.csv"));

        Assert.Equal([(3, "duplicate"), (4, "duplicate")], report.Faults.Select(f => (f.Line, f.Code)));
    }

    [Fact]
    public async Task No_twin_of_a_name_is_created_and_every_new_name_is_told()
    {
        var report = await shared.ImportAsync(CaseFile.Read("10c-create-twins.csv"), create: true, dryRun: true);

        Assert.Empty(report.Faults);
        Assert.DoesNotContain(report.Warnings, w => w.Code == "new_name" && w.Column == "region");
        var made = await shared.ImportAsync(Encoding.UTF8.GetBytes($"{Header}\n{Good.Replace("GDP", "羊毛产量").Replace("忻州市", "某开发区")}\n"), create: true, dryRun: true);
        Assert.Equal([("indicator", "羊毛产量"), ("region", "某开发区")], made.Warnings.Where(w => w.Code == "new_name").Select(w => (w.Column, w.Found)));
        Assert.Equal("odd_character", Assert.Single((await shared.ImportAsync(
            Encoding.UTF8.GetBytes($"{Header}\n{Good.Replace("GDP", "GDР增量")}\n"), create: true, dryRun: true)).Faults).Code);
    }

    [Theory]
    [InlineData("；标题\n\n" + Header, ',', 3)]
    [InlineData("sep=\t\n" + Header, '\t', 2)]
    [InlineData("忻州市\n单位：亿元\n\n" + Header, ';', 4)]
    [InlineData(Header, '\t', 1)]
    [InlineData("sep=；\n" + Header, '；', 2)]
    [InlineData(Header, '；', 1)]
    [InlineData("sep=字\n" + Header, ';', 2)]
    [InlineData("[内部资料]忻州市指标\n" + Header, ',', 2)]
    public void The_separator_and_the_header_are_told_by_the_header(string head, char separator, int line)
    {
        var table = DocumentReader.Read(
            Encoding.UTF8.GetBytes($"{head}\n{Good}".Replace(Header, Header.Replace(',', separator)).Replace(Good, Good.Replace(',', separator)))).Table;

        Assert.Equal((line, line + 1), (table.HeaderLine, Assert.Single(table.Rows).Line));
        Assert.Equal(11, table.Columns.Count);
    }

    /// <summary>What a spreadsheet leaves behind, and what an export writes for white space alone.</summary>
    [Theory]
    [InlineData(" ,\t,", 0)]
    [InlineData("'\t", 0)]
    [InlineData(",'\t ,\"'\r\"", 0)]
    [InlineData("''\t", 1)]
    [InlineData("'", 1)]
    public void A_row_in_which_nothing_stands_is_none(string row, int rows)
    {
        var table = CsvTable.Read(Encoding.UTF8.GetBytes($"{Header}\n{row}\n{Good}\n"));

        Assert.Equal((rows + 1, rows + 1), (table.Rows.Count, table.Rows.Select(r => r.Line).Distinct().Count()));
    }
}
