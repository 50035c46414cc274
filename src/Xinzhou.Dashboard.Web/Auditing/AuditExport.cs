using System.Globalization;
using Microsoft.Extensions.Localization;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>The events asked for as a CSV file that a spreadsheet opens without running anything: <c>/audit/events.csv</c>.</summary>
internal static class AuditExport
{
    public const string Path = "/audit/events.csv";

    // More than a person reads; the whole log is taken by a backup.
    private const int MaxEvents = 1_000_000;
    private const int FlushEvery = 200;

    public static IServiceCollection AddAuditing(this IServiceCollection services) =>
        services.AddSingleton<AuditReader>().AddSingleton<AuditWords>();

    public static IEndpointRouteBuilder MapAuditing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerAsync).WithMetadata(new RequiresAttribute(Right.ReadAudit)).ExcludeFromDescription();
        return routes;
    }

    private static async Task AnswerAsync(
        HttpContext context, string? from, string? to, string? who, string? action, string? about,
        AuditReader reader, NpgsqlDataSource application, AuditWords words, TimeProvider time, IStringLocalizer<AuditPage> text)
    {
        var filter = AuditFilter.Read(from, to, who, action, about);
        var now = time.GetUtcNow();
        await AuditLog.AppendAsync(
            application, now, CurrentUser.Of(context.User)!.UserName, "audit.export", "",
            new { from = AuditFilter.Written(filter.From), to = AuditFilter.Written(filter.To), filter.Who, filter.Action, filter.About }, context.RequestAborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{now.ToOffset(Shanghai.Offset):yyyyMMdd-HHmm}.csv\"");
        context.Response.Headers.CacheControl = "no-store";
        CsvColumn<AuditEvent>[] columns =
        [
            Column("Number", e => e.Id.ToString(CultureInfo.InvariantCulture)),
            Column("At", e => e.At.ToOffset(Shanghai.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)),
            Column("Who", e => e.Actor),
            Column("Action", e => words.Action(e.Action)),
            Column("Code", e => e.Action),
            Column("Subject", e => e.Subject),
            Column("Details", e => e.Details),
            Column("Hash", e => e.Hash),
        ];
        CsvWriter.WriteHeader(context.Response.BodyWriter, columns);
        var rows = 0;
        await foreach (var entry in reader.ReadAsync(filter.Query(), MaxEvents, context.RequestAborted))
        {
            CsvWriter.WriteRow(context.Response.BodyWriter, columns, entry);
            if (++rows % FlushEvery == 0)
            {
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);

        CsvColumn<AuditEvent> Column(string name, Func<AuditEvent, string> value) => new(text[name], e => SpreadsheetText.Neutralise(value(e)));
    }
}
