namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>
/// How a series of yearly values stands to its target. A target whose year has come is judged by the value of that year alone,
/// one that the current value meets is achieved; else levels go by <see cref="LevelAssessment"/> and rates by
/// <see cref="RateAssessment"/>.
/// </summary>
public static class ProgressAssessment
{
    /// <summary>Judges; what comes out depends on nothing but the input.</summary>
    /// <exception cref="ArgumentException">The input has faults (<see cref="AssessmentInput.Faults"/>).</exception>
    public static AssessmentResult Assess(AssessmentInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Faults().Any()) throw new ArgumentException($"Cannot be assessed: {string.Join(", ", input.Faults())}.", nameof(input));

        var current = input.Values.Keys.Max();
        if (input.Target is not { } target) return new LevelAssessment(input).Judge();
        if (target.Year <= current)
        {
            return input.Values.TryGetValue(target.Year, out var reached)
                ? Final(input.IsMetBy(reached, target.Value) ? AssessmentVerdict.Achieved : AssessmentVerdict.Missed, input, target)
                : new(AssessmentVerdict.CannotAssess) { Reason = AssessmentReason.NoValueForYear };
        }

        if (input.IsMetBy(input.Values[current], target.Value)) return Final(AssessmentVerdict.Achieved, input, target);
        return input.Kind == AssessmentKind.Level ? new LevelAssessment(input).Judge() : new RateAssessment(input, target).Judge();
    }

    private static AssessmentResult Final(AssessmentVerdict verdict, AssessmentInput input, TargetPoint target)
    {
        var (observed, required) = input.Kind == AssessmentKind.Level
            ? new LevelAssessment(input).Rates()
            : new RateAssessment(input, target).Rates();
        return new(verdict) { ObservedRate = observed, RequiredRate = required };
    }
}
