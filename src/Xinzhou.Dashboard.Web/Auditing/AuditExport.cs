using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>The events asked for as a CSV file that a spreadsheet opens without running anything: <c>/audit/events.csv</c>.</summary>
internal static class AuditExport
{
    public const string Path = "/audit/events.csv";

    // More than a person reads; the whole log is taken by a backup.
    private const int MaxEvents = 1_000_000;

    public static IServiceCollection AddAuditing(this IServiceCollection services) =>
        services.AddSingleton<AuditWords>();

    public static IEndpointRouteBuilder MapAuditing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerAsync).WithMetadata(new RequiresAttribute(Right.ReadAudit), new CostlyAttribute(Cost.Export)).ExcludeFromDescription();
        return routes;
    }

    private static async Task AnswerAsync(
        HttpContext context, string? from, string? to, string? who, string? action, string? about,
        AuditReader reader, IDbContextFactory<DashboardContext> contexts, SnapshotStore store, AuditWords words, TimeProvider time, IStringLocalizer<AuditPage> text)
    {
        var filter = AuditFilter.Read(from, to, who, action, about);
        var now = time.GetUtcNow();
        await AuditLog.AppendAsync(
            contexts, time, CurrentUser.Of(context.User)!.UserName, "audit.export", "",
            new { from = AuditFilter.Written(filter.From), to = AuditFilter.Written(filter.To), filter.Who, filter.Action, filter.About }, context.RequestAborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{now.ToOffset(Shanghai.Offset):yyyyMMdd-HHmm}.csv\"");
        context.Response.Headers.CacheControl = "no-store";
        (string Name, Func<AuditEvent, string> Value)[] columns =
        [
            ("Number", e => e.Id.ToString(CultureInfo.InvariantCulture)),
            ("At", e => e.At.ToOffset(Shanghai.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)),
            ("Who", e => e.Actor),
            ("Action", e => words.Action(e.Action)),
            ("Code", e => e.Action),
            ("Subject", e => e.Subject),
            ("Details", e => e.Details),
            ("Hash", e => e.Hash),
        ];
        string[] names = [.. columns.Select(c => text[c.Name].Value)];
        var rows = reader.ReadAsync(filter.Query(), MaxEvents, context.RequestAborted).Select(e => (IReadOnlyList<string>)[.. columns.Select(c => c.Value(e))]);
        // As many fields as the columns below it have: RFC 4180.
        string[] mark = [text["Demonstration"], .. Enumerable.Repeat("", names.Length - 1)];
        await (store.Current.Demonstration
            ? CsvTable.WriteAsync(context.Response.Body, mark, rows.Prepend(names), context.RequestAborted)
            : CsvTable.WriteAsync(context.Response.Body, names, rows, context.RequestAborted));
    }
}
