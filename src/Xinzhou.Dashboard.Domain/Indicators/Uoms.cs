using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Units of measurement and their exact conversion: by prefix (万 10⁴, 亿 10⁸) over the same base; 个, 家 and 户 count alike.
/// </summary>
public static class Uoms
{
    public const string Percent = "%";
    public const string PercentagePoint = "个百分点";

    /// <summary>No unit is longer.</summary>
    private const int MaxUnit = 16;

    private static readonly string[] Names =
    [
        Percent, "‰", "元", "吨", "千瓦", "千瓦时", "人", "户", "个", "家", "人次", "公顷", "亩", "平方米", "立方米", "公里", "件", "项", "百分点",
        PercentagePoint,
    ];

    /// <summary>What people count and measure in, though nothing here is entered in it.</summary>
    private static readonly string[] Foreign =
    [
        "美元", "港元", "港币", "欧元", "日元", "英镑", "人民币", "人民币元", "元人民币", "标准煤", "吨标煤", "吨标准煤", "斤", "公斤", "千克", "克", "米", "平方公里", "平方千米", "立方", "度", "瓦", "兆瓦",
        "usd", "rmb", "cny", "yuan", "kw", "mw", "gw", "kwh", "mwh", "gwh", "km", "t",
    ];

    /// <summary>What cannot be divided.</summary>
    private static readonly string[] Wholes =
        ["人", "户", "个", "家", "人次", "件", "项", "名", "位", "次", "辆", "台", "座", "所", "条", "处", "只", "头", "场", "套", "宗", "起"];

    private static readonly string WholesEnd = string.Concat(Wholes.Select(w => w[^1]));

    private static readonly string[] SiPrefixes = ["", "k", "M", "G", "T", "P"];

    // As far as a decimal goes.
    private static readonly decimal[] Powers = [.. Enumerable.Range(0, 29).Select(power => 1 / new decimal(1, 0, 0, false, (byte)power))];

    /// <summary>The exact factor from one unit to another; null when no conversion is known.</summary>
    public static decimal? Factor(string from, string to)
    {
        if (from == to)
        {
            return 1;
        }

        var (fromFactor, fromBase) = Split(from);
        var (toFactor, toBase) = Split(to);
        return fromBase == toBase && fromBase.Length > 0 ? fromFactor / toFactor : null;
    }

    /// <summary>The value in another unit; null when no conversion is known.</summary>
    public static decimal? Convert(decimal value, string from, string to) => Factor(from, to) * value;

    /// <summary>True for a unit in which what cannot be divided is counted: 户, 万人, 千辆.</summary>
    public static bool IsCount(string uom)
    {
        ArgumentNullException.ThrowIfNull(uom);
        return PowerOf(uom) is not null;
    }

    /// <summary>True when a value makes a whole number of what is counted: 3.5万人 are 35000, 12.5家 is none. True for all other units.</summary>
    public static bool IsWhole(decimal value, string uom)
    {
        ArgumentNullException.ThrowIfNull(uom);
        return PowerOf(uom) is not { } power || decimal.Round(value, Math.Min(power, 28)) == value;
    }

    /// <summary>
    /// What a unit means in English, with the multiple that its prefix stands for, for those who write numbers in it: 亿元 is
    /// 100 million yuan, 万千瓦 is 10 MW; empty for what is merely counted. A unit that is not known here stays as it is. It
    /// never stands behind a number, with which it would read as one: that is <see cref="EnglishUnit"/>.
    /// </summary>
    public static string Meaning(string uom)
    {
        ArgumentNullException.ThrowIfNull(uom);
        var (power, name) = UomPrefix.Split(uom);
        return name switch
        {
            "元" => Counted(power, "yuan"),
            "人" => Counted(power, "people"),
            "个" or "家" or "户" when power == 0 => "",
            "千瓦" => Measured(power + 3, "W"),
            "千瓦时" => Measured(power + 3, "Wh"),
            "吨" => Measured(power, "t"),
            PercentagePoint or "百分点" => "pp",
            _ => uom,
        } ?? uom;
    }

    /// <summary>True for a unit that people write at the head of a column: 亿元, 千人, %; whether it converts or not.</summary>
    internal static bool IsUnit(string text)
    {
        if (text.Length > MaxUnit) return false;
        for (var from = 0; from < text.Length; from++)
        {
            if (Names.Contains(text[from..])) return true;
            if (UomPrefix.Of(text[from]) is null) return false;
        }

        return false;
    }

    /// <summary>True for whatever reads as a unit: also one that nothing is known of (万美元), and a multiple alone (万).</summary>
    internal static bool Resembles(string text)
    {
        if (text.Length is 0 or > MaxUnit) return false;
        var from = 0;
        while (from < text.Length && UomPrefix.Of(text[from]) is not null) from++;
        return from == text.Length || IsUnit(text) || IsCount(text) || Foreign.Contains(text[from..]) || Foreign.Contains(text);
    }

    /// <summary>The unit with a prefix that a text ends with: 累计万元. Null when it ends with none.</summary>
    internal static string? Behind(string text)
    {
        for (var from = Math.Max(1, text.Length - MaxUnit); from < text.Length; from++)
        {
            if (UomPrefix.Of(text[from]) is not null && UomPrefix.Of(text[^1]) is null && Resembles(text[from..])) return text[from..];
        }

        return null;
    }

    /// <summary>The unit that is meant where somebody writes prefixes alone: 万 before 亿元 is 万元. Anything else is what it is.</summary>
    internal static string Full(string written, string uom) =>
        written.All(c => UomPrefix.Of(c) is { Converts: true }) ? written + UomPrefix.Split(uom).Base : written;

    /// <summary>The power of ten of a unit of counting, for which 千 and 百 are multiples too; null for all other units.</summary>
    private static int? PowerOf(string uom)
    {
        // Asked of every figure; most are in units that end otherwise.
        if (uom.Length == 0 || !WholesEnd.Contains(uom[^1], StringComparison.Ordinal)) return null;
        var power = 0;
        for (var from = 0; from < uom.Length; from++)
        {
            if (Wholes.Contains(uom[from..])) return power;
            if (UomPrefix.Of(uom[from]) is not { } prefix) return null;
            power += prefix.Power;
        }

        return null;
    }

    private static string? Counted(int power, string name) => power switch
    {
        0 => name,
        4 => $"10,000 {name}",
        8 => $"100 million {name}",
        _ => null,
    };

    /// <summary>By the prefixes of the SI, whole powers of a thousand: 10⁷ W is 10 MW.</summary>
    private static string? Measured(int power, string symbol) => power is >= 0 and < 18
        ? string.Create(CultureInfo.InvariantCulture, $"{Multiple(power % 3)}{SiPrefixes[power / 3]}{symbol}")
        : null;

    private static string Multiple(int power) => power switch { 0 => "", 1 => "10 ", _ => "100 " };

    private static (decimal Factor, string Base) Split(string uom)
    {
        var (power, name) = UomPrefix.Split(uom);
        return power >= Powers.Length ? (1, "") : (Powers[power], name is "家" or "户" ? "个" : name is "百分点" ? PercentagePoint : name);
    }
}
