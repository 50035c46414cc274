using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Figures as they stand in sentences about rules.</summary>
internal static class FigureText
{
    /// <summary>The value as published, with its unit: 1330.4亿元, 1330.4 100m yuan, 41.25%.</summary>
    public static string Of(Figure figure, bool english) =>
        figure.Value?.ToString(CultureInfo.InvariantCulture) + Uom(figure.Uom, english);

    /// <summary>A unit as it follows a number: 亿元, " 100m yuan", %.</summary>
    public static string Uom(string uom, bool english) => !english ? uom : Uoms.English(uom) switch
    {
        "" => "",
        Uoms.Percent => Uoms.Percent,
        var name => $" {name}",
    };
}
