using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Growth in words, as statistical releases word it: 增长1%, 下降4.2%, 持平; and against the period before:
/// 由负转正, 由正转负, 由降转平, 由平转降, 由升转平, 由平转升, 加快, 回落, 降幅收窄, 降幅扩大 by n 个百分点.
/// </summary>
public static class GrowthWording
{
    /// <summary>A growth rate in words.</summary>
    /// <param name="rate">In %, with its published decimals.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Growth(decimal rate, bool english = false) => (decimal.Sign(rate), english) switch
    {
        (0, false) => "持平",
        (0, true) => "flat",
        ( > 0, false) => $"增长{Text(rate)}%",
        ( > 0, true) => $"up {Text(rate)}%",
        (_, false) => $"下降{Text(-rate)}%",
        _ => $"down {Text(-rate)}%",
    };

    /// <summary>
    /// A growth rate in words, with its bound: 增长6%以上, 增长6%左右. Of a decline the bound is of its size: at least −3 is
    /// 下降3%以内.
    /// </summary>
    /// <param name="rate">In %, with its published decimals.</param>
    /// <param name="comparator">What the source says of the number.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Growth(decimal rate, Comparator comparator, bool english = false)
    {
        var words = Growth(rate, english);
        var (bound, what) = rate < 0 ? (comparator.Reversed(), "decline") : (comparator, "growth");
        return (bound, english) switch
        {
            (Comparator.Equal, _) => words,
            (_, false) => (rate == 0 ? "增长0%" : words) + ValueText.Bound(bound),
            (Comparator.AtLeast, true) => $"{what} of {Text(Math.Abs(rate))}% or more",
            (Comparator.AtMost, true) => $"{what} of {Text(Math.Abs(rate))}% at most",
            _ => $"{what} of about {Text(Math.Abs(rate))}%",
        };
    }

    /// <summary>The growth rate that a figure states, in words, with its bound.</summary>
    /// <param name="figure">A figure with a number.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Growth(Figure figure, bool english = false)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Growth(figure.Value!.Value, figure.Comparator, english);
    }

    /// <summary>
    /// How a growth rate stands to the one of the period before, in words. The difference has the decimals of the coarser of
    /// the two: what it hides is no change.
    /// </summary>
    /// <param name="before">The earlier rate, in %.</param>
    /// <param name="now">The later rate, in %.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Change(decimal before, decimal now, bool english = false)
    {
        var points = Math.Abs(Decimals.Difference(now, Decimals.Step(now), before, Decimals.Step(before)));
        var by = english ? $"by {Text(points)} pp" : $"{Text(points)}个百分点";
        return (decimal.Sign(before), decimal.Sign(now), now.CompareTo(before)) switch
        {
            (_, _, 0) => english ? "as before" : "与上期持平",
            ( < 0, > 0, _) => english ? "turned positive" : "由负转正",
            ( > 0, < 0, _) => english ? "turned negative" : "由正转负",
            ( < 0, 0, _) => english ? "from decline to flat" : "由降转平",
            (0, < 0, _) => english ? "from flat to decline" : "由平转降",
            ( > 0, 0, _) => english ? "from growth to flat" : "由升转平",
            (0, > 0, _) => english ? "from flat to growth" : "由平转升",
            _ when points == 0 => english ? "about as before" : "与上期基本持平",
            ( < 0, _, > 0) => english ? $"decline narrowed {by}" : $"降幅收窄{by}",
            ( < 0, _, _) => english ? $"decline widened {by}" : $"降幅扩大{by}",
            (_, _, > 0) => english ? $"accelerated {by}" : $"加快{by}",
            _ => english ? $"slowed {by}" : $"回落{by}",
        };
    }

    /// <summary>
    /// A gap to a benchmark in words: 增速高于全省13.1个百分点; with its bound, which below the benchmark is of the distance: at
    /// least −3 is 低于全省3个百分点以内.
    /// </summary>
    /// <param name="points">Own minus benchmark, in 百分点.</param>
    /// <param name="benchmark">What it is measured against.</param>
    /// <param name="of">What it is a gap of: a share, or growth (<see cref="Series.Of"/>).</param>
    /// <param name="english">False for Chinese.</param>
    /// <param name="comparator">What the source says of the number.</param>
    public static string Gap(decimal points, Benchmark benchmark, Measure? of, bool english = false, Comparator comparator = Comparator.Equal)
    {
        var what = (of, english) switch
        {
            (Measure.Share, false) => "占比",
            (Measure.Share, true) => "share ",
            (_, false) => "增速",
            _ => "growth ",
        };
        var name = (benchmark, english) switch
        {
            (Benchmark.Province, false) => "全省",
            (Benchmark.Nation, false) => "全国",
            (Benchmark.Province, true) => "the province",
            _ => "the nation",
        };
        return points == 0
            ? what + Level(name, comparator, english)
            : what + Apart(points, name, comparator, english);
    }

    /// <summary>The gap that a figure states, in words, with its bound.</summary>
    /// <param name="figure">A figure of a gap, with a number.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Gap(Figure figure, bool english = false)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Gap(figure.Value!.Value, figure.Series.Benchmark!.Value, figure.Series.Of, english, figure.Comparator);
    }

    private static string Level(string name, Comparator comparator, bool english) => (comparator, english) switch
    {
        (Comparator.AtLeast, false) => $"不低于{name}",
        (Comparator.AtLeast, true) => $"not below {name}",
        (Comparator.AtMost, false) => $"不高于{name}",
        (Comparator.AtMost, true) => $"not above {name}",
        (Comparator.Approximately, false) => $"与{name}大体持平",
        (Comparator.Approximately, true) => $"about level with {name}",
        (_, false) => $"与{name}持平",
        _ => $"level with {name}",
    };

    private static string Apart(decimal points, string name, Comparator comparator, bool english)
    {
        var (bound, distance) = (points < 0 ? comparator.Reversed() : comparator, Text(Math.Abs(points)));
        if (!english)
        {
            return $"{(points > 0 ? "高于" : "低于")}{name}{distance}个百分点{ValueText.Bound(bound)}";
        }

        var by = bound switch
        {
            Comparator.AtLeast => "at least ",
            Comparator.AtMost => "at most ",
            Comparator.Approximately => "about ",
            _ => "",
        };
        return $"{by}{distance} pp {(points > 0 ? "above" : "below")} {name}";
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
