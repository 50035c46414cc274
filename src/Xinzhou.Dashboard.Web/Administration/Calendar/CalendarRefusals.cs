using Xinzhou.Dashboard.Data.Changes;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>Why the calendar was not changed, as its words name it.</summary>
internal static class CalendarRefusals
{
    /// <summary>The name of the text that says it; null if it was changed.</summary>
    public static string? Text(this ChangeOutcome<CalendarFault> outcome) => outcome switch
    {
        { Faults: [var fault, ..] } => $"Refusal{fault}",
        { Refusal: { } refusal } => $"Refusal{refusal}",
        _ => null,
    };
}
