namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Why an as-of moment cannot be answered.</summary>
public enum AsOfFault
{
    /// <summary>Neither a day (YYYY-MM-DD) nor an RFC 3339 instant.</summary>
    Unreadable,

    /// <summary>Later than now: what will be known is not known.</summary>
    Future,

    /// <summary>The clock is neither <c>known</c> nor <c>recorded</c>.</summary>
    UnknownClock,
}
