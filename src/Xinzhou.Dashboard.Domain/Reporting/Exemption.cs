using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// 免填: what of a row is published already and need not be asked again, field by field: a published level does not excuse
/// the growth. What excuses is an official figure, a copy of one or a released return, of the form's stage or a later one and
/// of the price basis that is asked for; never a repost, never self-media, never a bound.
/// </summary>
/// <param name="Value">The published value; null when it is asked for.</param>
/// <param name="Growth">The published growth; null when it is asked for, or the row has none.</param>
public readonly record struct Exemption(Figure? Value, Figure? Growth)
{
    /// <param name="published">What is published.</param>
    /// <param name="row">The row.</param>
    /// <param name="quarter">The quarter of the return.</param>
    /// <param name="stage">The stage of the form.</param>
    /// <param name="own">The source of the return itself: what it gave is corrected, not exempt.</param>
    public static Exemption Of(BookView published, FormRow row, Quarter quarter, Stage stage, string own)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(row);
        if (row is not { Indicator: { } indicator, Unit: { } unit, IsComputed: false }) return default;
        return new(
            Of(row.Measure, row.Measure == Measure.Level ? indicator.PriceBasisOfLevel : null),
            row.AsksGrowth ? Of(Measure.Yoy, indicator.PriceBasisOfGrowth) : null);

        Figure? Of(Measure measure, PriceBasis? basis) =>
            published.Find(indicator.Code, unit.Code, measure)?.Find(quarter.Period(row.Timing))?
                .KnownFigures(published.AsOf)
                .Where(f => Excuses(f, stage) && (f.StatedPriceBasis ?? basis) == basis && f.SourceText != own)
                .Max(Precedence.Order);
    }

    /// <summary>What a return is not asked for in a row: what was typed before it was published stays, and stays to be seen.</summary>
    /// <param name="filled">The return.</param>
    /// <param name="row">The number of the row.</param>
    public Exemption WhereNothingIsTyped(Return filled, int row)
    {
        ArgumentNullException.ThrowIfNull(filled);
        return new(IsTyped(CellField.Value) ? null : Value, IsTyped(CellField.Growth) ? null : Growth);

        bool IsTyped(CellField field) => filled.Cells.GetValueOrDefault(new(row, field)) is { Entry.IsEmpty: false };
    }

    /// <summary>The published figure of a field; null when it is asked for.</summary>
    public Figure? Of(CellField field) => field == CellField.Growth ? Growth : Value;

    /// <summary>True for a field that is not asked for.</summary>
    public bool Covers(CellField field) => Of(field) is not null;

    private static bool Excuses(Figure figure, Stage stage) =>
        figure is
        {
            Value: not null,
            Comparator: Comparator.Equal,
            Reliability: Reliability.Official or Reliability.OfficialCopy or Reliability.Return,
        }
        && figure.Stage.Number() >= stage.Number();
}
