namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The column <c>basis</c> of the import format: what the columns <c>value</c> and <c>yoy</c> of a row are.</summary>
public enum Basis
{
    /// <summary>累计: the value from January on.</summary>
    Ytd,

    /// <summary>全年.</summary>
    Annual,

    /// <summary>当季, 当月: the value of the single quarter or month.</summary>
    Discrete,

    /// <summary>时点.</summary>
    Stock,

    /// <summary>占比.</summary>
    Ratio,

    /// <summary>与全省、全国之差, in 百分点.</summary>
    Gap,

    /// <summary>只公布增速.</summary>
    GrowthOnly,

    /// <summary>累计增速.</summary>
    YtdGrowth,

    /// <summary>当季、当月增速.</summary>
    DiscreteGrowth,

    /// <summary>环比, seasonally adjusted.</summary>
    QoqSa,

    /// <summary>年均增速 over a span.</summary>
    AvgGrowth,

    /// <summary>The sum over a span of years; yoy is the growth against the span before.</summary>
    MultiYearSum,

    /// <summary>预计.</summary>
    Forecast,

    /// <summary>目标.</summary>
    Target,

    /// <summary>A fact in words, without a number.</summary>
    Qualitative,
}
