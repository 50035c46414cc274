namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A prefix of units of measurement. This is the one place that spells them.</summary>
/// <param name="Sign">As it is written.</param>
/// <param name="Power">The power of ten that it stands for.</param>
/// <param name="Converts">
/// False for what is recognised before a unit but nothing is converted by: sources are compared by 万 and 亿 alone, and
/// 千 and 百 are part of names of units (千瓦, 百分点).
/// </param>
internal readonly record struct UomPrefix(char Sign, int Power, bool Converts = true)
{
    private static readonly UomPrefix[] All = [new('万', 4), new('亿', 8), new('千', 3, Converts: false), new('百', 2, Converts: false)];

    /// <summary>A unit without the prefixes that convert, and the power of ten that these stand for together.</summary>
    public static (int Power, string Base) Split(string uom)
    {
        var power = 0;
        var rest = uom.AsSpan().Trim();
        while (rest.Length > 1 && Of(rest[0]) is { Converts: true } prefix)
        {
            power += prefix.Power;
            rest = rest[1..];
        }

        return (power, rest.ToString());
    }

    /// <summary>The prefix of a sign; null when it is none.</summary>
    public static UomPrefix? Of(char sign)
    {
        foreach (var prefix in All)
        {
            if (prefix.Sign == sign) return prefix;
        }

        return null;
    }
}
