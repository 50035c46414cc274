using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Messages;

namespace Xinzhou.Dashboard.Web.Leadership.Changes;

/// <summary>
/// 变化 as a file for people: <c>/downloads/changes.csv?from=&amp;asOf=&amp;clock=</c>, in words, without what a spreadsheet would take
/// for a formula. Programs read the CSV of the API.
/// </summary>
internal static class ChangesDownload
{
    /// <summary>Where it is had.</summary>
    public const string Path = "/downloads/changes.csv";

    public static IEndpointRouteBuilder MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerAsync).WithMetadata(new CostlyAttribute(Cost.Export)).ExcludeFromDescription().AlsoHead();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, string? from, string? asOf, string? clock, SnapshotStore store, WorkingDays days, ChangeWords words, ExportNotes exports,
        IStringLocalizer<ChangesPage> text, IStringLocalizer<DemonstrationBar> demonstration, IStringLocalizer<AsOfRefused> refusals, TimeProvider time)
    {
        var (snapshot, now) = (store.Current, time.GetUtcNow());
        var reading = AsOfReading.Read(asOf, clock, now);
        if (reading.Fault is { } fault)
        {
            return Results.Text(refusals[fault.ToString(), asOf ?? clock ?? ""], statusCode: StatusCodes.Status400BadRequest);
        }

        var moment = (reading.Past ?? new(now)) with { Clock = clock == AsOfReading.RecordedClock ? Clock.Recorded : Clock.Known };
        var model = ChangesModel.Of(snapshot, moment, from, CurrentUser.Of(context.User), days, words);
        string[] names = [text["Type"], text["What"], text["At"], text["Said"], text["Why"]];
        IReadOnlyList<string>[] rows =
        [
            .. model.Lines.Select(l => (IReadOnlyList<string>)
                [words.Kind(l.Kind), l.Name, FigureWords.Moment(l.At), l.Text, words.Causes(l.Causes, model.List.After)]),
        ];
        using var content = new MemoryStream();
        if (snapshot.Demonstration)
        {
            // As many fields as the columns below it have: RFC 4180.
            string[] mark = [$"{demonstration["Mark"]}: {demonstration["Sentence"]}", .. Enumerable.Repeat("", names.Length - 1)];
            CsvTable.Write(content, mark, [names, .. rows]);
        }
        else
        {
            CsvTable.Write(content, names, rows);
        }

        var name = $"{text["Title"]}-{model.Day:yyyy-MM-dd}-{Shanghai.DayOf(moment.Moment):yyyy-MM-dd}.csv";
        await exports.NoteAsync(context, name, new { rows = rows.Length });
        return Results.File(content.ToArray(), "text/csv; charset=utf-8", name);
    }
}
