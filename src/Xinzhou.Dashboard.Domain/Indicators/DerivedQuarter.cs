
namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// A single quarter computed from year-to-date values: Q1 = Y1, Qn = Yn − Yn₋₁. It is computed when it is asked for and
/// never stored, so that it cannot pass for something a source has published.
/// </summary>
/// <param name="Later">The year-to-date value that reaches to the end of the quarter; it gives unit, stage and source.</param>
/// <param name="Earlier">The year-to-date value that reaches to the quarter before; null for the first quarter.</param>
public sealed record DerivedQuarter(Figure Later, Figure? Earlier)
{
    /// <summary>The single quarter.</summary>
    public Period Period { get; } = Period.Quarter(Later.Period.End!.Value.Year, Later.Period.YtdMonth!.Value / 3);

    /// <summary>The difference in the unit of <see cref="Later"/>, with the decimals of the coarser of the two.</summary>
    public decimal Value { get; } = Earlier is null
        ? Later.Value!.Value
        : Decimals.Difference(
            Later.Value!.Value,
            Later.Step,
            Uoms.Convert(Earlier.Value!.Value, Earlier.Uom, Later.Uom)!.Value,
            Earlier.Step * Uoms.Factor(Earlier.Uom, Later.Uom)!.Value);

    /// <summary>
    /// True where the base of the indicator is known to change between two releases, so that the difference is no more than a
    /// hint: it holds what was corrected of earlier months too.
    /// </summary>
    public bool BaseChanges => Earlier is not null && Later.Series.Indicator.BaseChanges;

    /// <summary>The moment from which both were known.</summary>
    public DateTimeOffset KnownFrom => Earlier?.KnownFrom > Later.KnownFrom ? Earlier.KnownFrom : Later.KnownFrom;

    /// <summary>The moment by which both were recorded here.</summary>
    public DateTimeOffset RecordedAt => Earlier?.RecordedAt > Later.RecordedAt ? Earlier.RecordedAt : Later.RecordedAt;

    public bool YearInferred => Later.YearInferred || Earlier?.YearInferred == true;

    public bool Provisional => Later.Provisional || Earlier?.Provisional == true;

    public bool UnifiedAccounting => Later.UnifiedAccounting && Earlier?.UnifiedAccounting != false;

    /// <summary>The identifier of the API: <c>q</c> and the numbers of the figures it is computed from.</summary>
    public string Key => Earlier is null ? $"q{Later.Id:D10}" : $"q{Later.Id:D10}-{Earlier.Id:D10}";
}
