using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Days of the plan as texts.</summary>
public static class PlanDayText
{
    /// <summary>2025-12-31; with the wording of the document where that is another: 2025年底（2025-12-31）. Null where nothing is said.</summary>
    public static string? Of(PlanDay? day) => day switch
    {
        { Day: { } known, Text: { } text } => Languages.IsEnglish ? $"{text} ({Of(known)})" : $"{text}（{Of(known)}）",
        { Day: { } known } => Of(known),
        { Text: { } text } => text,
        _ => null,
    };

    /// <summary>2025-12-31.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
