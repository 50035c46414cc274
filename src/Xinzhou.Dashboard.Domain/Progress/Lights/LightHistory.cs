using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>All lights as they stood at the end of each of the last quarters: by what was known, decided and set then.</summary>
public sealed class LightHistory
{
    private readonly FigureBook _figures;

    private LightHistory(FigureBook figures, IReadOnlyList<Quarter> quarters, IReadOnlyList<LightBoard> boards) =>
        (_figures, Quarters, Boards) = (figures, quarters, boards);

    /// <summary>The quarters, the earliest first.</summary>
    public IReadOnlyList<Quarter> Quarters { get; }

    /// <summary>The lights at the end of each quarter.</summary>
    public IReadOnlyList<LightBoard> Boards { get; }

    /// <param name="plan">All that was said of the plan.</param>
    /// <param name="figures">All figures.</param>
    /// <param name="settings">All settings there were.</param>
    /// <param name="overrides">All that was decided.</param>
    /// <param name="asOf">Only quarters that ended by this moment; its clock is that of the quarters too.</param>
    /// <param name="count">How many quarters; fewer only where time begins.</param>
    public static LightHistory Of(
        PlanBook plan, FigureBook figures, LightSettingsHistory settings, IReadOnlyCollection<LightOverride> overrides, AsOf asOf, int count)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(settings);
        var quarters = new Stack<Quarter>();
        for (var quarter = Quarter.Of(Shanghai.DayOf(asOf.Moment)); quarters.Count < count && quarter.Year > 1; quarter = quarter.Previous)
        {
            if (Shanghai.EndOf(quarter.LastDay) <= asOf.Moment) quarters.Push(quarter);
        }

        return new(figures, [.. quarters], [.. quarters.Select(q => At(asOf with { Moment = Shanghai.EndOf(q.LastDay) }))]);

        LightBoard At(AsOf end) => LightBoard.Of(plan.At(end), figures.At(end), settings.At(end), overrides, end);
    }

    /// <summary>
    /// The light of a subject at the end of each quarter; null where it had none. A target is followed through its vintages: where
    /// another figure of the same statement was shown, it is that one's light.
    /// </summary>
    public IReadOnlyList<Light?> Strip(LightSubject subject)
    {
        var statement = subject.Kind == LightSubjectKind.Target ? _figures.GroupOf(subject.Number) : null;
        return statement is null
            ? [.. Boards.Select(b => b.Find(subject))]
            : [.. Boards.Select(b => statement.Figures.Select(f => b.Target(f.Id)).FirstOrDefault(l => l is not null))];
    }
}
