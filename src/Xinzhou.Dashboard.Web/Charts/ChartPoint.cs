namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>One figure in a chart, with everything that is said about it.</summary>
public sealed record ChartPoint
{
    /// <summary>First day of the period; the same as <see cref="End"/> for a point in time.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>In the unit of the chart, with the decimals as published: they are what the label shows.</summary>
    public required decimal Value { get; init; }

    /// <summary>The period in full: 2023年上半年.</summary>
    public required string PeriodLabel { get; init; }

    /// <summary>The value with its unit, as a sentence would say it: 676.5亿元, 下降4.2%.</summary>
    public required string ValueText { get; init; }

    /// <summary>The same in the unit of the chart, where it was published in another: 10500万吨 for 1.05亿吨. A sentence has one unit.</summary>
    public string? ConvertedText { get; init; }

    /// <summary>The period without its year, beside a label: 上半年. Left out where the axis says it.</summary>
    public string? ShortLabel { get; init; }

    /// <summary>Where it comes from: 官方发布 · sxxz.gov.cn.</summary>
    public string? SourceText { get; init; }

    /// <summary>Which vintage: 初步核算数.</summary>
    public string? VintageText { get; init; }

    /// <summary>Pale and dashed: preliminary, flash, year inferred.</summary>
    public bool Provisional { get; init; }

    /// <summary>待核: hollow and dashed. One source of low reliability, or sources that disagree.</summary>
    public bool Unverified { get; init; }

    /// <summary>预计: ochre, dashed; never a target.</summary>
    public bool Forecast { get; init; }

    /// <summary>A forecast whose time has passed: history.</summary>
    public bool Past { get; init; }

    /// <summary>The source does not say whether it is actual or planned.</summary>
    public bool KindUnstated { get; init; }

    /// <summary>预测: computed here from the series itself; no source states it.</summary>
    public bool Predicted { get; init; }

    /// <summary>True for what has happened; all else is never joined to it and never counts among it.</summary>
    public bool IsActual => !Forecast && !Target && !KindUnstated && !Predicted;

    /// <summary>目标: a diamond.</summary>
    public bool Target { get; init; }

    /// <summary>To the figure's source; made by Address.</summary>
    public string? Href { get; init; }

    /// <summary>The scope. A line is never drawn between points of different scope.</summary>
    public string? ScopeKey { get; init; }

    /// <summary>The price basis. A line is never drawn between points of different price basis.</summary>
    public string? PriceKey { get; init; }
}
