using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Catalogue;

/// <summary>The place of a series: by indicator code, unit, measure, benchmark.</summary>
public readonly struct SeriesPosition(string[] parts) : IPosition<SeriesPosition>
{
    public static SeriesPosition Of(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new(Parts(series));
    }

    /// <summary>What series are ordered by.</summary>
    public static string[] Parts(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return
        [
            series.Indicator.Code,
            series.Unit.Code,
            Code.Of(series.Measure),
            series.Benchmark is { } benchmark ? Code.Of(benchmark) : "",
        ];
    }

    public int Compare(SeriesPosition other) => TextPosition.Compare(Values, other.Values);

    public string Write() => TextPosition.Write(Values);

    public static bool TryRead(string text, out SeriesPosition position)
    {
        var read = TextPosition.TryRead(text, 4, out var values);
        position = new(values ?? []);
        return read;
    }

    private string[] Values => parts;
}
