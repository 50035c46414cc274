using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Plan.CheckIns;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>The plan as a workbook for who keeps it: an empty one to fill in, and what is held, which can be changed and imported again.</summary>
internal static class PlanFiles
{
    public const string TemplatePath = "/plan/template.xlsx";

    public const string ExportPath = "/plan/export.xlsx";

    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEndpointRouteBuilder MapPlan(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(TemplatePath, AnswerTemplate).WithMetadata(new RequiresAttribute(Right.EditPlan), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        routes.MapGet(ExportPath, AnswerExportAsync).WithMetadata(new RequiresAttribute(Right.EditPlan), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes.MapEvidence();
    }

    private static IResult AnswerTemplate(SnapshotStore store, TimeProvider time, IStringLocalizer<PlanWords> text)
    {
        var snapshot = store.Current;
        using var content = new MemoryStream();
        PlanTemplate.Write(content, snapshot.PlanAt(new(time.GetUtcNow())), snapshot.Catalogue, Languages.IsEnglish, snapshot.Demonstration);
        return Results.File(content.ToArray(), ContentType, $"{text["TemplateFile"]}.xlsx");
    }

    private static async Task<IResult> AnswerExportAsync(
        HttpContext context, IDbContextFactory<DashboardContext> contexts, TimeProvider time, IStringLocalizer<PlanWords> text)
    {
        var now = time.GetUtcNow();
        var export = await PlanExport.ReadAsync(contexts, new(now), context.RequestAborted);
        using var content = new MemoryStream();
        PlanWorkbook.Write(content, export.Rows, Languages.IsEnglish, export.Demonstration);
        var name = $"{text["ExportFile"]}-{FigureWords.Day(now)}.xlsx";
        // Noted before it is given: there is no export that the log does not know.
        await AuditLog.AppendAsync(
            contexts, time, CurrentUser.Of(context.User)!.UserName, "export", name, new { plan = export.Rows.Keys.Select(Code.Of), rows = export.Count }, context.RequestAborted);
        return Results.File(content.ToArray(), ContentType, name);
    }
}
