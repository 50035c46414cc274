using System.Globalization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What is reviewed (交账): a milestone or a quarter. Its code is the year (2025) or the quarter (2026-Q3).</summary>
public readonly record struct ReviewSubject
{
    private ReviewSubject(int year, Quarter? quarter) => (Year, Quarter) = (year, quarter);

    /// <summary>The year, also that of a quarter.</summary>
    public int Year { get; }

    /// <summary>The quarter; null for a milestone.</summary>
    public Quarter? Quarter { get; }

    /// <summary>True for a milestone.</summary>
    public bool IsMilestone => Quarter is null;

    /// <summary>2025; 2026-Q3.</summary>
    public string Code => Quarter?.Code ?? Year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The first day of the year or quarter: before it nothing can be called to account.</summary>
    public DateOnly FirstDay => Quarter is { } quarter ? new(quarter.Year, 3 * quarter.Number - 2, 1) : new(Year, 1, 1);

    /// <summary>The last day of the year or quarter.</summary>
    public DateOnly LastDay => Quarter?.LastDay ?? new(Year, 12, 31);

    /// <param name="year">1–9999.</param>
    public static ReviewSubject Milestone(int year) => new(year, null);

    /// <param name="quarter">The quarter.</param>
    public static ReviewSubject Of(Quarter quarter) => new(quarter.Year, quarter);

    /// <summary>The subject of a code; null where it is none. Whether there is such a milestone is another question.</summary>
    public static ReviewSubject? Parse(string? code) =>
        Time.Quarter.Parse(code) is { } quarter ? Of(quarter)
        : code is { Length: 4 } && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? Milestone(year)
        : null;

    /// <summary>2025年里程碑, 2026年三季度; milestone 2025, 2026 Q3.</summary>
    /// <param name="english">False for Chinese.</param>
    public string Name(bool english) =>
        Quarter?.Name(english)
        ?? (english ? string.Create(CultureInfo.InvariantCulture, $"milestone {Year}") : string.Create(CultureInfo.InvariantCulture, $"{Year}年里程碑"));

    public override string ToString() => Code;
}
