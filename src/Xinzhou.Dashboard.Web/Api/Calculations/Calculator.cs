using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Calculations;

/// <summary>Answers calculations: nothing is read but the body, and nothing is kept.</summary>
/// <param name="problems">Writes why there is no answer.</param>
/// <param name="text">The words of the API.</param>
public sealed class Calculator(ProblemWriter problems, IStringLocalizer<ApiText> text) : IDisposable
{
    /// <summary>The greatest length of a body, in bytes.</summary>
    public const int MaxLength = 64 * 1024;

    // Whoever asks for much at once waits for his turn: half of the processors always remain for everybody else.
    private readonly ConcurrencyLimiter turns = new(new()
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = 200,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context, Calculation calculation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(calculation);
        var request = context.Request;
        if (QueryFaults(request) is { Count: > 0 } faults)
        {
            await problems.WriteAsync(context, faults);
        }
        else if (!request.HasJsonContentType())
        {
            await problems.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType);
        }
        else if (await ReadAsync(request, context.RequestAborted) is not { } bytes)
        {
            await problems.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, ProblemCode.PayloadTooLarge);
        }
        else if (Parse(bytes) is not { } document)
        {
            await problems.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.InvalidBody);
        }
        else
        {
            using (document)
            {
                using var turn = await turns.AcquireAsync(1, context.RequestAborted);
                if (turn.IsAcquired)
                {
                    await ComputeAsync(context, calculation, document.RootElement);
                }
                else
                {
                    context.Response.Headers.RetryAfter = "1";
                    await problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests);
                }
            }
        }
    }

    private async Task ComputeAsync(HttpContext context, Calculation calculation, JsonElement body)
    {
        using var language = Language.Use(Language.IsEnglish(context.Request));
        var reader = new BodyReader(body, calculation.Fields, text);
        if (calculation.Compute(reader) is not { } answer || reader.Faults.Count > 0)
        {
            await problems.WriteAsync(context, reader.Faults);
            return;
        }

        var written = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(written, Readable))
        {
            JsonSerializer.Serialize(writer, answer, calculation.Answer);
        }

        var response = context.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = written.WrittenCount;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(written.WrittenMemory, context.RequestAborted);
    }

    private static List<ParameterFault> QueryFaults(HttpRequest request)
    {
        var query = new QueryReader(request.Query.ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase));
        query.RefuseUnknown([Parameters.Lang]);
        return [.. query.Faults];
    }

    /// <summary>The bytes of the body; null if they are more than allowed.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var bytes = new byte[MaxLength + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > MaxLength ? null : bytes[..length];
    }

    /// <summary>The body as JSON; null unless it is one object in UTF-8 with no name twice.</summary>
    private static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(bytes.Span)) return null;
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object && IsText(document.RootElement)) return document;
        }
        // The latter is what half a surrogate pair, written as \ud83d, is answered by.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
        }

        document?.Dispose();
        return null;
    }

    /// <summary>True, or an exception where a name or a text is none.</summary>
    private static bool IsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(p => p.Name is not null && IsText(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsText),
        JsonValueKind.String => element.GetString() is not null,
        _ => true,
    };
}
