using System.Globalization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>How a pack writes numbers, days and moments: as texts, the same everywhere and for ever.</summary>
internal static class PackText
{
    /// <summary>A number with the decimals that it has; null stays null.</summary>
    public static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that was computed, in its shortest spelling that is read back as the same; null stays null.</summary>
    public static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>2026-11-29; null stays null.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-11-29T21:30:00+08:00, in Asia/Shanghai.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.ToOffset(Shanghai.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
