using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Downloads.Register;
using Xinzhou.Dashboard.Web.Messages;

namespace Xinzhou.Dashboard.Web.Downloads;

/// <summary>
/// The figures of one indicator as a file for people: <c>/downloads/figures.xlsx</c> and <c>.csv</c>
/// <c>?indicator=&amp;unit=&amp;asOf=&amp;clock=</c>. Programs read the CSV of the API.
/// </summary>
public static class FigureDownload
{
    internal const string CsvType = "text/csv; charset=utf-8";

    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEndpointRouteBuilder MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/downloads/figures.{format:regex(^(xlsx|csv)$)}", Answer).WithMetadata(new CostlyAttribute(Cost.Export)).ExcludeFromDescription().AlsoHead();
        routes.MapGet("/downloads/register.{format:regex(^(xlsx|csv)$)}", RegisterDownload.AnswerAsync).WithMetadata(new CostlyAttribute(Cost.Export)).ExcludeFromDescription().AlsoHead();
        return routes;
    }

    /// <summary>
    /// Answers with the file. Indicator and unit by code, name or alias; several units may be named; without one, every unit that has figures.
    /// 404 for an indicator or unit that does not exist, 400 for a moment that cannot be answered.
    /// </summary>
    private static async Task<IResult> Answer(
        HttpContext context, string format, string? indicator, string[]? unit, string? asOf, string? clock, SnapshotStore store, FigureWorkbook workbook,
        ExportNotes exports, IStringLocalizer<AsOfRefused> refusals, TimeProvider time)
    {
        var snapshot = store.Current;
        var now = time.GetUtcNow();
        var reading = AsOfReading.Read(asOf, clock, now);
        if (reading.Fault is { } fault)
        {
            return Results.Text(refusals[fault.ToString(), asOf ?? clock ?? ""], statusCode: StatusCodes.Status400BadRequest);
        }

        if (snapshot.Catalogue.Indicator(indicator ?? "") is not { } found)
        {
            return Results.NotFound();
        }

        var view = snapshot.Figures.At(reading.Past ?? new(now));
        string[] asked = [.. (unit ?? []).Where(u => u.Length > 0).Distinct()];
        StatisticalUnit[] units = asked.Length == 0
            ? [.. snapshot.Catalogue.Units.Where(u => view.Book.Of(found.Code, u.Code).Count > 0)]
            : [.. asked.Select(snapshot.Catalogue.Unit).OfType<StatisticalUnit>().Distinct()];
        if (units.Length < asked.Length)
        {
            return Results.NotFound();
        }

        await exports.NoteAsync(context, [found.Code], asked.Length == 0 ? [] : [.. units.Select(u => u.Code)], format, asOf);
        using var content = new MemoryStream();
        if (format == "csv")
        {
            workbook.WriteCsv(content, snapshot, view, found, units);
        }
        else
        {
            workbook.Write(content, snapshot, view, found, units, reading.Text);
        }

        var name = asked.Length == 0 ? Names.Of(found) : $"{string.Join('-', units.Select(Names.Of))}-{Names.Of(found)}";
        return Results.File(content.ToArray(), format == "csv" ? CsvType : ContentType, $"{name}-{reading.Text[..10]}.{format}");
    }
}
