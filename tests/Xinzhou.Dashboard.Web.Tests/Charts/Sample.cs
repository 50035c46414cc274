using Xinzhou.Dashboard.Web.Charts;

namespace Xinzhou.Dashboard.Web.Tests.Charts;

/// <summary>Points for the tests of the charts.</summary>
internal static class Sample
{
    public static ChartPoint Point(DateOnly start, DateOnly end, decimal value, string period) => new()
    {
        Start = start,
        End = end,
        Value = value,
        PeriodLabel = period,
        ValueText = $"{value}亿元",
        SourceText = "转载 · 发布会报道",
        VintageText = "初步核算数",
        Href = "/sources/1",
    };

    public static ChartPoint Year(int year, decimal value) => Point(new(year, 1, 1), new(year, 12, 31), value, $"{year}年全年");

    public static ChartPoint Half(int year, decimal value) => Point(new(year, 1, 1), new(year, 6, 30), value, $"{year}年上半年");

    public static ChartPoint Month(int year, int month, decimal value) =>
        Point(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1), value, $"{year}年{month}月（当月）");

    public static ChartSeries Series(ChartForm form, params ChartPoint[] points) => new() { Name = "忻州市", Form = form, Points = points };
}
