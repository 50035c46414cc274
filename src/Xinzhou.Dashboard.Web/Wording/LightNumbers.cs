using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The numbers that lights are explained with, as texts.</summary>
internal static class LightNumbers
{
    private const int MaxDecimals = 28;

    // What the methods let pass as a bound that is met.
    private const decimal Slack = 1e-9m;

    private static readonly decimal TwoDecimals = new(0, 0, 0, false, 2);

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

    /// <summary>
    /// With how many decimals a computed number is told: as usual, or with as many more as it takes to see on which side of each
    /// bound it lies. Of a number that is a bound, as usual.
    /// </summary>
    /// <param name="number">What was judged, unrounded.</param>
    /// <param name="least">How many are usual.</param>
    /// <param name="bounds">What it was judged by.</param>
    public static int DecimalsApart(decimal number, int least, params ReadOnlySpan<decimal> bounds)
    {
        var decimals = least;
        foreach (var bound in bounds)
        {
            while (decimals < MaxDecimals && Side(Math.Round(number, decimals, MidpointRounding.AwayFromZero), bound) != Side(number, bound)) decimals++;
        }

        return decimals;
    }

    /// <summary>The same of the deviation of a light: one decimal is usual.</summary>
    public static int DecimalsOf(Light light, decimal deviation) =>
        light.Thresholds is { Green: { } green, Red: { } red } ? DecimalsApart(deviation, 1, green, red) : 1;

    /// <summary>R with two decimals, or as many as tell it apart from the bounds of the verdicts.</summary>
    public static string Ratio(double ratio) => Apart(ratio, 1, LightThresholds.Ratio.Green!.Value, LightThresholds.Ratio.Red!.Value, 0);

    /// <summary>The part of the way that would be missing, in % with two decimals, or as many as tell it apart from the bounds of the verdicts.</summary>
    /// <param name="miss">As a fraction.</param>
    public static string Miss(double miss) => Apart(miss, 100, LightThresholds.Miss.Green!.Value, LightThresholds.Miss.Red!.Value);

    /// <summary>
    /// A growth or change that is needed, with two decimals, so that the one told is enough: up to the next where more is better, down
    /// where less is.
    /// </summary>
    /// <param name="number">Unrounded, of a size below 1e18.</param>
    /// <param name="isUp">True where more is better.</param>
    public static decimal Enough(double number, bool isUp) =>
        (isUp ? Math.Ceiling(100 * (decimal)number) : Math.Floor(100 * (decimal)number)) / 100;

    /// <summary>A yearly growth that is needed in words, so that the one told is enough: 增长4.93%.</summary>
    /// <param name="rate">As a fraction.</param>
    /// <param name="isUp">True where more is better.</param>
    public static string NeededGrowth(double rate, bool isUp) =>
        Math.Abs(rate) < 1e16 ? GrowthWording.Growth(Enough(100 * rate, isUp) + TwoDecimals, Languages.IsEnglish) : rate.Growth();

    /// <summary>A computed yearly growth in words, with two decimals: 增长4.77%, 下降2.09%.</summary>
    /// <param name="rate">As a fraction.</param>
    public static string Growth(this double rate) => Math.Abs(rate) < 1e16
        ? GrowthWording.Growth(Math.Round((decimal)(100 * rate), 2, MidpointRounding.AwayFromZero) + TwoDecimals, Languages.IsEnglish)
        : (100 * rate).Rounded() + Uoms.Percent;

    /// <summary>2027-12-31.</summary>
    public static string Written(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A value with its unit: 280亿元, 28 billion yuan.</summary>
    public static string Amount(decimal value, string uom) => Names.Amount(value, uom);

    /// <summary>Where between the bounds a number lies, as a clause: 在−30至−10之间为黄; empty where no bounds were applied.</summary>
    public static string Within(this IStringLocalizer<LightWords> text, Light light)
    {
        if (light.Thresholds is not { Green: { } green, Red: { } red, Scale: var scale }) return "";
        var colour = light.Computed;
        // A share of the way is told in %.
        var factor = scale == LightScale.Miss ? 100 : 1;
        return text[$"Within{scale}{colour}", (green * factor).Plain(), (red * factor).Plain()];
    }

    private static int Side(decimal number, decimal bound) => Math.Sign(number.CompareTo(bound));

    private static string Apart(double number, int factor, params ReadOnlySpan<decimal> bounds)
    {
        if (Math.Abs(number) >= 1e16) return (factor * number).Rounded();
        var (told, decimals) = ((decimal)number, 2);
        foreach (var bound in bounds)
        {
            if (Math.Abs(told - bound) > Slack) decimals = DecimalsApart(factor * told, decimals, factor * bound);
        }

        return Rounded(factor * told, decimals);
    }
}
