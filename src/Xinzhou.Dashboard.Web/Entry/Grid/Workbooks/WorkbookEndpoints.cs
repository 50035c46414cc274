using Microsoft.AspNetCore.Http.HttpResults;
using Xinzhou.Dashboard.Documents.Returns;
using Xinzhou.Dashboard.Web.Downloads;
using Xinzhou.Dashboard.Web.Messages;

namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>
/// A return as a workbook, out and back. What comes back is read, answered and forgotten: the page sends the cells that are
/// to be written as if they had been typed, and the file once more for its remarks.
/// </summary>
internal static class WorkbookEndpoints
{
    private const int MaxMegabytes = 5;
    private const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <param name="reading">The routes of whoever may see the return.</param>
    /// <param name="posts">The routes of its reporter, with the token of the page.</param>
    public static void Map(IEndpointRouteBuilder reading, IEndpointRouteBuilder posts)
    {
        reading.MapGet("/workbook.xlsx", DownloadAsync).WithMetadata(new CostlyAttribute(Cost.Export));
        posts.MapPost("/workbook", PreviewAsync).WithMetadata(new CostlyAttribute(Cost.Upload));
        posts.MapPost("/workbook/remarks", AnnotateAsync).WithMetadata(new CostlyAttribute(Cost.Upload));
    }

    private static async Task<IResult> DownloadAsync(
        int id, HttpContext http, EntryDesk desk, WorkbookText words, ExportNotes exports, Refusals refusals)
    {
        var (refusal, view) = await desk.OpenAsync(id, CurrentUser.Of(http.User)?.ToActor(), http.RequestAborted);
        if (refusal is { } refused) return refusals.Answer(refused);
        await exports.NoteAsync(http, view!.Sheet);
        http.Response.Headers.CacheControl = "no-store";
        return File(view, words.Words(view), words.FileName(view), null, null);
    }

    private static Task<IResult> PreviewAsync(
        int id, string? name, HttpContext http, EntryDesk desk, WorkbookText words, WorkbookJudge judge, Refusals refusals) =>
        ReadAsync(id, http, desk, words, judge, refusals, (view, _, check) => new RazorComponentResult<WorkbookPreview>(new
        {
            Check = check,
            File = name is { Length: > 0 and <= 200 } ? name : words.FileName(view),
            Annotated = words.FileName(view, annotated: true),
        }));

    private static Task<IResult> AnnotateAsync(
        int id, HttpContext http, EntryDesk desk, WorkbookText words, WorkbookJudge judge, Refusals refusals) =>
        ReadAsync(id, http, desk, words, judge, refusals, (view, reading, check) =>
        {
            var text = words.Words(view);
            var strays = check.Cells.Where(c => c.Row is null).Select(c => words.Remark(c.Place, string.Join(' ', c.Remarks)));
            return File(view, text with { Help = [.. strays, .. text.Help] }, words.FileName(view, annotated: true), check.Remarks(words.Remark, words.Why), reading.Rows);
        });

    /// <summary>Whatever is refused is refused before the file is looked at.</summary>
    private static async Task<IResult> ReadAsync(
        int id, HttpContext http, EntryDesk desk, WorkbookText words, WorkbookJudge judge, Refusals refusals,
        Func<EntryView, ReturnWorkbookReading, WorkbookCheck, IResult> answer)
    {
        var (refusal, view) = await desk.OpenToEnterAsync(id, CurrentUser.Of(http.User)?.ToActor(), http.RequestAborted);
        if (refusal is { } refused) return refusals.Answer(refused);
        if (await BytesAsync(http.Request, http.RequestAborted) is not { } content)
        {
            return Refusals.Problem(StatusCodes.Status413PayloadTooLarge, "too_large", words.TooLarge(MaxMegabytes));
        }

        var reading = ReturnWorkbookReader.Read(content);
        if (reading.Faults.FirstOrDefault(f => f.Line == 0) is { } fault) return Unusable(fault.Code, words.Sentence(fault));
        if (reading.Return is not { } made) return Unusable("not_a_return", words.NotAReturn);
        if (made != id) return Unusable("other_return", words.OtherReturn);
        if (!words.HasHeads(reading.Heads)) return Unusable("other_columns", words.OtherColumns);
        return answer(view!, reading, await judge.CheckAsync(view!, reading, http.RequestAborted));
    }

    private static IResult Unusable(string code, string sentence) => Refusals.Problem(StatusCodes.Status422UnprocessableEntity, code, sentence);

    /// <summary>The body; null when it is longer than may be sent.</summary>
    private static async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes) return null;
        using var content = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (await request.Body.ReadAsync(piece, cancellation) is > 0 and var length)
        {
            if (content.Length + length > MaxBytes) return null;
            content.Write(piece, 0, length);
        }

        return content.ToArray();
    }

    private static IResult File(
        EntryView view, ReturnWorkbookWords words, string name, IReadOnlyDictionary<int, string>? remarks, IReadOnlyDictionary<int, ReturnWorkbookRow>? typed)
    {
        using var content = new MemoryStream();
        ReturnWorkbook.Write(content, view.Sheet, words, remarks, typed, view.Snapshot.Rules.Rules);
        return Results.File(content.ToArray(), FigureDownload.ContentType, name);
    }
}
