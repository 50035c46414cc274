using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A shown figure taking part in a formula, in the unit of the formula.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Value">Its value, converted.</param>
/// <param name="Step">The size of its last published digit, converted.</param>
internal readonly record struct Operand(Figure Figure, decimal Value, decimal Step)
{
    public Interval Interval => Interval.Around(Value, Step);

    /// <summary>An exact number in the unit of a formula; null for bounds (以上) and where no conversion is known.</summary>
    public static Operand? Of(Figure? figure, string uom)
    {
        if (figure is not { Value: { } value, Comparator: Comparator.Equal } || Uoms.Factor(figure.Uom, uom) is not { } factor)
        {
            return null;
        }

        return new(figure, value * factor, figure.Step * factor);
    }

    /// <summary>The shown actual level of another indicator or unit, for the period and scope of a figure.</summary>
    public static Operand? Beside(BookView view, Figure figure, string indicator, string unit, string uom) =>
        Of(view.Beside(figure, indicator, unit, Measure.Level), uom);

    /// <summary>True for figures of one stage. What states none stands only beside what its own source says.</summary>
    public static bool AreOfOneStage(IEnumerable<Figure> figures)
    {
        var (stages, sources, hasUnstated) = (new HashSet<Stage>(), new HashSet<int>(), false);
        foreach (var figure in figures)
        {
            sources.Add(figure.Source.Id);
            if (figure.Stage == Stage.Unstated)
            {
                hasUnstated = true;
            }
            else
            {
                stages.Add(figure.Stage);
            }
        }

        return stages.Count <= 1 && (!hasUnstated || sources.Count == 1);
    }
}
