using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>
/// The place of a figure: by indicator code, unit, measure, benchmark, scope, period end (none last), period code and kind,
/// kind, known-from, id.
/// </summary>
public readonly struct FigurePosition(string[] parts) : IPosition<FigurePosition>
{
    /// <summary>Compares places.</summary>
    public static readonly IComparer<FigurePosition> Order = Comparer<FigurePosition>.Create((x, y) => x.Compare(y));

    private const int Count = 11;

    public static FigurePosition Of(FigureRow row) => row switch
    {
        { Figure: { } f } => Of(f.Series, f.Scope, f.Period, f.Kind, f.KnownFrom, f.Key),
        { Quarter: { } q } => Of(q.Later.Series, q.Later.Scope, q.Period, q.Later.Kind, q.KnownFrom, q.Key),
        _ => default,
    };

    /// <summary>The code of its indicator.</summary>
    public string Indicator => parts[0];

    /// <summary>The code of its unit.</summary>
    public string Unit => parts[1];

    public int Compare(FigurePosition other) => TextPosition.Compare(Values, other.Values);

    public string Write() => TextPosition.Write(Values);

    public static bool TryRead(string text, out FigurePosition position)
    {
        var read = TextPosition.TryRead(text, Count, out var values);
        position = new(values ?? []);
        return read;
    }

    private static FigurePosition Of(Series series, string scope, Period period, ValueKind kind, DateTimeOffset knownFrom, string id) => new(
    [
        .. SeriesPosition.Parts(series),
        scope,
        period.End is { } end ? Instants.Written(end) : "~",
        period.Code,
        Code.Of(period.Kind),
        Code.Of(kind),
        // Instants of one length and zone sort as their texts do.
        knownFrom.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture),
        id,
    ]);

    private string[] Values => parts;
}
