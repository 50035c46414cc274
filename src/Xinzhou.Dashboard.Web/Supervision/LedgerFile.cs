using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>督办台账: the notices that are listed, as a workbook with a sheet of what each unit owes.</summary>
internal static class LedgerFile
{
    /// <summary>Where it is had; takes the filter of the list.</summary>
    public const string Path = "/supervision/ledger.xlsx";

    /// <summary>What a workbook is, as a browser is told.</summary>
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEndpointRouteBuilder MapLedger(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerAsync).WithMetadata(new RequiresAttribute(Right.SeeReturns), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, SnapshotStore store, WorkingDays days, IDbContextFactory<DashboardContext> contexts, TimeProvider time,
        NoticeText words, IStringLocalizer<SupervisionPage> text, IStringLocalizer<DemonstrationBar> demonstration,
        IStringLocalizer<SiteFoot> foot)
    {
        var user = CurrentUser.Of(context.User)!;
        var now = new NoticesNow(store.Current, new(time.GetUtcNow()), days);
        var filter = NoticeFilter.Of(name => context.Request.Query[name].ToString());
        var notices = now.SeenBy(user.ToActor()).Where(n => filter.Lists(n, now.Plan)).ToList();
        using var content = new MemoryStream();
        WorkbookWriter.Write(content, [Ledger(notices, now, words, text), ByUnit(notices, now, text), Remarks(store.Current.Demonstration, demonstration, foot)]);
        var name = $"{text["File"]}-{FigureWords.Day(now.Moment.Moment)}.xlsx";
        // Noted before it is given: there is no export that the log does not know.
        await AuditLog.AppendAsync(contexts, time, user.UserName, "export", name, new { rows = notices.Count }, context.RequestAborted);
        return Results.File(content.ToArray(), ContentType, name);
    }

    /// <summary>The sheet with what every file carries, and in the demonstration that it is one.</summary>
    internal static WorkbookSheet Remarks(bool isDemonstration, IStringLocalizer<DemonstrationBar> words, IStringLocalizer<SiteFoot> foot)
    {
        string name = isDemonstration ? words["Mark"] : foot["Remarks"];
        return new(name, [name], [.. isDemonstration ? (IReadOnlyList<string>[])[[words["Sentence"]]] : [], [foot["Internal"]]]) { Widths = [100], IsPrinted = true };
    }

    private static WorkbookSheet Ledger(List<Notice> notices, NoticesNow now, NoticeText words, IStringLocalizer<SupervisionPage> text) => new(
        text["Ledger"],
        [
            text["Number"], text["Subject"], text["Grade"], text["Origin"], text["Lead"], text["Assisting"], text["Person"], text["Stage"], text["Issued"],
            text["SignDue"], text["FeedbackDue"], text["SettleDue"], text["Percent"], text["Escalation"], text["Late"], text["ClosedAt"],
        ],
        [
            .. notices.Select(n => (IReadOnlyList<string>)
            [
                n.Assignment.Number.Code,
                n.Assignment.Subject,
                words.Grade(n.Assignment.Grade),
                words.Origin(n.Assignment.Origin),
                now.Plan.DepartmentName(n.Assignment.Lead),
                string.Join('、', n.Assignment.Assisting.Select(now.Plan.DepartmentName)),
                n.Assignment.Person ?? "",
                words.Stage(n.Stage),
                NoticeText.Day(Shanghai.DayOf(n.Assignment.At)),
                NoticeText.Day(n.Clock.Sign),
                NoticeText.Day(n.Clock.Feedback),
                NoticeText.Day(n.Clock.Settle),
                n.Percent?.ToString(CultureInfo.InvariantCulture) ?? "",
                n.Escalation is { } level ? words.Level(level) : "",
                n.IsLate ? text["Yes"].Value : "",
                n.ClosedAt is { } closed ? NoticeText.Day(Shanghai.DayOf(closed)) : "",
            ]),
        ])
    { Numbers = new HashSet<int> { 12 }, Widths = [10, 40, 8, 10, 16, 20, 10, 8], IsPrinted = true };

    private static WorkbookSheet ByUnit(List<Notice> notices, NoticesNow now, IStringLocalizer<SupervisionPage> text) => new(
        text["ByUnit"],
        [text["Lead"], text["All"], text["Open"], text["Late"], text["Closed"]],
        [
            .. notices.GroupBy(n => n.Assignment.Lead)
                .OrderByDescending(g => g.Count(n => n.IsLate)).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (IReadOnlyList<string>)
                [
                    now.Plan.DepartmentName(g.Key), Count(g, _ => true), Count(g, n => !n.IsClosed), Count(g, n => n.IsLate), Count(g, n => n.IsClosed),
                ]),
        ])
    { Numbers = new HashSet<int> { 1, 2, 3, 4 }, Widths = [20, 8, 8, 8, 8], IsPrinted = true };

    private static string Count(IEnumerable<Notice> notices, Func<Notice, bool> which) => notices.Count(which).ToString(CultureInfo.InvariantCulture);
}
