using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>The words for returns, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class ReviewWords(IStringLocalizer<ReviewWords> text)
{
    /// <summary>待填, 填报中, 已提交, 退回, 已审定, 更正.</summary>
    public string State(ReturnState state) => text[$"State{state}"];

    /// <summary>Why something was not done, and what can be done about it.</summary>
    public string Refusal(ReturnRefusal refusal) => text[$"Refusal{refusal}"];

    /// <summary>未发生, 未取得, 不适用.</summary>
    public string Blank(BlankReason blank) => text[$"Blank{blank}"];

    /// <summary>What a cell says of itself: 需说明, 免填, …</summary>
    public string Cell(CellState state) => text[$"Cell{state}"];

    /// <summary>本期累计, 时点, 同比.</summary>
    public string Field(FormRow row, CellField field)
    {
        ArgumentNullException.ThrowIfNull(row);
        return field == CellField.Growth ? text["Growth"] : text[row.Task is null ? row.Timing.ToString() : "Progress"];
    }

    /// <summary>The name of a form.</summary>
    public static string Form(string name, string? nameEn) => Languages.IsEnglish ? nameEn ?? name : name;

    /// <summary>2026年三季度.</summary>
    public static string Quarter(Quarter quarter) => quarter.Name(Languages.IsEnglish);

    /// <summary>What stands in a cell: 246.0, 未发生; null if there is nothing.</summary>
    public string? Entry(CellEntry? entry) => entry switch
    {
        { Value: { } value } => ValueText.Number(value),
        { Blank: { } blank } => Blank(blank),
        _ => null,
    };

    /// <summary>How much a value differs: +3.2, −0.1.</summary>
    public static string Difference(decimal difference) =>
        difference > 0 ? $"+{ValueText.Number(difference)}" : ValueText.Number(difference);

    /// <summary>A moment without its year while the year is the present one: 11-23 18:00.</summary>
    public static string Shortly(DateTimeOffset moment, DateTimeOffset now)
    {
        var (local, today) = (moment.ToOffset(Shanghai.Offset), now.ToOffset(Shanghai.Offset));
        return local.Year == today.Year ? local.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) : FigureWords.Moment(moment);
    }

    /// <summary>How long something waits: 3天, 5小时, 不到1小时.</summary>
    public string Waiting(TimeSpan time) =>
        time.TotalDays >= 1 ? text["Days", (int)time.TotalDays]
        : time.TotalHours >= 1 ? text["Hours", (int)time.TotalHours]
        : text["UnderAnHour"];
}
