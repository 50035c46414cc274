using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>基期值: the value of a year that a target is counted from.</summary>
public static class TargetBaseline
{
    /// <summary>The value in the unit of the target, of its scope and in its prices; null where none is known.</summary>
    /// <param name="target">The target.</param>
    /// <param name="year">The year.</param>
    /// <param name="view">The figures as they are known.</param>
    public static YearValue? Of(Figure target, int year, BookView view)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(view);
        return new TargetFigures(target, view).Years().FirstOrDefault(v => v.Year == year);
    }
}
