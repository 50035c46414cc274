using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Assessment;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>The light of a target (CONTRACTS, 7): by the value of its year, by the course of the year, or by the assessment (4).</summary>
internal sealed class TargetLight
{
    private const decimal UsualTolerance = 5;

    private readonly Figure _target;
    private readonly Commitment? _commitment;
    private readonly TargetFigures _figures;
    private readonly LightSettings _settings;
    private readonly DateOnly _day;

    private TargetLight(Figure target, Commitment? commitment, BookView view, LightSettings settings, DateOnly day) =>
        (_target, _commitment, _figures, _settings, _day) = (target, commitment, new(target, view), settings, day);

    public static Light Of(Figure target, Commitment? commitment, BookView view, LightSettings settings, DateOnly day) =>
        new TargetLight(target, commitment, view, settings, day).Judge();

    private bool IsDown => _target.Comparator switch
    {
        Comparator.AtLeast => false,
        Comparator.AtMost => true,
        _ => _target.Series.Indicator.Direction == Direction.Down,
    };

    private AssessmentKind Kind => _target.Series.Measure is Measure.Gap or Measure.Share || _target.Series.Measure.IsGrowth() ? AssessmentKind.Rate : AssessmentKind.Level;

    private Light Judge()
    {
        var inputs = new TargetInputs
        {
            Day = _day,
            Target = _target,
            Direction = IsDown ? AssessmentDirection.Down : AssessmentDirection.Up,
            Kind = Kind,
        };
        if (TargetFigures.YearOf(_target.Period) is not { } year) return Light(LightColour.Grey, LightReason.NoPeriod, inputs);
        inputs = inputs with { Year = year };
        if (TargetFigures.ValueOf(_target) is not { } value) return Light(LightColour.Grey, LightReason.NotEnoughValues, inputs);

        var tolerance = _target.Comparator == Comparator.Approximately ? _commitment?.Tolerance ?? UsualTolerance : (decimal?)null;
        var room = Math.Abs(value) * (tolerance ?? 0) / 100;
        inputs = inputs with { Tolerance = tolerance, Bound = IsDown ? value + room : value - room, Values = _figures.Years() };

        var isKnown = inputs.Values.Any(v => v.Year == year);
        if (year < _day.Year && !isKnown) return Light(LightColour.Grey, LightReason.NoValueForYear, inputs);
        return (year == _day.Year && !isKnown ? InCourse(inputs, year, value) : null) ?? Assessed(inputs, year);
    }

    /// <summary>How the year of the target goes so far; null where that is not to be told from year-to-date figures.</summary>
    private Light? InCourse(TargetInputs inputs, int year, decimal value)
    {
        var series = _target.Series;
        if (series.Measure == Measure.Yoy)
        {
            if (_figures.LatestYearToDate(year) is not { } growth) return null;
            var off = Directed(growth.Value - inputs.Bound!.Value);
            return Light(
                Deviation.ColourOfGrowth(off, _settings), LightReason.Deviation, inputs with { YearToDate = growth, Deviation = off },
                Deviation.ThresholdsOfGrowth(_settings), Deviation.Rounded(off));
        }

        // Of nothing, or of less, no part is to be reached by a month.
        if (series is not { Measure: Measure.Level, Indicator.Type: IndicatorType.Flow } || value <= 0) return null;
        if (_figures.LatestYearToDate(year) is not { } toDate || TargetFigures.Percent(toDate.Value, value) is not { } reached) return null;
        var share = _figures.Share(year, toDate.Figure.Period.YtdMonth!.Value);
        var deviation = Directed(reached - share.Percent);
        return Light(
            Deviation.Colour(deviation, _settings), LightReason.Deviation, inputs with { YearToDate = toDate, Share = share, Deviation = deviation },
            Deviation.Thresholds(_settings), Deviation.Rounded(deviation));
    }

    private Light Assessed(TargetInputs inputs, int year)
    {
        if (inputs.Values is not [{ Year: var first }, ..]) return Light(LightColour.Grey, LightReason.NotEnoughValues, inputs);
        if (year < first) return Light(LightColour.Grey, LightReason.NoValueForYear, inputs);

        var baseline = Kind == AssessmentKind.Level ? _commitment?.BaselineYear : null;
        var result = ProgressAssessment.Assess(new()
        {
            Values = inputs.Values.ToDictionary(v => v.Year, v => (double)v.Value),
            Target = new(year, (double)inputs.Bound!.Value),
            Direction = inputs.Direction,
            Kind = Kind,
            BaseYear = baseline,
        });
        inputs = inputs with
        {
            Assessment = result,
            BaseYear = Kind == AssessmentKind.Level ? inputs.Values.FirstOrDefault(v => v.Year >= (baseline ?? v.Year))?.Year : null,
        };
        var (colour, reason) = Verdict(result);
        var isMeasured = reason is LightReason.OnTrack or LightReason.AccelerationNeeded or LightReason.Limited or LightReason.Deterioration;
        return Light(
            colour, reason, inputs,
            !isMeasured ? null : Kind == AssessmentKind.Level ? LightThresholds.Ratio : LightThresholds.Miss,
            Number(result.Ratio ?? result.Miss));
    }

    internal static (LightColour Colour, LightReason Reason) Verdict(AssessmentResult result) => result.Verdict switch
    {
        AssessmentVerdict.Achieved => (LightColour.Green, LightReason.Achieved),
        AssessmentVerdict.OnTrack => (LightColour.Green, LightReason.OnTrack),
        AssessmentVerdict.AccelerationNeeded => (LightColour.Amber, LightReason.AccelerationNeeded),
        AssessmentVerdict.Limited => (LightColour.Red, LightReason.Limited),
        AssessmentVerdict.Deterioration => (LightColour.Red, LightReason.Deterioration),
        AssessmentVerdict.Missed => (LightColour.Red, LightReason.Missed),
        _ => (LightColour.Grey, result.Reason switch
        {
            AssessmentReason.Sign => LightReason.Sign,
            AssessmentReason.GapInYears => LightReason.GapInYears,
            AssessmentReason.NoValueForYear => LightReason.NoValueForYear,
            _ => LightReason.NotEnoughValues,
        }),
    };

    private decimal Directed(decimal deviation) => IsDown ? -deviation : deviation;

    /// <summary>A ratio or miss with the digits that it has; null beyond what a decimal holds.</summary>
    private static decimal? Number(double? number) => number is { } n && Math.Abs(n) < 1e18 ? (decimal)n : null;

    private Light Light(LightColour colour, LightReason reason, TargetInputs inputs, LightThresholds? thresholds = null, decimal? value = null) => new()
    {
        Subject = LightSubject.OfTarget(_target.Id),
        Computed = colour,
        Reason = reason,
        Inputs = inputs,
        Thresholds = thresholds,
        Value = value,
    };
}
