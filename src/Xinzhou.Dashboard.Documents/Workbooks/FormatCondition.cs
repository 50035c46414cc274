using System.Globalization;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>A condition of a section of a number format: <c>[&gt;=100]</c>.</summary>
/// <param name="Operator">&lt;, &gt;, &lt;=, &gt;=, = or &lt;&gt;.</param>
/// <param name="Bound">What the number is compared with.</param>
internal sealed record FormatCondition(string Operator, double Bound)
{
    private static readonly string[] Operators = ["<=", ">=", "<>", "<", ">", "="];

    /// <summary>True when it holds for negative numbers only.</summary>
    public bool IsOfNegatives => Operator switch { "<" => Bound <= 0, "<=" or "=" => Bound < 0, _ => false };

    /// <summary>The condition of what stands in brackets; null when it is none (a colour, a currency).</summary>
    public static FormatCondition? Parse(string inside) =>
        Operators.FirstOrDefault(o => inside.StartsWith(o, StringComparison.Ordinal)) is { } found
        && double.TryParse(inside.AsSpan(found.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            ? new(found, bound)
            : null;

    public bool Holds(double value) => Operator switch
    {
        "<" => value < Bound,
        "<=" => value <= Bound,
        ">" => value > Bound,
        ">=" => value >= Bound,
        "=" => value == Bound,
        _ => value != Bound,
    };
}
