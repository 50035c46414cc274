namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What of an indicator a series measures.</summary>
public enum Measure
{
    /// <summary>绝对额: a flow (year-to-date or single period), a stock, an index or a count, in the indicator's unit.</summary>
    Level,

    /// <summary>同比 of the year-to-date value, of a year, or of a stock, in %.</summary>
    Yoy,

    /// <summary>同比 of a single quarter or month as published, in %.</summary>
    YoySingle,

    /// <summary>环比, seasonally adjusted, in %.</summary>
    Qoq,

    /// <summary>Difference to a benchmark, in 百分点 (own minus benchmark).</summary>
    Gap,

    /// <summary>占比, in %.</summary>
    Share,

    /// <summary>年均增速 over a span, in %; its base is the year before the first.</summary>
    AvgGrowth,

    /// <summary>Growth of a span's sum against the span before it, in %.</summary>
    GrowthPrevSpan,

    /// <summary>A fact in words, without a number.</summary>
    Qualitative,
}
