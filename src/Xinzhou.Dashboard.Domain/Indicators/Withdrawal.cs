namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A statement that a figure no longer holds: from then on it counts as unknown. It is inserted, never applied.</summary>
/// <param name="FigureId">The figure it names.</param>
/// <param name="KnownFrom">The moment from which it counts.</param>
/// <param name="RecordedAt">The moment it was recorded here.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record Withdrawal(long FigureId, DateTimeOffset KnownFrom, DateTimeOffset RecordedAt, string Reason);
