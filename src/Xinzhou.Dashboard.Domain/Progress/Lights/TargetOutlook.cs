using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Assessment;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>What is to be said of a target besides its verdict: what is needed from now on, and what the verdict hangs on.</summary>
public sealed record TargetOutlook
{
    /// <summary>What the light was judged by.</summary>
    public required TargetInputs Inputs { get; init; }

    /// <summary>The value of the base year; null for rates, and where the assessment came to none.</summary>
    public YearValue? Base { get; init; }

    /// <summary>The latest yearly value; null if there is none.</summary>
    public YearValue? Current { get; init; }

    /// <summary>
    /// What is needed each year from the latest yearly value on. Levels: growth as a fraction; null where one of the two is not above
    /// zero. Rates: change in the unit of the target. Null too where the target is met or its year has a value.
    /// </summary>
    public double? RequiredFromNow { get; init; }

    /// <summary>
    /// What the rest of the year has to bring, in the unit of the target: negative for what lies beyond it. Null but for a level that
    /// is judged in the course of its year.
    /// </summary>
    public decimal? Remaining { get; init; }

    /// <summary>The verdict from each earlier year as the base, the latest year first; none where it does not hang on the base.</summary>
    public IReadOnlyList<BaseYearOutcome> ByBaseYear { get; init; } = [];

    /// <summary>The yearly values that were left aside because their scope or price basis is another.</summary>
    public IReadOnlyList<Figure> Incomparable { get; init; } = [];

    /// <summary>True where neither the target (≥, ≤) nor its indicator says which way is the right one: up is taken for it.</summary>
    public bool IsWithoutDirection { get; init; }

    /// <param name="light">The light of a target.</param>
    /// <param name="view">The figures that it was judged by.</param>
    /// <exception cref="ArgumentException">It is the light of something else.</exception>
    public static TargetOutlook Of(Light light, BookView view)
    {
        ArgumentNullException.ThrowIfNull(light);
        ArgumentNullException.ThrowIfNull(view);
        if (light.Inputs is not TargetInputs inputs) throw new ArgumentException($"{light.Subject} is no target.", nameof(light));

        var target = inputs.Target;
        var current = inputs.Values is [.., var last] ? last : null;
        return new()
        {
            Inputs = inputs,
            Current = current,
            Base = inputs.BaseYear is { } from ? inputs.Values.FirstOrDefault(v => v.Year == from) : null,
            RequiredFromNow = current is null ? null : FromNow(inputs, current),
            Remaining = inputs is { Share: not null, YearToDate: { } toDate, Bound: { } bound } ? bound - toDate.Value : null,
            ByBaseYear = [.. FromEachBase(inputs)],
            Incomparable = [.. Others(target, view)],
            IsWithoutDirection = target.Comparator is Comparator.Equal or Comparator.Approximately && target.Series.Indicator.Direction == Direction.None,
        };
    }

    private static double? FromNow(TargetInputs inputs, YearValue current)
    {
        if (inputs is not { Year: { } year, Bound: { } bound } || year <= current.Year) return null;
        if (inputs.Direction == AssessmentDirection.Up ? current.Value >= bound : current.Value <= bound) return null;
        return inputs.Kind == AssessmentKind.Rate ? (double)(bound - current.Value) / (year - current.Year)
            : current.Value > 0 && bound > 0 ? CompoundGrowth.Rate((double)current.Value, (double)bound, year - current.Year)
            : null;
    }

    private static IEnumerable<BaseYearOutcome> FromEachBase(TargetInputs inputs)
    {
        if (inputs is not { Assessment.ByBaseYear: { } ratios, Year: { } year, Bound: { } bound }) yield break;
        var values = inputs.Values.ToDictionary(v => v.Year, v => (double)v.Value);
        foreach (var value in inputs.Values.Reverse().Where(v => ratios.ContainsKey(v.Year)))
        {
            var result = ProgressAssessment.Assess(new()
            {
                Values = values,
                Target = new(year, (double)bound),
                Direction = inputs.Direction,
                Kind = inputs.Kind,
                BaseYear = value.Year,
            });
            yield return new(value, result, value.Year == inputs.BaseYear);
        }
    }

    /// <summary>Of years without a comparable value: what is shown of them in another scope or price basis.</summary>
    private static IEnumerable<Figure> Others(Figure target, BookView view) => view.Shown(view.Find(target.Series.Id))
        .Where(f => f.Kind == ValueKind.Actual && (f.Scope != target.Scope || f.PriceBasis != target.PriceBasis) && TargetFigures.YearOf(f.Period) is not null)
        .OrderByDescending(f => f.Period.End);
}
