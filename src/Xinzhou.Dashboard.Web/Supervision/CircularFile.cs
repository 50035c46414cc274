using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using CityPlan = Xinzhou.Dashboard.Domain.Plan.CityPlan;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>月度通报 as a workbook: the counts, and the notices behind them with what each counts as.</summary>
internal static class CircularFile
{
    /// <summary>Where it is had; takes the month.</summary>
    public const string Path = "/supervision/circular.xlsx";

    /// <summary>The parameter of the address that names the month.</summary>
    public const string MonthName = "month";

    public static IEndpointRouteBuilder MapCircular(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerAsync).WithMetadata(new RequiresAttribute(Right.SeeReturns), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, string? month, string? asOf, string? clock, SnapshotStore store, WorkingDays days,
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, NoticeRows rows, CircularText words, IStringLocalizer<CircularPage> text,
        IStringLocalizer<DemonstrationBar> demonstration, IStringLocalizer<SiteFoot> foot, IStringLocalizer<AsOfRefused> refusals)
    {
        var (user, now) = (CurrentUser.Of(context.User)!, time.GetUtcNow());
        var reading = AsOfReading.Read(asOf, clock, now);
        if (reading.Fault is { } fault) return Results.Text(refusals[fault.ToString(), asOf ?? clock ?? ""], statusCode: StatusCodes.Status400BadRequest);
        var moment = reading.Past ?? new(now);
        if ((string.IsNullOrEmpty(month) ? MonthlyCircular.FirstOf(reading.Day) : MonthlyCircular.ReadBegun(month, reading.Day)) is not { } first)
        {
            return Results.Text(text["NotBegun", month!], statusCode: StatusCodes.Status400BadRequest);
        }

        var (actor, snapshot) = (user.ToActor(), store.Current);
        var (plan, circular) = (snapshot.PlanAt(moment), MonthlyCircular.Of(snapshot.Notices, first, moment, days, n => NoticeRules.MaySee(n, actor)));
        using var content = new MemoryStream();
        WorkbookWriter.Write(content, [Counted(circular, plan, words, text), Listed(circular, plan, rows, words, text), LedgerFile.Remarks(snapshot.Demonstration, demonstration, foot)]);
        var name = $"{text["Name"]}-{circular.Month}.xlsx";
        // Noted before it is given: there is no export that the log does not know.
        await AuditLog.AppendAsync(contexts, time, user.UserName, "export", name, new { rows = circular.Rows.Count }, context.RequestAborted);
        return Results.File(content.ToArray(), LedgerFile.ContentType, name);
    }

    private static WorkbookSheet Counted(MonthlyCircular circular, CityPlan plan, CircularText words, IStringLocalizer<CircularPage> text) => new(
        text["Name"],
        [text["Month"], text["Until"], text["Rows"], text["Row"], .. Enum.GetValues<CircularCount>().Select(words.Count)],
        [
            .. circular.Rows.Select(r => (IReadOnlyList<string>)
            [
                circular.Month,
                NoticeText.Day(circular.Day),
                words.Group(r.Group),
                words.Row(r, plan),
                .. Enum.GetValues<CircularCount>().Select(c => r[c].ToString(CultureInfo.InvariantCulture)),
            ]),
        ])
    { Numbers = Enumerable.Range(4, Enum.GetValues<CircularCount>().Length).ToHashSet(), Widths = [10, 12, 10, 24], IsPrinted = true };

    /// <summary>Every notice that counts as anything, with a column for each count.</summary>
    private static WorkbookSheet Listed(MonthlyCircular circular, CityPlan plan, NoticeRows rows, CircularText words, IStringLocalizer<CircularPage> text)
    {
        var all = circular.Rows[0];
        return rows.Sheet(
            text["Notices"],
            [.. all.Notices.Values.SelectMany(n => n).Distinct().OrderBy(n => n.Assignment.Id)],
            plan,
            [.. Enum.GetValues<CircularCount>().Select(c => (words.Count(c), (Func<Notice, string>)(n => all.Notices[c].Contains(n) ? text["Yes"] : "")))]);
    }
}
