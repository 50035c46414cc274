using System.Globalization;

namespace Xinzhou.Dashboard.Benchmarks.Machine;

/// <summary>What several turns gave: the middle, the lowest and the highest.</summary>
internal sealed record Spread(double Median, double Lowest, double Highest, int Count)
{
    /// <summary>Of values, of which there is one at least; null when there is none.</summary>
    public static Spread? Of(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Where(double.IsFinite).Order()];
        return ordered.Length == 0 ? null : new((ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2, ordered[0], ordered[^1], ordered.Length);
    }

    /// <summary>The value below which a part of all lies.</summary>
    public static double Percentile(IEnumerable<double> values, double part)
    {
        double[] ordered = [.. values.Order()];
        return ordered[Math.Min(ordered.Length - 1, (int)(part * ordered.Length))];
    }

    /// <summary>In three digits: 12,300, 4.56, 0.0123.</summary>
    public static string Text(double value)
    {
        if (value == 0) return "0";
        var digits = 3 - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (digits > 0) return value.ToString("F" + Math.Min(digits, 6).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var scale = Math.Pow(10, -digits);
        return (Math.Round(value / scale) * scale).ToString("#,0", CultureInfo.InvariantCulture);
    }

    /// <summary>The middle, and in brackets what it lies between.</summary>
    public override string ToString() => Count == 1 ? Text(Median) : $"{Text(Median)} ({Text(Lowest)}–{Text(Highest)})";
}
