using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The numbers that lights are explained with, as texts.</summary>
internal static class LightNumbers
{
    /// <summary>A number without the zeros behind it that say nothing.</summary>
    public static string Plain(this decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A computed number with one decimal.</summary>
    public static string Rounded(this decimal number) => Rounded(number, 1);

    /// <summary>A computed number with some decimals; never a negative zero.</summary>
    public static string Rounded(this decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero) is var rounded && rounded == 0
            ? ValueText.Number(new decimal(0, 0, 0, false, (byte)decimals))
            : ValueText.Number(rounded + new decimal(0, 0, 0, false, (byte)decimals));

    /// <summary>A computed number with two decimals; as it is where no decimal holds it.</summary>
    public static string Rounded(this double number) =>
        Math.Abs(number) < 1e18 ? Rounded((decimal)number, 2) : number.ToString("G3", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A computed yearly growth in words, with two decimals: 增长4.77%, 下降2.09%.</summary>
    /// <param name="rate">As a fraction.</param>
    public static string Growth(this double rate) => Math.Abs(rate) < 1e16
        ? GrowthWording.Growth(Math.Round((decimal)(100 * rate), 2, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, false, 2), Languages.IsEnglish)
        : (100 * rate).Rounded() + Uoms.Percent;

    /// <summary>2027-12-31.</summary>
    public static string Written(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A value with its unit: 280亿元, 28 billion yuan.</summary>
    public static string Amount(decimal value, string uom) => $"{Names.Number(value, uom)}{Names.UomBehind(uom)}";

    /// <summary>Where between the bounds a number lies, as a clause: 在−30至−10之间为黄; empty where no bounds were applied.</summary>
    public static string Within(this IStringLocalizer<LightWords> text, Light light)
    {
        if (light.Thresholds is not { Green: { } green, Red: { } red, Scale: var scale }) return "";
        var colour = light.Computed;
        // A share of the way is told in %.
        var factor = scale == LightScale.Miss ? 100 : 1;
        return text[$"Within{scale}{colour}", (green * factor).Plain(), (red * factor).Plain()];
    }
}
