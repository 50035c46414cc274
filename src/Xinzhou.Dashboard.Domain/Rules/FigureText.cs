using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Figures as they stand in sentences about rules.</summary>
internal static class FigureText
{
    /// <summary>The value as published, with its unit: 1330.4亿元.</summary>
    public static string Of(Figure figure) => figure.Value?.ToString(CultureInfo.InvariantCulture) + figure.Uom;
}
