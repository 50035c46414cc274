namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>Which periods of an indicator a reader asks for.</summary>
public enum PeriodFilter
{
    All,

    /// <summary>Full years, and years within which the date is not stated.</summary>
    Year,

    /// <summary>January to a month.</summary>
    Ytd,

    /// <summary>Single quarters and months.</summary>
    Discrete,

    /// <summary>Points in time.</summary>
    Point,

    /// <summary>Several years together.</summary>
    Span,
}
