using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>Which targets a commitment is of: all of an indicator, unit and period, or those of one measure.</summary>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Unit">The code of the statistical unit.</param>
/// <param name="Period">The canonical code of the period.</param>
/// <param name="PeriodKind">Its kind.</param>
/// <param name="Measure">Only of this measure; null is all.</param>
/// <param name="Benchmark">Of a gap; null where there is none.</param>
public sealed record CommitmentTarget(
    string Indicator, string Unit, string Period, PeriodKind PeriodKind, Measure? Measure = null, Benchmark? Benchmark = null)
{
    /// <summary>True where there may be a target that both are of.</summary>
    public bool Overlaps(CommitmentTarget other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Indicator, Unit, Period, PeriodKind) == (other.Indicator, other.Unit, other.Period, other.PeriodKind)
            && (Measure is null || other.Measure is null || (Measure, Benchmark) == (other.Measure, other.Benchmark));
    }

    /// <summary>True for a target that the commitment is of.</summary>
    public bool Covers(Series series, Period period)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(period);
        return series.Indicator.Code == Indicator && series.Unit.Code == Unit && period.Code == Period && period.Kind == PeriodKind
            && (Measure is null || (series.Measure == Measure && series.Benchmark == Benchmark));
    }
}
