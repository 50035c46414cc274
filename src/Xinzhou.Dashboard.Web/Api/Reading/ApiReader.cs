using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Tokens;
using Xinzhou.Dashboard.Web.Messages;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>Answers reads from the snapshot: no read reaches the database, but for what the snapshot does not hold and the note of a file that somebody known takes away.</summary>
/// <param name="store">The snapshot.</param>
/// <param name="cache">Finished answers.</param>
/// <param name="problems">Writes why there is no answer.</param>
/// <param name="time">The clock.</param>
/// <param name="compression">What packs answers on their way out; null when nothing does.</param>
/// <param name="exports">Notes who takes files away; null where nobody is known.</param>
public sealed class ApiReader(
    SnapshotStore store, AnswerCache cache, ProblemWriter problems, TimeProvider time, IResponseCompressionProvider? compression = null,
    ExportNotes? exports = null)
{
    /// <summary>Answers one request.</summary>
    public Task AnswerAsync(HttpContext context, ReadResource resource)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(resource);
        if (!store.IsLoaded)
        {
            context.Response.Headers.RetryAfter = "1";
            return problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, ProblemCode.NotReady);
        }

        var request = context.Request;
        if (ChooseFormat(request, out var fault) is not { } format)
        {
            return fault is null
                ? problems.WriteAsync(context, StatusCodes.Status406NotAcceptable, ProblemCode.NotAcceptable)
                : problems.WriteAsync(context, [fault]);
        }

        if (resource.Ask is { } ask) return AskAsync(context, resource, ask, format);
        var (snapshot, now) = (store.Current, time.GetUtcNow());
        var answers = cache.For(snapshot, snapshot.LastChange(now), Shanghai.DayOf(now));
        var target = string.Concat(request.PathBase.Value, request.Path.Value, request.QueryString.Value);
        // What not everybody sees is not the same for all who see it.
        if (resource.Right is not null && Viewer.Of(context.User) is { IsOneUnit: true, Department: var unit }) target += $"\n{unit}";
        if (resource.HasNotices && Viewer.Of(context.User) is { SeesNotices: true } viewer) target += $"\n{viewer.IsOneUnit} {viewer.Department}";
        var isHeld = answers.TryGet(target, format, out var answer);
        if (answer is null)
        {
            var read = ReadRequest.Read(request, snapshot, now, format, resource);
            using var language = Language.Use(read.English);
            answer = resource.Produce(read);
            if (read.Query.Faults.Count > 0)
            {
                return problems.WriteAsync(context, read.Query.Faults);
            }

            if (answer is null)
            {
                return problems.WriteAsync(context, StatusCodes.Status404NotFound, ProblemCode.NotFound);
            }

            answers.Add(target, format, answer);
        }

        return SendAsync(context, answer, isHeld);
    }

    /// <summary>What the snapshot does not hold changes without it: such an answer is not kept.</summary>
    private async Task AskAsync(
        HttpContext context, ReadResource resource, Func<HttpContext, ReadRequest, Task<Answer?>> ask, AnswerFormat format)
    {
        var read = ReadRequest.Read(context.Request, store.Current, time.GetUtcNow(), format, resource);
        using var language = Language.Use(read.English);
        var answer = await ask(context, read);
        if (read.Query.Faults.Count > 0) await problems.WriteAsync(context, read.Query.Faults);
        else if (answer is null) await problems.WriteAsync(context, StatusCodes.Status404NotFound, ProblemCode.NotFound);
        else await SendAsync(context, answer, isHeld: false);
    }

    private static AnswerFormat? ChooseFormat(HttpRequest request, out ParameterFault? fault)
    {
        fault = null;
        if (!request.Query.TryGetValue(Parameters.Format.Name, out var given))
        {
            return Negotiation.ByAccept(request);
        }

        var format = given.ToString();

        if (Code.TryParse<AnswerFormat>(format, out var chosen))
        {
            return chosen;
        }

        fault = new(Parameters.Format.Name, Code.Of(ProblemCode.InvalidValue), format, QueryReader.Choices(Parameters.Format.Allowed!));
        return null;
    }

    private async Task SendAsync(HttpContext context, Answer answer, bool isHeld)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var packing = compression?.GetCompressionProvider(context)?.EncodingName;
        // A strong tag names bytes: packed they are others.
        headers.ETag = packing is null ? answer.EntityTag : $"{answer.EntityTag[..^1]}-{packing}\"";
        headers.CacheControl = "no-cache";
        headers.Vary = compression is null ? HeaderNames.Accept : $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
        if (answer.NextPage is not null)
        {
            headers.Link = $"<{answer.NextPage}>; rel=\"next\"";
        }

        if (answer.Demonstration)
        {
            headers["X-Data-Set"] = "demonstration";
        }

        if (Matches(request.Headers.IfNoneMatch, answer.EntityTag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = packing is null ? answer.Length : null;
        if (answer.FileName is not null)
        {
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(answer.FileName);
            headers.ContentDisposition = disposition.ToString();
            if (exports is not null) await exports.NoteAsync(context, answer.Holds);
        }

        // Only a body that is written is packed: HEAD goes the same way then, and the server leaves the body away.
        if (HttpMethods.IsHead(request.Method) && packing is null) return;
        if (isHeld || answer.IsWhole) await response.BodyWriter.WriteAsync(answer.Whole, context.RequestAborted);
        else await answer.WriteAsync(response.Body, context.RequestAborted);
    }

    /// <summary>
    /// Weak comparison, as If-None-Match wants it: a tag stands between its quotes and holds none. Whoever has the answer in
    /// any packing has the answer: what follows the tag within the quotes does not count.
    /// </summary>
    private static bool Matches(Microsoft.Extensions.Primitives.StringValues ifNoneMatch, string entityTag)
    {
        foreach (var value in ifNoneMatch)
        {
            if (value is not null && (Names(value, entityTag[..^1]) || value.AsSpan().Trim() is "*"))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="header">Tags.</param>
    /// <param name="unpacked">The tag without its last quote.</param>
    private static bool Names(string header, string unpacked) =>
        header.IndexOf(unpacked, StringComparison.Ordinal) is >= 0 and var at
        && header.AsSpan(at + unpacked.Length) is ['"' or '-', ..];
}
