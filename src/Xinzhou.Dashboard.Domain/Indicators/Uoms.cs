namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Units of measurement and their exact conversion: by prefix (万 10⁴, 亿 10⁸) over the same base; 个, 家 and 户 count alike.
/// </summary>
public static class Uoms
{
    public const string Percent = "%";
    public const string PercentagePoint = "个百分点";

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

    /// <summary>
    /// A unit in English, with the multiple that the prefix stands for; empty for what is merely counted. A unit that is not
    /// known here stays as it is.
    /// </summary>
    public static string English(string uom) => uom switch
    {
        "亿元" => "100m yuan",
        "万元" => "10k yuan",
        "元" => "yuan",
        "万千瓦" => "10 MW",
        "亿千瓦" => "100 GW",
        "亿千瓦时" => "100 GWh",
        "万吨" => "10 kt",
        "亿吨" => "100 Mt",
        "万人" => "10k people",
        "人" => "people",
        "个" or "家" or "户" => "",
        PercentagePoint or "百分点" => "pp",
        _ => uom,
    };

    private static (decimal Factor, string Base) Split(string uom)
    {
        var factor = 1m;
        var rest = uom.AsSpan().Trim();
        while (rest.Length > 1 && (rest[0] is '万' or '亿'))
        {
            factor *= rest[0] == '万' ? 10_000m : 100_000_000m;
            rest = rest[1..];
        }

        var name = rest.ToString();
        return (factor, name is "家" or "户" ? "个" : name is "百分点" ? PercentagePoint : name);
    }
}
