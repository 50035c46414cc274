namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What is measured: its definition, not its values.</summary>
public sealed record Indicator
{
    private static readonly string[] Differences = ["净", "增减", "增加", "增长", "变动", "变化", "差"];

    private static readonly string[] Wholes = ["占比", "比重", "城镇化率", "覆盖率", "达标率", "合格率", "入学率", "优良"];

    /// <summary>The code of the catalogue; the name for a created indicator.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? NameEn { get; init; }
    public required IndicatorType Type { get; init; }

    /// <summary>The unit that series are compared in (亿元, 万千瓦, %); empty when no row has given one.</summary>
    public required string Uom { get; init; }
    public required Direction Direction { get; init; }
    public PriceBasis? PriceBasisOfLevel { get; init; }
    public PriceBasis? PriceBasisOfGrowth { get; init; }

    /// <summary>The price basis of a measure where the source does not state one; null when the indicator has none for it.</summary>
    public PriceBasis? PriceBasisOf(Measure measure) => measure switch
    {
        Measure.Level => PriceBasisOfLevel,
        Measure.Yoy or Measure.YoySingle or Measure.Qoq or Measure.AvgGrowth => PriceBasisOfGrowth,
        _ => null,
    };

    /// <summary>The code of the dimension it is grouped under (a provisional grouping of ours); null is 综合.</summary>
    public string? Dimension { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Note { get; init; }

    /// <summary>
    /// True where the definition says that growth is published on a comparable base: the base of the year before is revised
    /// with every release, and levels of two releases (two ends of a quarter among them) are not comparable.
    /// </summary>
    public bool BaseChanges => Note?.Contains("可比口径", StringComparison.Ordinal) == true;

    /// <summary>False for per-head values: they are neither summed over units nor differenced over time.</summary>
    public bool Additive { get; init; } = true;

    /// <summary>True for a difference of counts (净增, 增减), which may be below zero where a count is not.</summary>
    public bool IsDifference => Differences.Any(word => Name.Contains(word, StringComparison.Ordinal));

    /// <summary>True for a mean or a density (平均, 每万人), which need not be whole where a count is.</summary>
    public bool IsMean => !Additive || Name.Contains('均', StringComparison.Ordinal) || Name.Contains('每', StringComparison.Ordinal);

    /// <summary>
    /// True for a ratio that is a part of a whole by its name (占比, 覆盖率, 城镇化率), which lies between 0 and 100 %. A gross rate
    /// (毛入学率) and a completion against a plan (完成率) may be more.
    /// </summary>
    public bool IsPartOfWhole => Type == IndicatorType.Ratio && !Name.Contains('毛', StringComparison.Ordinal)
        && Wholes.Any(word => Name.Contains(word, StringComparison.Ordinal));

    /// <summary>The place in the catalogue, from 1.</summary>
    public required int Order { get; init; }
}
