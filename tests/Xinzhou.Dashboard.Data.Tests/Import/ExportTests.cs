using System.Text;
using CsCheck;
using Npgsql;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>What is exported and imported into a fresh installation is the same.</summary>
public sealed class ExportTests
{
    /// <summary>Figures of every basis, with created names and text that looks like formulas.</summary>
    private const string Rows =
        """
        牛存栏,某镇,2023-06-30,5.00,万头,-4.2,=HYPERLINK(1),stock,快报,=1+1,@note,2023-07-01
        牛存栏_低于全省,某镇,2023-06-30,1.5,个百分点,,+某报,gap,,-4.2,'=1,
        GDP,忻州市,2023-Q1,100.0,亿元,3.0,http://a.com,discrete,初步核算(统一核算),"引,""文""
        两行",,2023-04-20T10:00:00.5+08:00
        GDP环比(季调),忻州市,2023-Q2,1.1,%,,http://a.com,qoq_sa,,同上,,
        GDP年均增速,忻州市,2021-2025,3.5,%,,http://a.com ← 统计局,avg_growth,,,,
        GDP,忻州市,2027,1600,亿元,,http://a.com,target,,,,
        GDP,忻州市,2024,1600,亿元,,http://a.com,forecast,修订 2024-03时点,,,
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_real_data_and_all_else_come_back_as_they_were(bool asWorkbook)
    {
        await using var first = await ImportDatabase.CreateAsync();
        await ReferenceImport.EnterAsync(first.Contexts, TimeProvider.System);
        Assert.Empty((await first.ImportAsync(Rows, create: true)).Faults);
        var content = await ExportAsync(first, asWorkbook);

        await using var second = await ImportDatabase.CreateAsync();
        var report = await second.ImportAsync(content, create: true);

        Assert.Empty(report.Faults);
        Assert.Equal((471, 471, 0), (report.Figures, report.New, report.Unchanged));
        var (before, after) = (await first.FiguresAsync(), await second.FiguresAsync());
        Assert.Equal(before.Select(Essence), after.Select(Essence));
        Assert.Equal(await SourcesAsync(first), await SourcesAsync(second));
        Assert.Equal((await first.LoadAsync()).Catalogue.Indicator("牛存栏"), (await second.LoadAsync()).Catalogue.Indicator("牛存栏"), SameIndicator);
        Assert.Equal(471, (await first.ImportAsync(content)).Unchanged);
    }

    [Fact]
    public async Task Withdrawn_figures_are_left_out()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Rows.Split('\n')[^1]);
        await using var connection = await database.App.OpenRecordingAsync();
        await using var command = new NpgsqlCommand(
            "INSERT INTO withdrawals (figure_id, known_from, recorded_at, reason) SELECT id, now(), now(), '错误' FROM figures", connection);
        await command.ExecuteNonQueryAsync();
        var export = await FigureExport.ReadAsync(database.Contexts, DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal((0, 1), (export.Rows.Count, export.Withdrawn));
    }

    [Fact]
    public void Numbers_stay_numbers_in_CSV_and_formulas_become_text()
    {
        using var stream = new MemoryStream();
        CsvTable.Write(stream, ["yoy", "note"], [["-4.2", "=1+1"], ["0.0", "-4.2%"]]);
        Assert.Equal("\uFEFFyoy,note\r\n-4.2,'=1+1\r\n0.0,'-4.2%\r\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Any_table_is_read_from_CSV_as_it_was_written() => Gen.String[Gen.Char["=+-@'\",\n\r\t ab忻州1."], 0, 10].Array[3].Array[1, 5]
        .Where(rows => rows.All(r => !r.All(string.IsNullOrWhiteSpace)))
        .Sample(rows =>
        {
            using var stream = new MemoryStream();
            CsvTable.Write(stream, ["a", "b", "c"], rows);
            var table = DocumentReader.Read(stream.ToArray()).Table;
            Assert.Empty(table.Faults);
            Assert.Equal(rows, table.Rows.Select(r => r.Cells));
        });

    private static async Task<byte[]> ExportAsync(ImportDatabase database, bool asWorkbook)
    {
        var export = await FigureExport.ReadAsync(database.Contexts, DateTimeOffset.UtcNow);
        using var stream = new MemoryStream();
        if (asWorkbook)
        {
            WorkbookWriter.Write(stream, "figures", ImportColumns.All, FigureExport.NumberColumns, export.Rows);
        }
        else
        {
            CsvTable.Write(stream, ImportColumns.All, export.Rows);
        }

        return stream.ToArray();
    }

    private static object Essence(Figure f) => (
        (f.Series.Indicator.Code, f.Series.Unit.Code, f.Series.Measure, f.Series.Benchmark, f.Scope, f.Period, f.PeriodLabel),
        (f.YearInferred, f.Kind, f.Value, f.Step, f.Text, f.Comparator, f.Uom),
        (f.Stage, f.VintageLabel, f.UnifiedAccounting, f.StatedPriceBasis, f.KnownFrom, f.KnownFromBasis),
        (f.Source.Address, f.Source.Title, f.Source.Reliability, f.SourceText, f.Reliability, f.Quote, f.Note));

    private static async Task<IEnumerable<object>> SourcesAsync(ImportDatabase database) =>
        (await database.LoadAsync()).Sources.Select(s => (object)(s.Address, s.Title, s.Reliability));

    private static bool SameIndicator(Indicator? a, Indicator? b) =>
        (a!.Code, a.Name, a.Type, a.Uom, a.Direction, a.Additive) == (b!.Code, b.Name, b.Type, b.Uom, b.Direction, b.Additive);
}
