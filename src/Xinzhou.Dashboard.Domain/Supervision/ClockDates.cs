namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>By when what is due. Late is what is not done when the day is over (24:00 in Asia/Shanghai).</summary>
/// <param name="Sign">签收.</param>
/// <param name="Feedback">反馈.</param>
/// <param name="Settle">办结.</param>
/// <param name="Calendar">
/// For each year from assignment to settling the source of its holidays; null where the notice of the year is not known and
/// Monday to Friday were counted.
/// </param>
public sealed record ClockDates(DateOnly Sign, DateOnly Feedback, DateOnly Settle, IReadOnlyDictionary<int, string?> Calendar);
