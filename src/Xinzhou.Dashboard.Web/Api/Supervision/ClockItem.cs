using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>By when what is due. Late is what is not done when the day is over.</summary>
/// <param name="Sign">签收.</param>
/// <param name="Feedback">反馈.</param>
/// <param name="Settle">办结.</param>
/// <param name="Calendar">For each year from assignment to settling where its notice on holidays is published, or weekdays only.</param>
public sealed record ClockItem(DateOnly Sign, DateOnly Feedback, DateOnly Settle, IReadOnlyDictionary<string, string> Calendar)
{
    /// <summary>Said of a year whose notice is not known.</summary>
    private const string WeekdaysOnly = "weekdays only";

    internal static ClockItem Of(ClockDates dates) => new(
        dates.Sign,
        dates.Feedback,
        dates.Settle,
        dates.Calendar.ToDictionary(y => y.Key.ToString(CultureInfo.InvariantCulture), y => y.Value ?? WeekdaysOnly));
}
