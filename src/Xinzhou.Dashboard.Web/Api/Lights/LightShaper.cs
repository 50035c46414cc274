using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>Turns lights into what the API writes.</summary>
/// <param name="words">What lights say.</param>
public sealed class LightShaper(LightWords words)
{
    /// <param name="light">The light.</param>
    /// <param name="board">The lights that it is one of.</param>
    public LightItem Shape(Light light, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(light);
        ArgumentNullException.ThrowIfNull(board);
        return new(
            light.Subject.ToString(),
            Code.Of(light.Computed),
            words.Colour(light.Computed),
            light.Value,
            light.Thresholds is { } thresholds ? LightThresholdsItem.Of(thresholds) : null,
            words.Why(light, board),
            Code.Of(light.Reason),
            light.Inputs switch
            {
                ItemInputs item => Of(item),
                TargetInputs target => Of(target),
                TaskInputs task => new() { Day = board.Day, Parts = [.. task.Parts.Select(LightPartItem.Of)] },
                _ => new() { Day = board.Day },
            },
            light.Override is { } decided ? LightOverrideItem.Of(decided) : null,
            Code.Of(light.Colour));
    }

    private static LightInputsItem Of(ItemInputs inputs) => new()
    {
        Day = inputs.Day,
        Start = inputs.Start,
        Due = inputs.Due,
        DaysLeft = inputs.DaysLeft,
        Quarter = inputs.Quarter?.Code,
        Percent = inputs.Percent,
        Planned = inputs.Planned,
        Plan = inputs.Planned is null ? null : PlanPointItem.Of(inputs.Path),
        ReportQuarter = inputs.ReportQuarter?.Code,
        ReportDue = inputs.ReportDue,
        DoneSince = inputs.DoneSince?.Code,
        Deviation = inputs.Deviation,
    };

    private static LightInputsItem Of(TargetInputs inputs) => new()
    {
        Day = inputs.Day,
        Figure = inputs.Target.Key,
        Target = inputs.Target.Value,
        Comparator = inputs.Target.Comparator.Sign(),
        Uom = inputs.Target.Uom.Length == 0 ? null : inputs.Target.Uom,
        Year = inputs.Year,
        Bound = inputs.Bound,
        Tolerance = inputs.Tolerance,
        Direction = Code.Of(inputs.Direction),
        Kind = Code.Of(inputs.Kind),
        Values = inputs.Values.ToDictionary(v => Written(v.Year), v => v.Value),
        Figures = inputs.Values.ToDictionary(v => Written(v.Year), v => v.Figure.Key),
        BaseYear = inputs.BaseYear,
        ObservedRate = inputs.Assessment?.ObservedRate,
        RequiredRate = inputs.Assessment?.RequiredRate,
        Ratio = inputs.Assessment?.Ratio,
        Projection = inputs.Assessment?.Projection,
        Miss = inputs.Assessment?.Miss,
        YearToDate = inputs.YearToDate is { } toDate ? YearToDateItem.Of(toDate) : null,
        Share = inputs.Share is { } share ? YearShareItem.Of(share) : null,
        Deviation = inputs.Deviation,
    };

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);
}
