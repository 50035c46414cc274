using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Why work items have their colours.</summary>
/// <param name="text">The words.</param>
internal sealed class ItemReasons(IStringLocalizer<LightWords> text)
{
    public string Why(Light light, ItemInputs inputs) => light.Reason switch
    {
        LightReason.Done when inputs.Due is { } due => text["WhyDone", Quarter(inputs.DoneSince), due.Written()],
        LightReason.Done => text["WhyDoneUndated", Quarter(inputs.DoneSince)],
        LightReason.DoneLate when inputs is { Due: { } due, DoneSince: { } since } =>
            text["WhyDoneLate", since.Name(Languages.IsEnglish), due.Written(), since.LastDay.DayNumber - due.DayNumber],
        LightReason.NoDeadline => text[$"WhyNoDeadline{(inputs.Start, inputs.Due) switch { (null, null) => "Both", (null, _) => "Start", _ => "Due" }}", LastReport(inputs)],
        LightReason.NotStarted when inputs.Start is { } start => text["WhyNotStarted", start.Written(), inputs.Day.Written()],
        LightReason.Overdue when inputs is { Due: { } due, DaysLeft: { } left } => text["WhyOverdue", due.Written(), inputs.Day.Written(), -left, LastReport(inputs)],
        LightReason.NothingReported when inputs is { ReportQuarter: { } quarter, ReportDue: { } reportDue } =>
            text["WhyNothingReported", quarter.Name(Languages.IsEnglish), reportDue.AddDays(-1).Written(), inputs.Day.Written(), LastReport(inputs)],
        LightReason.NoReportDue when inputs.Start is { } start =>
            text["WhyNoReportDue", start.Written(), inputs.Day.Written(), light.Thresholds?.Days ?? 0],
        LightReason.DueSoon when inputs is { Due: { } due, DaysLeft: < 0 and var passed } => text["WhyDueSoonPassed", due.Written(), -passed, LastReport(inputs)],
        LightReason.DueSoon when inputs is { Due: { } due, DaysLeft: { } left } =>
            text["WhyDueSoon", due.Written(), left, light.Thresholds?.Days ?? 0, LastReport(inputs)],
        LightReason.Deviation when inputs is { Percent: { } percent, Planned: { } planned, Deviation: { } deviation } =>
            Deviating(light, inputs, percent, planned, deviation),
        _ => text[light.Reason.ToString()],
    };

    private string Deviating(Light light, ItemInputs inputs, decimal percent, decimal planned, decimal deviation)
    {
        var decimals = LightNumbers.DecimalsOf(light, deviation);
        return text["WhyItemDeviation", Quarter(inputs.Quarter), percent.Plain(), planned.Rounded(decimals), deviation.Rounded(decimals), text.Within(light)];
    }

    private static string Quarter(Domain.Time.Quarter? quarter) => quarter?.Name(Languages.IsEnglish) ?? "";

    private string LastReport(ItemInputs inputs) => inputs is { Quarter: { } quarter, Percent: { } percent }
        ? text["LastReport", quarter.Name(Languages.IsEnglish), percent.Plain()]
        : text["NoReport"];
}
