using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Plan.CheckIns;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>Gives the evidence of notices away to those who see the notice: as a download, as the evidence of check-ins is.</summary>
internal static class NoticeEvidenceDownload
{
    /// <summary>Where a file is had, before its number.</summary>
    public const string Path = "/supervision/evidence";

    public static IEndpointRouteBuilder MapNoticeEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/{id:long}", AnswerAsync).WithMetadata(new RequiresAttribute(Right.SeeReturns), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        long id, HttpContext context, NoticeEvidenceStore store, EvidenceStore contents, SnapshotStore snapshots, WorkingDays days,
        IDbContextFactory<DashboardContext> contexts, TimeProvider time)
    {
        var actor = CurrentUser.Of(context.User)!.ToActor();
        // What somebody may not see is not there for him.
        if (await store.FindAsync(id, context.RequestAborted) is not { } found) return Results.NotFound();
        var notice = new NoticesNow(snapshots.Current, new(time.GetUtcNow()), days).Find(found.Number, actor);
        if (notice is null || !MaySee(actor, notice, found)) return Results.NotFound();
        // Noted before it is given: there is no file that the log does not know.
        await AuditLog.AppendAsync(
            contexts, time, actor.UserName, "evidence.take", found.Evidence.Name,
            new { notice = found.Number.Code, sha256 = found.Evidence.Hash }, context.RequestAborted);
        return EvidenceDownload.Give(context, contents, found.Evidence);
    }

    // What was added and has not gone along with anything is its side's own.
    private static bool MaySee(Actor actor, Notice notice, StoredNoticeEvidence found) =>
        notice.Files.Any(f => f.Evidence.File.Id == found.Evidence.Id)
        || (found.Department is { } unit ? actor.Department == unit : NoticeRules.MayIssue(actor));
}
