using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Catalogue;

/// <summary>Which series are asked for; null lets all through.</summary>
/// <param name="Indicators">Codes.</param>
/// <param name="Units">Codes.</param>
/// <param name="Measures">Measures.</param>
public sealed record SeriesFilter(HashSet<string>? Indicators, HashSet<string>? Units, HashSet<Measure>? Measures)
{
    /// <summary>Lets all through.</summary>
    public static SeriesFilter None { get; } = new(null, null, null);

    public static SeriesFilter Read(ReadRequest request, IStringLocalizer<ApiText> text)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(text);
        var catalogue = request.Snapshot.Catalogue;
        return new(
            request.Query.Entries(Parameters.Indicator, text["Expected.Indicator"].Value, t => catalogue.Indicator(t)?.Code),
            request.Query.Entries(Parameters.Unit, text["Expected.Unit"].Value, t => catalogue.Unit(t)?.Code),
            request.Query.Codes<Measure>(Parameters.Measure));
    }

    public bool Accepts(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Indicators?.Contains(series.Indicator.Code) != false
            && Units?.Contains(series.Unit.Code) != false
            && Measures?.Contains(series.Measure) != false;
    }
}
