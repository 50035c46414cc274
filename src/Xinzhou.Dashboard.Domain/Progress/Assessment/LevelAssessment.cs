namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>
/// The method for levels, of Open SDG and Statistics Canada: R compares the compound growth observed since the base with the one
/// that leads from the base to the target; without a target growth is held to 1.5 % and 0.5 % a year, less near a natural limit.
/// </summary>
internal sealed class LevelAssessment
{
    private const double OnTrackFrom = 0.95;
    private const double AccelerationFrom = 0.60;
    private const double OnTrackGrowth = 0.015;
    private const double AccelerationGrowth = 0.005;

    private readonly AssessmentInput input;
    private readonly int current;
    private readonly int? first;

    public LevelAssessment(AssessmentInput input)
    {
        this.input = input;
        current = input.Values.Keys.Max();
        first = input.Values.Keys.Where(y => y >= (input.BaseYear ?? y)).Select(y => (int?)y).Min();
    }

    /// <summary>Judges a series whose target is not met yet, or that has none.</summary>
    public AssessmentResult Judge()
    {
        var sensitivity = input.Target is null
            ? null
            : input.Values.Keys.Where(y => y < current).Order().ToDictionary(y => y, y => new Way(this, y).Ratio);
        if (first is not { } from || from == current) return CannotAssess(AssessmentReason.NotEnoughValues, sensitivity);

        var way = new Way(this, from);
        if (way.IsBlocked) return CannotAssess(AssessmentReason.Sign, sensitivity);
        return input.Target is { } target ? WithTarget(way, target, sensitivity) : WithoutTarget(way);
    }

    /// <summary>The growth observed and the growth required, as far as there are any, for a verdict that does not need them.</summary>
    public (double? Observed, double? Required) Rates()
    {
        if (first is not { } from) return (null, null);
        var way = new Way(this, from);
        return (way.Observed, way.Required);
    }

    private AssessmentResult WithTarget(Way way, TargetPoint target, IReadOnlyDictionary<int, double?>? sensitivity)
    {
        var projection = input.Values[current] * Math.Pow(1 + way.Observed!.Value, target.Year - current);
        return new(way.Ratio is { } ratio ? Slack.Verdict(ratio, OnTrackFrom, AccelerationFrom) : AssessmentVerdict.Deterioration)
        {
            Ratio = way.Ratio,
            ObservedRate = way.Observed,
            RequiredRate = way.Required,
            Projection = double.IsFinite(projection) ? projection : null,
            ByBaseYear = sensitivity,
        };
    }

    private AssessmentResult WithoutTarget(Way way)
    {
        var factor = CompoundGrowth.LimitFactor(way.Base, input.Limit);
        var growth = way.Directed(way.Observed!.Value);
        return new(Slack.Verdict(growth, OnTrackGrowth * factor, AccelerationGrowth * factor))
        {
            ObservedRate = way.Observed,
            RequiredRate = OnTrackGrowth * factor,
            DirectedGrowth = growth,
            LimitFactor = factor,
        };
    }

    private static AssessmentResult CannotAssess(AssessmentReason reason, IReadOnlyDictionary<int, double?>? sensitivity) =>
        new(AssessmentVerdict.CannotAssess) { Reason = reason, ByBaseYear = sensitivity };

    /// <summary>The way from a base year to the current value and to the target.</summary>
    private sealed class Way
    {
        private readonly LevelAssessment of;
        private readonly bool standsAtZero;
        private readonly double published;

        public Way(LevelAssessment of, int from)
        {
            this.of = of;
            published = of.input.Values[from];
            Base = CompoundGrowth.WithoutZero(published);
            var now = of.input.Values[of.current];
            standsAtZero = published == 0 && now == 0;
            Observed = from == of.current ? null : standsAtZero ? 0 : CompoundGrowth.Rate(Base, now, of.current - from);
            Required = of.input.Target is { } target && target.Year > from
                ? CompoundGrowth.Rate(Base, CompoundGrowth.WithoutZero(target.Value), target.Year - from)
                : null;
        }

        public double Base { get; }

        public double? Observed { get; }

        public double? Required { get; }

        /// <summary>Whether no growth leads along it. What stands at zero has not moved, wherever the target is.</summary>
        public bool IsBlocked => !standsAtZero && (Observed is null || (of.input.Target is not null && Required is null));

        /// <summary>R; null where the way is blocked and where the target stands at the base.</summary>
        public double? Ratio => (standsAtZero, IsBlocked, Required) switch
        {
            (true, _, _) => 0,
            (_, true, _) or (_, _, null or 0) => null,
            (_, _, { } required) => Directed(Observed!.Value) / Math.Abs(required),
        };

        /// <summary>Growth, positive in the right direction: of a negative base the value rises when its size falls.</summary>
        public double Directed(double growth)
        {
            var isReversed = (of.input.Direction == AssessmentDirection.Down) != (published < 0);
            // From zero, since a negative zero would be written as such.
            return isReversed ? 0 - growth : growth;
        }
    }
}
