using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>The test that parts add to a total, shared by the rules that make it.</summary>
public static class SumRule
{
    internal static Breach? Judge(Figure total, string message, IEnumerable<Operand?> operands)
    {
        var parts = operands.ToArray();
        if (parts.Length == 0 || parts.Any(p => p is null) || Operand.Of(total, total.Uom) is not { } whole)
        {
            return null;
        }

        var (sum, tolerance) = Sum(total, parts.Select(p => p!.Value.Figure));
        return Math.Abs(whole.Value - sum) <= tolerance
            ? null
            : new([.. parts.Select(p => p!.Value.Figure)], new(message, english =>
                [FigureText.Of(total, english), sum, FigureText.Uom(total.Uom, english), Math.Abs(whole.Value - sum), tolerance]));
    }

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
