using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Plan.CheckIns;

/// <summary>
/// Gives files of evidence away to those who may see the returns of the unit: always as a download, never as a page of this
/// site, whatever they hold.
/// </summary>
internal static class EvidenceDownload
{
    /// <summary>A file that a browser opens all the same may load nothing, run nothing and send nothing.</summary>
    internal const string ContentSecurityPolicy = "default-src 'none'; sandbox";

    public static IEndpointRouteBuilder MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/evidence/{id:long}", AnswerAsync).WithMetadata(new RequiresAttribute(Right.SeeReturns), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        long id, HttpContext context, EvidenceStore store, IDbContextFactory<DashboardContext> contexts, TimeProvider time)
    {
        var actor = CurrentUser.Of(context.User)!.ToActor();
        // What somebody may not see is not there for him.
        if (await store.FindAsync(id, context.RequestAborted) is not { } found || !MaySee(actor, found)) return Results.NotFound();
        // Noted before it is given: there is no file that the log does not know.
        await AuditLog.AppendAsync(
            contexts, time, actor.UserName, "evidence.take", found.Evidence.Name, new { found.Department, sha256 = found.Evidence.Hash }, context.RequestAborted);
        return Give(context, store, found.Evidence);
    }

    /// <summary>Gives a file away that the log knows to be taken.</summary>
    internal static IResult Give(HttpContext context, EvidenceStore store, Evidence evidence)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.ContentLength = evidence.Size;
        return Results.Stream(target => store.WriteAsync(evidence, target, context.RequestAborted), ContentType(evidence.Kind), evidence.Name);
    }

    // What was added and not sent is the unit's own.
    private static bool MaySee(Actor actor, StoredEvidence found) =>
        ReturnRights.See(actor, found.Department) && (found.IsSent || actor.Department == found.Department);

    private static string ContentType(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Pdf => "application/pdf",
        EvidenceKind.Png => "image/png",
        EvidenceKind.Jpeg => "image/jpeg",
        EvidenceKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        EvidenceKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };
}
