namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The order of the API: indicator code, unit, measure, benchmark.</summary>
internal sealed class SeriesOrder : IComparer<Series>, IComparer<SeriesHistory>
{
    public static readonly SeriesOrder Instance = new();

    public int Compare(Series? x, Series? y)
    {
        var order = string.CompareOrdinal(x!.Indicator.Code, y!.Indicator.Code);
        order = order != 0 ? order : string.CompareOrdinal(x.Unit.Code, y.Unit.Code);
        order = order != 0 ? order : string.CompareOrdinal(Code.Of(x.Measure), Code.Of(y.Measure));
        return order != 0 ? order : string.CompareOrdinal(Text(x.Benchmark), Text(y.Benchmark));
    }

    public int Compare(SeriesHistory? x, SeriesHistory? y) => Compare(x!.Series, y!.Series);

    private static string Text(Benchmark? benchmark) => benchmark is { } b ? Code.Of(b) : "";
}
