using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The unit in which a value is written in English, and how far its point moves to the left for it: 1330.4亿元 is
/// 133.04 billion yuan, 0.036619亿元 is 3.6619 million yuan. A value by itself stands in the unit that leaves one to three
/// digits before its point, as far as there are such units; what shares a column or an axis stands in that of the largest.
/// Every published digit stays; zeros are added only between the last of them and the point.
/// </summary>
/// <param name="Name">As it stands behind the number: billion yuan, GW, %; empty for what is merely counted.</param>
/// <param name="Shift">The power of ten by which the number is divided; below zero it is multiplied.</param>
public readonly record struct EnglishUnit(string Name, int Shift)
{
    private static readonly (int Power, string Word)[] Counting = [(0, ""), (6, "million"), (9, "billion"), (12, "trillion")];
    private static readonly (int Power, string Word)[] Metric = [(0, ""), (3, "k"), (6, "M"), (9, "G"), (12, "T"), (15, "P")];

    /// <summary>The unit in English of a unit of publication, without regard to any value: the first that is not smaller. One that is not known here stays as it is.</summary>
    public static EnglishUnit Of(string uom) => Of(uom, 0);

    /// <summary>The unit in English of values in a unit of publication.</summary>
    /// <param name="uom">The unit of publication.</param>
    /// <param name="largest">The one furthest from zero; of zeros alone the unit is that of the unit of publication.</param>
    public static EnglishUnit Of(string uom, decimal largest)
    {
        ArgumentNullException.ThrowIfNull(uom);
        var (power, name) = UomPrefix.Split(uom);
        return name switch
        {
            "元" => Counted("yuan"),
            "人" => Counted("people"),
            "人次" => Counted("visits"),
            "亩" => Counted("mu"),
            "平方米" => Counted("m²"),
            "立方米" => Counted("m³"),
            "个" or "家" or "户" or "件" or "项" or "指数" => Counted(""),
            "千瓦" => Measured(3, "W"),
            "千瓦时" => Measured(3, "Wh"),
            "吨" => Measured(0, "t"),
            "公顷" when power == 0 => new("ha", 0),
            "公里" when power == 0 => new("km", 0),
            "微克/立方米" => new("µg/m³", 0),
            Uoms.PercentagePoint or "百分点" => new("pp", 0),
            _ => null,
        } ?? new(uom, 0);

        EnglishUnit? Counted(string counted) =>
            Rung(Counting, power, largest) is var (at, word) ? new($"{word} {counted}".Trim(), at - power) : null;

        EnglishUnit? Measured(int more, string symbol) =>
            Rung(Metric, power + more, largest) is var (at, prefix) ? new(prefix + symbol, at - power - more) : null;
    }

    /// <summary>The unit as it follows its number, with the blank that keeps them apart: " billion yuan", "%", "".</summary>
    public string Behind => Name is "" or Uoms.Percent or "‰" ? Name : $" {Name}";

    /// <summary>The number in this unit: the digits of the value with the point moved, and zeros up to it where it lies behind them.</summary>
    /// <param name="value">In the unit of publication.</param>
    public string Number(decimal value)
    {
        var text = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var (whole, part) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        var decimals = part.Length + Shift;
        var digits = (whole + part).PadLeft(Math.Max(0, decimals + 1), '0');
        var moved = decimals <= 0 ? Trimmed(digits.PadRight(digits.Length - decimals, '0')) : $"{Trimmed(digits[..^decimals])}.{digits[^decimals..]}";
        return value < 0 ? $"−{moved}" : moved;
    }

    /// <summary>The value in this unit, to be drawn; exact up to the 28 decimals that a decimal has.</summary>
    /// <param name="value">In the unit of publication.</param>
    public decimal Scaled(decimal value) => decimal.Parse(Number(value).Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Trimmed(string whole) => whole.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    /// <summary>The last that leaves a digit before the point of a value, the first where none does; of zero the first that is not smaller than the unit. Null for a unit beyond the last.</summary>
    /// <param name="ladder">The units, from small to large.</param>
    /// <param name="power">The power of ten of the unit of the value.</param>
    /// <param name="value">The value.</param>
    private static (int Power, string Word)? Rung((int Power, string Word)[] ladder, int power, decimal value)
    {
        if (power > ladder[^1].Power) return null;
        if (value == 0) return ladder.First(r => r.Power >= power);
        var first = power + FirstDigit(value);
        return ladder.LastOrDefault(r => r.Power <= first, ladder[0]);
    }

    /// <summary>The power of ten of the first digit that is not zero: 2 of 123.4, −3 of 0.0012.</summary>
    private static int FirstDigit(decimal value)
    {
        var (size, power) = (Math.Abs(value), 0);
        for (; size >= 10; size /= 10) power++;
        for (; size < 1; size *= 10) power--;
        return power;
    }
}
