using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

/// <summary>Tables made by hand. A row is a plain one of the city's GDP except for what a test says.</summary>
internal static class ImportFile
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 30, 0, TimeSpan.FromHours(8));

    public static readonly Catalogue Catalogue = new(
        [
            Indicator("gdp", "地区生产总值", IndicatorType.Flow, "亿元", 1, "GDP"),
            Indicator("tertiary", "第三产业增加值", IndicatorType.Flow, "亿元", 2),
            Indicator("capacity", "电力总装机", IndicatorType.Stock, "万千瓦", 3, "发电装机容量"),
            Indicator("share", "绿色能源装机占比", IndicatorType.Ratio, "%", 4),
        ],
        [
            new() { Code = "140000", Name = "山西省", Level = UnitLevel.Province, Order = 1 },
            new() { Code = "140900", Name = "忻州市", Level = UnitLevel.City, Order = 2, Aliases = ["忻州全市"] },
        ]);

    public static ReadingOptions Options(bool create = false, int maxHeld = 100) => new() { Catalogue = Catalogue, Now = Now, Create = create, MaxHeld = maxHeld };

    public static SourceTable Table(params (string Column, string Text)[][] rows) => new()
    {
        Columns = ImportColumns.All,
        Rows = [.. rows.Select((row, i) => new SourceRow(i + 2, Cells(row)))],
    };

    public static FigureReading Read(params (string Column, string Text)[] row) => FigureTableReader.Read(Table(row), Options());

    /// <summary>The one fault of one row.</summary>
    public static Fault Fault(params (string Column, string Text)[] row) => Assert.Single(Read(row).Faults);

    /// <summary>The one figure of one row.</summary>
    public static FigureDraft Figure(params (string Column, string Text)[] row)
    {
        var reading = Read(row);
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Figures);
    }

    private static string[] Cells((string Column, string Text)[] row)
    {
        var cells = ImportColumns.All.ToDictionary(c => c, c => c switch
        {
            ImportColumns.Indicator => "地区生产总值",
            ImportColumns.Region => "忻州市",
            ImportColumns.Period => "2023-H1",
            ImportColumns.Basis => "ytd",
            ImportColumns.Source => "http://www.sxxz.gov.cn/a",
            ImportColumns.Published => "2023-08-18",
            _ => "",
        });
        foreach (var (column, text) in row)
        {
            cells[column] = text;
        }

        return [.. ImportColumns.All.Select(c => cells[c])];
    }

    private static Indicator Indicator(string code, string name, IndicatorType type, string uom, int order, params string[] aliases) =>
        new() { Code = code, Name = name, Type = type, Uom = uom, Direction = Direction.Up, Order = order, Aliases = aliases };
}
