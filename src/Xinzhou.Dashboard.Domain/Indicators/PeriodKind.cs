
namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The kind of a period; with the code it is the period's identity (2023-Q1 year-to-date, 2023-Q1 single quarter).</summary>
public enum PeriodKind
{
    /// <summary>累计: January to a month.</summary>
    Ytd,

    /// <summary>当季.</summary>
    Quarter,

    /// <summary>当月.</summary>
    Month,

    /// <summary>全年 (counts as year-to-date to month 12), or a year within which the date is not stated.</summary>
    Year,

    /// <summary>时点.</summary>
    Point,

    /// <summary>Several years, both ends included.</summary>
    Span,

    /// <summary>时期未载明.</summary>
    Unstated,
}
