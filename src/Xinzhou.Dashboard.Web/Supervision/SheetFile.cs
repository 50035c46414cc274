using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>单位督办台账 as a workbook.</summary>
internal static class SheetFile
{
    /// <summary>Where it is had; takes the unit.</summary>
    public const string Path = "/supervision/sheet.xlsx";

    public static IEndpointRouteBuilder MapSheet(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerAsync).WithMetadata(new RequiresAttribute(Right.SeeReturns), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, string? unit, string? asOf, string? clock, SnapshotStore store, WorkingDays days,
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, NoticeRows rows, IStringLocalizer<SheetPage> text,
        IStringLocalizer<DemonstrationBar> demonstration, IStringLocalizer<SiteFoot> foot, IStringLocalizer<AsOfRefused> refusals)
    {
        var user = CurrentUser.Of(context.User)!;
        var reading = AsOfReading.Read(asOf, clock, time.GetUtcNow());
        if (reading.Fault is { } fault) return Results.Text(refusals[fault.ToString(), asOf ?? clock ?? ""], statusCode: StatusCodes.Status400BadRequest);
        var now = new NoticesNow(store.Current, reading.Past ?? new(time.GetUtcNow()), days);
        if (UnitSheet.Of(now, user.ToActor(), unit) is not { } sheet) return Results.NotFound();
        using var content = new MemoryStream();
        WorkbookWriter.Write(content, [rows.Sheet(text["Title"], sheet.Notices, now.Plan), LedgerFile.Remarks(now.Snapshot.Demonstration, demonstration, foot)]);
        var name = $"{text["Title"]}-{sheet.Unit.Name}-{reading.Text[..10]}.xlsx";
        // Noted before it is given: there is no export that the log does not know.
        await AuditLog.AppendAsync(contexts, time, user.UserName, "export", name, new { rows = sheet.Notices.Count }, context.RequestAborted);
        return Results.File(content.ToArray(), LedgerFile.ContentType, name);
    }
}
