using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>免填: what of a row is published already and is not asked again. A value that is published speaks for its growth too.</summary>
/// <param name="Value">The published value; null when it is asked for.</param>
/// <param name="Growth">The published growth; null if there is none, or the row does not ask for it.</param>
public readonly record struct Exemption(Figure? Value, Figure? Growth)
{
    /// <param name="published">What is published.</param>
    /// <param name="row">The row.</param>
    /// <param name="quarter">The quarter of the return.</param>
    /// <param name="own">The source of the return itself: what it gave is corrected, not exempt.</param>
    public static Exemption Of(BookView published, FormRow row, Quarter quarter, string own)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(row);
        if (row is not { Indicator: { } indicator, Unit: { } unit, IsComputed: false }) return default;
        return new(Of(row.Measure), row.AsksGrowth ? Of(Measure.Yoy) : null);

        Figure? Of(Measure measure) =>
            published.Shown(indicator.Code, unit.Code, measure, quarter.Period(row.Timing)) is { } shown && shown.SourceText != own ? shown : null;
    }

    /// <summary>True for a field that is not asked for.</summary>
    public bool Covers(CellField field) => Value is not null || (field == CellField.Growth && Growth is not null);
}
