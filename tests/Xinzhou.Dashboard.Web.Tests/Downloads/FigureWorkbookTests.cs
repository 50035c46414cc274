using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Downloads;
using Xinzhou.Dashboard.Web.Tests.Browse;

namespace Xinzhou.Dashboard.Web.Tests.Downloads;

public sealed class FigureWorkbookTests : FigureContext
{
    [Fact]
    public void The_workbook_holds_every_version_with_the_published_decimals_and_says_which_is_shown()
    {
        Figures.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy);
        Figures.Add(Period.Ytd(2023, 3), -4.2m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2023), 1323.30m, known: "2024-01-20");
        Figures.Add(Period.FullYear(2023), 1300.1m, known: "2025-01-20", stage: Stage.Final);

        var table = Written("2026-11-23");

        string Cell(SourceRow row, string column) => row.Cells[table.Columns.ToList().IndexOf(column)];
        Assert.Equal(["1300.1", "1323.30", "-4.2", "1"], table.Rows.Select(r => Cell(r, "数值")));
        Assert.Equal(["是", "否", "是", "是"], table.Rows.Select(r => Cell(r, "显示中")));
        Assert.Equal("2025-01-20", Cell(table.Rows.ElementAt(1), "曾显示至"));
    }

    [Fact]
    public void As_of_a_day_it_holds_what_was_known_then()
    {
        Figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");
        Figures.Add(Period.FullYear(2023), 1300.1m, known: "2025-01-20", stage: Stage.Final);

        Assert.Single(Written("2024-06-30").Rows);
    }

    [Fact]
    public void Text_that_begins_like_a_formula_stays_text()
    {
        Figures.Add(Period.FullYear(2023), 1323.3m, source: "=HYPERLINK(\"http://x\")");

        var table = Written("2026-11-23");

        Assert.Empty(table.Faults); // a formula cell would be one
        Assert.Contains("=HYPERLINK(\"http://x\")", table.Rows.First().Cells);
    }

    [Fact]
    public void The_csv_for_people_holds_the_same_and_says_above_the_columns_that_it_is_of_the_demonstration()
    {
        Figures.Add(Period.FullYear(2023), 1323.30m);

        Assert.StartsWith("\uFEFF指标,", Csv(demonstration: false), StringComparison.Ordinal);
        var lines = Csv(demonstration: true).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("演示数据: 本系统装有演示数据；本文件1个数中没有由程序生成的", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("指标,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",1323.30,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_csv_of_a_demonstration_says_how_many_of_its_figures_are_generated()
    {
        Figures.Add(Period.FullYear(2023), 1323.30m);
        Figures.Add(Period.FullYear(2027), 1800m, kind: ValueKind.Target, known: "2024-01-01", source: "演示年度目标");

        Assert.StartsWith("演示数据: 本文件2个数中有1个由程序生成", Csv(demonstration: true).TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    private string Csv(bool demonstration)
    {
        var snapshot = new Snapshot { Catalogue = HandMade.Catalogue, Figures = Figures.Book, Sources = Figures.Sources, Demonstration = demonstration };
        using var content = new MemoryStream();
        Services.GetRequiredService<FigureWorkbook>()
            .WriteCsv(content, snapshot, snapshot.Figures.At(new(HandMade.Day("2026-11-23"))), HandMade.Gdp, [HandMade.City]);
        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    }

    private SourceTable Written(string asOf)
    {
        var snapshot = new Snapshot { Catalogue = HandMade.Catalogue, Figures = Figures.Book, Sources = Figures.Sources };
        using var content = new MemoryStream();
        Services.GetRequiredService<FigureWorkbook>()
            .Write(content, snapshot, snapshot.Figures.At(new(HandMade.Day(asOf))), HandMade.Gdp, [HandMade.City], asOf);
        return WorkbookReader.Read(content.ToArray());
    }
}
