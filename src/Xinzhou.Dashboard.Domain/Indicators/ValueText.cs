using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Values as they are shown: with their published decimals, minus as U+2212, bounds in words.</summary>
public static class ValueText
{
    /// <summary>The number with its published decimals: 676.5, −4.2, 1.</summary>
    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The number as it stands before its unit: with its published decimals; in English in the unit of <see cref="EnglishUnit"/> that fits it.</summary>
    /// <param name="value">In the unit of publication.</param>
    /// <param name="uom">The unit of publication.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Number(decimal value, string uom, bool english) => english ? EnglishUnit.Of(uom, value).Number(value) : Number(value);

    /// <summary>The number rounded for display, half away from zero.</summary>
    /// <param name="value">The value.</param>
    /// <param name="decimals">The digits after the point, 0–28.</param>
    public static string Number(decimal value, int decimals) =>
        Number(Math.Round(value, decimals, MidpointRounding.AwayFromZero));

    /// <summary>The Chinese word of a bound, which stands behind number and unit (500亿元以上); empty without a bound.</summary>
    public static string Bound(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => "以上",
        Comparator.AtMost => "以内",
        Comparator.Approximately => "左右",
        _ => "",
    };

    /// <summary>The word of the bound of a number as it is written: below zero 以内 would say nearer to zero, so that it is −14以下.</summary>
    /// <param name="value">The number.</param>
    /// <param name="comparator">What it bounds.</param>
    public static string Bound(decimal value, Comparator comparator) =>
        value < 0 && comparator == Comparator.AtMost ? "以下" : Bound(comparator);

    /// <summary>The figure's number with its bound: 500以上, 20左右; the words of a qualitative fact. In English it stands in the unit of <see cref="EnglishUnit"/> that fits it.</summary>
    public static string Of(Figure figure, bool english = false)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Value is not { } value ? figure.Text ?? ""
            : english ? Of(figure, EnglishUnit.Of(figure.Uom, value))
            : Number(value) + Bound(value, figure.Comparator);
    }

    /// <summary>The same in English, in a unit that it shares with others.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="unit">Of the figure's unit of publication.</param>
    public static string Of(Figure figure, EnglishUnit unit)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Value is not { } value) return figure.Text ?? "";
        var number = unit.Number(value);
        return figure.Comparator switch
        {
            Comparator.AtLeast => $"≥ {number}",
            Comparator.AtMost => $"≤ {number}",
            Comparator.Approximately => $"about {number}",
            _ => number,
        };
    }
}
