using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Problems;

/// <summary>Writes problems in the language that the address asks for (<c>lang</c>).</summary>
public sealed class ProblemWriter(IStringLocalizer<ApiText> text)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with a problem that concerns the request as a whole.</summary>
    public Task WriteAsync(HttpContext context, int status, ProblemCode code) => WriteAsync(context, status, code, null);

    /// <summary>Answers 400 with what is wrong with each parameter; at least one.</summary>
    public Task WriteAsync(HttpContext context, IReadOnlyList<ParameterFault> faults) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, Code.Parse<ProblemCode>(faults[0].Code), faults);

    private Task WriteAsync(HttpContext context, int status, ProblemCode code, IReadOnlyList<ParameterFault>? faults)
    {
        var problem = Describe(Language.IsEnglish(context.Request), status, code, faults);
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body, Readable))
        {
            JsonSerializer.Serialize(writer, problem, ApiJson.Default.Problem);
        }

        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = Problem.ContentType;
        response.ContentLength = body.WrittenCount;
        response.Headers.CacheControl = "no-store";
        return response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask();
    }

    private Problem Describe(bool english, int status, ProblemCode code, IReadOnlyList<ParameterFault>? faults)
    {
        using var language = Language.Use(english);
        var written = Code.Of(code);
        string detail = faults is null
            ? text[$"{code}.Detail"]
            : string.Join(" ", faults.Select(f => string.Format(
                CultureInfo.InvariantCulture, text["Parameter.Detail"], f.Parameter, f.Found, f.Expected)));
        return new($"urn:xinzhou-dashboard:problem:{written}", text[$"{code}.Title"], status, detail, written) { Errors = faults };
    }
}
