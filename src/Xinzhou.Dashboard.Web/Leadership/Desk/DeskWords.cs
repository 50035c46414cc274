using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>What stands on a desk, in few words and in the language of the page.</summary>
/// <param name="lights">What lights say.</param>
/// <param name="text">The words.</param>
public sealed class DeskWords(LightWords lights, IStringLocalizer<DeskWords> text)
{
    /// <summary>批示, 提醒, 督办, 约谈, 通报.</summary>
    public string Act(DeskAct act) => text[$"Act{act}"];

    /// <summary>What it does.</summary>
    public string Means(DeskAct act) => text[$"Means{act}"];

    /// <summary>The name of what a row is of: the title of the task, or the target.</summary>
    public string Title(DeskRow row, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Task?.Title ?? lights.Subject(row.Light.Subject, board);
    }

    /// <summary>The arithmetic in few words: 进度31%，计划72.0%.</summary>
    public string Reckoned(DeskRow row, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(row);
        var part = row.Part;
        return part switch
        {
            { Override: { } decided } => lights.Decided(decided),
            { Inputs: ItemInputs { Percent: { } percent, Planned: { } planned }, Reason: LightReason.Deviation } =>
                text["Progress", Number(percent), Number(Math.Round(planned, 1, MidpointRounding.AwayFromZero))],
            { Inputs: ItemInputs { Due: { } due, DaysLeft: { } left }, Reason: LightReason.Overdue } => text[left == -1 ? "OverdueOne" : "Overdue", PlanDayText.Of(due), -left],
            { Inputs: ItemInputs { Due: { } due, DaysLeft: { } left }, Reason: LightReason.DueSoon } => text[left == 1 ? "DueSoonOne" : "DueSoon", PlanDayText.Of(due), left],
            { Inputs: ItemInputs { ReportQuarter: { } quarter, ReportDue: { } by }, Reason: LightReason.NothingReported } =>
                text["Unreported", quarter.Name(Languages.IsEnglish), PlanDayText.Of(by.AddDays(-1))],
            _ => lights.Why(part, board),
        };
    }

    private static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
