using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Figures as they stand in sentences about rules.</summary>
internal static class FigureText
{
    /// <summary>The value as published, with its unit: 1330.4亿元, 133.04 billion yuan, −41.25%.</summary>
    public static string Of(Figure figure, bool english) =>
        figure.Value is { } value ? Of(value, figure.Uom, english) : "";

    /// <summary>A computed value with its unit: the sum of parts, a difference.</summary>
    public static string Of(decimal value, string uom, bool english)
    {
        var unit = EnglishUnit.Of(uom, value);
        return english ? unit.Number(value) + unit.Behind : ValueText.Number(value) + uom;
    }
}
