using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Whether parts add to a total, for the rules that ask it.</summary>
public static class PartsSum
{
    /// <summary>The breach of parts that do not add to a total; null when they do, one is not known, or they are
    /// not all of one stage: where the total alone has been revised there is no verdict.</summary>
    internal static Breach? Judge(Figure total, Func<IReadOnlyList<Figure>, Func<bool, object[]>, Breach> broken, IEnumerable<Operand?> operands)
    {
        var parts = operands.ToArray();
        if (parts.Length == 0 || parts.Any(p => p is null) || Operand.Of(total, total.Uom) is not { } whole
            || !Operand.AreOfOneStage([total, .. parts.Select(p => p!.Value.Figure)]))
        {
            return null;
        }

        var (sum, tolerance) = Sum(total, parts.Select(p => p!.Value.Figure));
        return Math.Abs(whole.Value - sum) <= tolerance
            ? null
            : broken([.. parts.Select(p => p!.Value.Figure)], english =>
                [
                    FigureText.Of(total, english), FigureText.Of(sum, total.Uom, english),
                    FigureText.Of(Math.Abs(whole.Value - sum), total.Uom, english), FigureText.Of(tolerance, total.Uom, english),
                ]);
    }

    /// <summary>The same for a sheet in which the total is the number judged.</summary>
    internal static CellCheck Check(IReadOnlyList<CellTerm> parts) =>
        new(new CellTerm.Distance(CellTerm.Own, new CellTerm.Sum(parts)), CellComparison.Greater, new CellTerm.Rounding([CellTerm.Own, .. parts]));

    /// <summary>True when total and parts are of one stage; else whether they add says nothing.</summary>
    /// <param name="total">The total.</param>
    /// <param name="parts">Its parts.</param>
    public static bool AreOfOneStage(Figure total, IEnumerable<Figure> parts) => Operand.AreOfOneStage([total, .. parts]);

    /// <summary>The sum of parts in the unit of the total, and the tolerance within which it equals the total.</summary>
    /// <param name="total">The total.</param>
    /// <param name="parts">Numbers whose units convert to the total's.</param>
    public static (decimal Sum, decimal Tolerance) Sum(Figure total, IEnumerable<Figure> parts)
    {
        ArgumentNullException.ThrowIfNull(total);
        var (sum, tolerance) = (0m, total.Step / 2);
        foreach (var part in parts)
        {
            var factor = Uoms.Factor(part.Uom, total.Uom)
                ?? throw new ArgumentException($"{part.Uom} does not convert to {total.Uom}.", nameof(parts));
            sum += part.Value!.Value * factor;
            tolerance += part.Step * factor / 2;
        }

        return (sum, tolerance);
    }
}
