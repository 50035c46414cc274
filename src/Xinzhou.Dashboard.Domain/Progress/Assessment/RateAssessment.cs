namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>
/// The method for what may cross zero, of Destatis (the federal statistical office of Germany, indicators of its sustainable
/// development strategy): the mean yearly change of the last years is carried on to the year of the target, and what would be
/// missing there is measured by the way still to go.
/// </summary>
internal sealed class RateAssessment
{
    private const int FewestYears = 4;
    private const int MaxYears = 6;
    private const double OnTrackBelow = 0.05;
    private const double AccelerationUpTo = 0.20;

    private readonly AssessmentInput input;
    private readonly TargetPoint target;
    private readonly int current;
    private readonly int length;

    public RateAssessment(AssessmentInput input, TargetPoint target)
    {
        (this.input, this.target) = (input, target);
        current = input.Values.Keys.Max();
        while (length < MaxYears && input.Values.ContainsKey(current - length)) length++;
    }

    /// <summary>Judges a series whose target is not met yet.</summary>
    public AssessmentResult Judge()
    {
        if (Change is not { } change)
        {
            var reason = input.Values.Count >= FewestYears ? AssessmentReason.GapInYears : AssessmentReason.NotEnoughValues;
            return new(AssessmentVerdict.CannotAssess) { Reason = reason };
        }

        var (value, years) = (input.Values[current], target.Year - current);
        var (way, projection) = (target.Value - value, value + (change * years));
        var miss = (target.Value - projection) / way;
        return new(Verdict(change, way, miss)) { ObservedRate = change, RequiredRate = way / years, Projection = projection, Miss = miss };
    }

    /// <summary>The change observed and the change required, as far as there are any, for a verdict that does not need them.</summary>
    public (double? Observed, double? Required) Rates() =>
        (Change, target.Year > current ? (target.Value - input.Values[current]) / (target.Year - current) : null);

    /// <summary>The mean yearly change of the years that follow one another up to the current one; null of too few.</summary>
    private double? Change => length < FewestYears ? null : (input.Values[current] - input.Values[current - length + 1]) / (length - 1);

    private static AssessmentVerdict Verdict(double change, double way, double miss) =>
        Math.Sign(change) * Math.Sign(way) < 0 ? AssessmentVerdict.Deterioration
        : change == 0 ? AssessmentVerdict.Limited
        : Slack.IsBelow(miss, OnTrackBelow) ? AssessmentVerdict.OnTrack
        : Slack.IsUpTo(miss, AccelerationUpTo) ? AssessmentVerdict.AccelerationNeeded
        : AssessmentVerdict.Limited;
}
