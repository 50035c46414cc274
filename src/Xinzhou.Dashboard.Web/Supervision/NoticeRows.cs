using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>Notices as rows of a workbook: what each is about, and by when each step was owed and when it was done.</summary>
/// <param name="words">The words of notices.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="text">The heads of the columns.</param>
public sealed class NoticeRows(NoticeText words, WorkingDays days, IStringLocalizer<NoticeRows> text)
{
    /// <summary>A sheet to be printed.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="notices">The notices.</param>
    /// <param name="plan">Knows the units.</param>
    /// <param name="more">Columns behind the others: a head and what stands in it.</param>
    public WorkbookSheet Sheet(string name, IReadOnlyList<Notice> notices, CityPlan plan, params IReadOnlyList<(string Head, Func<Notice, string> Cell)> more)
    {
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(plan);
        return new(
            name,
            [
                text["Number"], text["Subject"], text["Grade"], text["Origin"], text["Lead"], text["Assisting"], text["Person"], text["Stage"], text["Issued"],
                text["SignDue"], text["Signed"], text["FeedbackDue"], text["Reported"], text["SettleDue"], text["Settled"], text["Verified"], text["Closed"],
                text["Percent"], text["DaysLate"], text["Escalation"], text["Files"],
                .. more.Select(m => m.Head),
            ],
            [
                .. notices.Select(n => (IReadOnlyList<string>)
                [
                    n.Assignment.Number.Code,
                    n.Assignment.Subject,
                    words.Grade(n.Assignment.Grade),
                    words.Origin(n.Assignment.Origin),
                    plan.DepartmentName(n.Assignment.Lead),
                    string.Join('、', n.Assignment.Assisting.Select(plan.DepartmentName)),
                    n.Assignment.Person ?? "",
                    words.Stage(n.Stage),
                    NoticeText.Day(Shanghai.DayOf(n.Assignment.At)),
                    NoticeText.Day(n.Clock.Sign),
                    Done(n, NoticeStep.Sign),
                    NoticeText.Day(n.Clock.Feedback),
                    Done(n, NoticeStep.Feedback),
                    NoticeText.Day(n.Clock.Settle),
                    Done(n, NoticeStep.Settle),
                    Done(n, NoticeStep.Verify),
                    Done(n, NoticeStep.Close),
                    n.Percent?.ToString(CultureInfo.InvariantCulture) ?? "",
                    NoticeDelay.Of(n, days).ToString(CultureInfo.InvariantCulture),
                    n.Escalation is { } level ? words.Level(level) : "",
                    n.Files.Select(f => f.Evidence.File.Id).Distinct().Count().ToString(CultureInfo.InvariantCulture),
                    .. more.Select(m => m.Cell(n)),
                ]),
            ])
        { Numbers = new HashSet<int> { 17, 18, 20 }, Widths = [10, 36, 8, 10, 14, 16, 10, 8], IsPrinted = true };
    }

    private static string Done(Notice notice, NoticeStep step) =>
        notice.Steps.First(s => s.Step == step).At is { } at ? NoticeText.Day(Shanghai.DayOf(at)) : "";
}
