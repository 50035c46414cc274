using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A shown figure taking part in a formula, in the unit of the formula.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Value">Its value, converted.</param>
/// <param name="Step">The size of its last published digit, converted.</param>
internal readonly record struct Operand(Figure Figure, decimal Value, decimal Step)
{
    public Interval Interval => Interval.Around(Value, Step);

    /// <summary>An exact number in the unit of a formula; null for bounds (以上) and where no conversion is known or none can be written.</summary>
    public static Operand? Of(Figure? figure, string uom)
    {
        if (figure is not { Value: { } value, Comparator: Comparator.Equal } || Uoms.Factor(figure.Uom, uom) is not { } factor)
        {
            return null;
        }

        try
        {
            return new(figure, value * factor, figure.Step * factor);
        }
        catch (OverflowException)
        {
            // Beyond all numbers in the other unit: nothing can be reckoned with it.
            return null;
        }
    }

    /// <summary>The shown actual level of another indicator or unit, for the period and scope of a figure.</summary>
    public static Operand? Beside(BookView view, Figure figure, string indicator, string unit, string uom) =>
        Of(view.Beside(figure, indicator, unit, Measure.Level), uom);

    /// <summary>True for figures of one stage. What states none stands only beside what its own source says.</summary>
    public static bool AreOfOneStage(params ReadOnlySpan<Figure> figures)
    {
        var (stage, hasUnstated, isOneSource) = ((Stage?)null, false, true);
        foreach (var figure in figures)
        {
            isOneSource &= figure.Source.Id == figures[0].Source.Id;
            if (figure.Stage == Stage.Unstated) hasUnstated = true;
            else if ((stage ??= figure.Stage) != figure.Stage) return false;
        }

        return !hasUnstated || isOneSource;
    }
}
