using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>Whether the units add to the city, as far as it can be said.</summary>
/// <param name="Outcome">What can be said.</param>
/// <param name="Units">The figures of the units.</param>
/// <param name="City">The figure of the city; null when it is not obtained.</param>
/// <param name="Sum">The sum of the units, in the unit of the city's figure.</param>
/// <param name="Tolerance">½ of the last published digit of the city's figure plus ½ of each unit's.</param>
/// <param name="Missing">The number of units without a figure.</param>
public sealed record SumCheck(
    SumOutcome Outcome, IReadOnlyList<Figure> Units, Figure? City, decimal Sum = 0, decimal Tolerance = 0, int Missing = 0)
{
    /// <summary>The difference to the city, exact: it is what the tolerance is held against.</summary>
    public decimal Difference => Math.Abs((City?.Value ?? 0) - Sum);

    /// <summary>The size of the last digit to which the difference may be told: that of the coarser of sum and city.</summary>
    public decimal DifferenceStep => Math.Max(City?.Step ?? 0, Decimals.Step(Sum));

    /// <summary>The difference as it may be told; 0 where rounding leaves nothing of it.</summary>
    public decimal ToldDifference => City is { Value: { } value } city ? Math.Abs(Decimals.Difference(value, city.Step, Sum, Decimals.Step(Sum))) : 0;

    /// <summary>The size of the last published digit of the units' figures; null when they differ.</summary>
    public decimal? StepOfUnits => Units.Select(f => f.Step).Distinct().Take(2).ToArray() is [var step] ? step : null;

    /// <param name="indicator">What is added.</param>
    /// <param name="units">The level of every unit; null where it is not obtained.</param>
    /// <param name="city">The level of the city.</param>
    public static SumCheck Of(Indicator indicator, IReadOnlyList<Figure?> units, Figure? city)
    {
        Figure[] known = [.. units.OfType<Figure>()];
        if (indicator is not { Additive: true, Type: IndicatorType.Flow or IndicatorType.Stock })
        {
            return new(SumOutcome.NotAdditive, known, city);
        }

        if (known.Length < units.Count)
        {
            return new(SumOutcome.UnitsMissing, known, city, Missing: units.Count - known.Length);
        }

        if (city is null || known.Append(city).Any(f => f.Comparator != Comparator.Equal || Uoms.Factor(f.Uom, city.Uom) is null))
        {
            return new(SumOutcome.CityMissing, known, null);
        }

        var (sum, tolerance) = PartsSum.Sum(city, known);
        if (!PartsSum.AreOfOneStage(city, known))
        {
            return new(SumOutcome.StagesDiffer, known, city, sum, tolerance);
        }

        var outcome = Math.Abs(city.Value!.Value - sum) <= tolerance ? SumOutcome.Agrees : SumOutcome.Differs;
        return new(outcome, known, city, sum, tolerance);
    }
}
