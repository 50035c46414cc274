namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The written signs of comparators: <c>=</c>, <c>&gt;=</c>, <c>&lt;=</c>, <c>≈</c>.</summary>
public static class Comparators
{
    public static string Sign(this Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.Approximately => "≈",
        _ => "=",
    };

    /// <summary>The bound of the number with the opposite sign: at least −3 is at most 3 below zero.</summary>
    public static Comparator Reversed(this Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => Comparator.AtMost,
        Comparator.AtMost => Comparator.AtLeast,
        _ => comparator,
    };

    /// <summary>Reads a sign; empty means equal, ≥ and ≤ are understood.</summary>
    public static bool TryParse(string? text, out Comparator comparator)
    {
        (comparator, var known) = text?.Trim() switch
        {
            null or "" or "=" => (Comparator.Equal, true),
            ">=" or "≥" => (Comparator.AtLeast, true),
            "<=" or "≤" => (Comparator.AtMost, true),
            "≈" or "~" => (Comparator.Approximately, true),
            _ => (Comparator.Equal, false),
        };
        return known;
    }
}
