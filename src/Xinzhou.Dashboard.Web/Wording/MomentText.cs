using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>How a moment of the administration is written: 2026-11-23 18:05, in Asia/Shanghai.</summary>
internal static class MomentText
{
    /// <summary>The text; null for no moment.</summary>
    public static string? Of(DateTimeOffset? moment) =>
        moment?.ToOffset(Shanghai.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
