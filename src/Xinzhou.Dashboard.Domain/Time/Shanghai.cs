namespace Xinzhou.Dashboard.Domain.Time;

/// <summary>The clock of the city: UTC+8 all year (no daylight saving since 1991).</summary>
public static class Shanghai
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private static readonly TimeOnly LastMicrosecond = new(23, 59, 59, 999, 999);

    /// <summary>00:00 of a day in Asia/Shanghai; of the first day there is, which began before the first moment, that moment.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => day == DateOnly.MinValue ? DateTimeOffset.MinValue : new(day, TimeOnly.MinValue, Offset);

    /// <summary>The last representable moment (a microsecond, as PostgreSQL keeps it) of a day in Asia/Shanghai.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day, LastMicrosecond, Offset);

    /// <summary>The day in Asia/Shanghai at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
