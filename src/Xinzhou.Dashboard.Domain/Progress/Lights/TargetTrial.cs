using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>试算: how a target would stand were it another, of another year, or were growth another from now on. Nothing of it is kept.</summary>
public sealed record TargetTrial
{
    /// <summary>The years that a target can be moved to.</summary>
    public const int FirstYear = 2000;

    /// <summary>The years that a target can be moved to.</summary>
    public const int LastYear = 2100;

    /// <summary>The least growth that can be assumed: of levels in % a year, of rates in their unit a year.</summary>
    public const decimal MinGrowth = -90;

    /// <summary>The most growth that can be assumed.</summary>
    public const decimal MaxGrowth = 200;

    /// <summary>The largest target that can be tried, and the smallest with the opposite sign, in its unit.</summary>
    public const decimal LargestTarget = 1e12m;

    private const decimal Largest = 1e18m;
    private const int Decimals = 6;

    /// <summary>The target as it is tried.</summary>
    public required Figure Target { get; init; }

    /// <summary>Its light by the figures there are.</summary>
    public required Light Light { get; init; }

    /// <summary>What is to be said besides.</summary>
    public required TargetOutlook Outlook { get; init; }

    /// <summary>With a growth assumed: the years from the latest value to that of the target; else none.</summary>
    public IReadOnlyList<TrialYear> Years { get; init; } = [];

    /// <summary>The year of the target at the growth assumed; null without one, and where nothing can be carried on.</summary>
    public TrialYear? End => Years is [.., var last] && last.Year == Outlook.Inputs.Year ? last : null;

    /// <summary>Whether a target can be moved: it is a number of one year, or of its end.</summary>
    public static bool CanMove(Figure target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Period.Kind != PeriodKind.Span && TargetFigures.YearOf(target.Period) is not null && TargetFigures.ValueOf(target) is not null;
    }

    /// <param name="target">The target that is moved.</param>
    /// <param name="commitment">Who owes it: its base and tolerance hold for the trial too. Null where nobody is known to.</param>
    /// <param name="view">The figures as they were known at the moment.</param>
    /// <param name="settings">The settings that held.</param>
    /// <param name="value">Another value, in its unit; null leaves it.</param>
    /// <param name="year">Another year; null leaves it.</param>
    /// <param name="growth">Growth from the latest yearly value on: of levels in % a year, of rates in their unit a year; null assumes none.</param>
    /// <exception cref="ArgumentException">The target cannot be moved.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Beyond the bounds above.</exception>
    public static TargetTrial Of(
        Figure target, Commitment? commitment, BookView view, LightSettings settings, decimal? value, int? year, decimal? growth)
    {
        if (!CanMove(target)) throw new ArgumentException($"{target.Key} is of no year.", nameof(target));
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(value ?? 0), LargestTarget, nameof(value));
        ArgumentOutOfRangeException.ThrowIfLessThan(year ?? FirstYear, FirstYear, nameof(year));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year ?? LastYear, LastYear, nameof(year));
        ArgumentOutOfRangeException.ThrowIfLessThan(growth ?? 0, MinGrowth, nameof(growth));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(growth ?? 0, MaxGrowth, nameof(growth));

        var tried = target with { Value = value ?? target.Value, Period = year is { } moved ? PeriodOf(target.Period, moved) : target.Period };
        var light = TargetLight.Of(tried, commitment, view, settings, Shanghai.DayOf(view.AsOf.Moment));
        var outlook = TargetOutlook.Of(light, view);
        return new()
        {
            Target = tried,
            Light = light,
            Outlook = outlook,
            Years = growth is { } rate && outlook is { Current: { } current, Inputs.Year: { } last } ? [.. CarriedOn(tried, commitment, view, settings, current, last, outlook.Inputs.Kind == AssessmentKind.Rate, rate)] : [],
        };
    }

    private static IEnumerable<TrialYear> CarriedOn(
        Figure target, Commitment? commitment, BookView view, LightSettings settings, YearValue current, int last, bool isRate, decimal growth)
    {
        var (assumed, value) = (new List<Figure>(), current.Value);
        for (var year = current.Year + 1; year <= last; year++)
        {
            value = Math.Round(isRate ? value + growth : value * (1 + (growth / 100)), Decimals, MidpointRounding.AwayFromZero);
            if (Math.Abs(value) > Largest) yield break;
            assumed.Add(current.Figure with
            {
                // Numbers that no figure of the book has: these are none of it.
                Id = long.MaxValue - year,
                Period = current.Figure.Period.Kind == PeriodKind.Point ? Period.Point(new(year, 12, 31)) : Period.FullYear(year),
                PeriodLabel = null,
                Value = value,
                Uom = target.Uom,
                Comparator = Comparator.Equal,
            });
            yield return new(year, value, TargetLight.Of(target, commitment, view.Over(assumed), settings, new DateOnly(year, 12, 31)));
        }
    }

    private static Period PeriodOf(Period period, int year) => period switch
    {
        { Kind: PeriodKind.Point } => Period.Point(new(year, 12, 31)),
        { IsBareYear: true } => Period.BareYear(year),
        _ => Period.FullYear(year),
    };
}
