using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The unit in which a value is written in English, and how far its point moves to the left for it: 1330.4亿元 is
/// 133.04 billion yuan. A unit of publication always has the same unit in English, never a smaller one: columns and axes have
/// one unit, and every published digit stays, none is added.
/// </summary>
/// <param name="Name">As it stands behind the number: billion yuan, GW, %; empty for what is merely counted.</param>
/// <param name="Shift">The power of ten by which the number is divided, 0–28.</param>
public readonly record struct EnglishUnit(string Name, int Shift)
{
    private static readonly (int Power, string Word)[] Counting = [(0, ""), (6, "million"), (9, "billion"), (12, "trillion")];
    private static readonly (int Power, string Word)[] Metric = [(0, ""), (3, "k"), (6, "M"), (9, "G"), (12, "T"), (15, "P")];

    /// <summary>The unit in English of a unit of publication; one that is not known here stays as it is.</summary>
    public static EnglishUnit Of(string uom)
    {
        ArgumentNullException.ThrowIfNull(uom);
        var (power, name) = UomPrefix.Split(uom);
        return name switch
        {
            "元" => Counted(power, "yuan"),
            "人" => Counted(power, "people"),
            "人次" => Counted(power, "visits"),
            "亩" => Counted(power, "mu"),
            "平方米" => Counted(power, "m²"),
            "立方米" => Counted(power, "m³"),
            "个" or "家" or "户" or "件" or "项" or "指数" => Counted(power, ""),
            "千瓦" => Measured(power + 3, "W"),
            "千瓦时" => Measured(power + 3, "Wh"),
            "吨" => Measured(power, "t"),
            "公顷" when power == 0 => new("ha", 0),
            "公里" when power == 0 => new("km", 0),
            "微克/立方米" => new("µg/m³", 0),
            Uoms.PercentagePoint or "百分点" => new("pp", 0),
            _ => null,
        } ?? new(uom, 0);
    }

    /// <summary>The unit as it follows its number, with the blank that keeps them apart: " billion yuan", "%", "".</summary>
    public string Behind => Name is "" or Uoms.Percent or "‰" ? Name : $" {Name}";

    /// <summary>The number in this unit: the digits of the value, none more and none less, the point moved.</summary>
    /// <param name="value">In the unit of publication.</param>
    public string Number(decimal value)
    {
        var text = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var (whole, part) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        var digits = whole.PadLeft(Shift + 1, '0') + part;
        var decimals = part.Length + Shift;
        var moved = decimals == 0 ? digits : $"{Trimmed(digits[..^decimals])}.{digits[^decimals..]}";
        return value < 0 ? $"−{moved}" : moved;
    }

    /// <summary>The value in this unit, to be drawn; exact up to the 28 decimals that a decimal has.</summary>
    /// <param name="value">In the unit of publication.</param>
    public decimal Scaled(decimal value) => decimal.Parse(Number(value).Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Trimmed(string whole) => whole.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    private static EnglishUnit? Counted(int power, string name) =>
        Rung(Counting, power) is var (at, word) ? new($"{word} {name}".Trim(), at - power) : null;

    private static EnglishUnit? Measured(int power, string symbol) =>
        Rung(Metric, power) is var (at, prefix) ? new(prefix + symbol, at - power) : null;

    /// <summary>The first that is not smaller; null beyond the last.</summary>
    private static (int Power, string Word)? Rung((int Power, string Word)[] ladder, int power)
    {
        foreach (var rung in ladder)
        {
            if (rung.Power >= power) return rung;
        }

        return null;
    }
}
