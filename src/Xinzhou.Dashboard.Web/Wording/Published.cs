namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Published digits after a conversion: 1.05亿吨 is 10500万吨, not 10500.00.</summary>
public static class Published
{
    /// <summary>The value of a figure in the unit of its series; null for words and where no conversion is known.</summary>
    public static decimal? Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Value is { } value && Uoms.Convert(value, figure.Uom, figure.Series.Uom) is { } converted
            ? Value(converted, figure)
            : null;
    }

    /// <summary>A converted value with the digits that the figure was published with, no more.</summary>
    /// <param name="converted">The value of the figure in the unit of its series, exact.</param>
    /// <param name="figure">Says how many digits were published.</param>
    private static decimal Value(decimal converted, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var step = figure.Step * (Uoms.Factor(figure.Uom, figure.Series.Uom) ?? 1);
        var decimals = 0;
        while (step < 1 && decimals < 28)
        {
            (step, decimals) = (step * 10, decimals + 1);
        }

        // Adding a zero of that scale keeps trailing zeros that were published (317.20).
        return Math.Round(converted, decimals, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, false, (byte)decimals);
    }
}
