using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>
/// The JSON body of a request, or none. The framework's own reading would answer another content type before it has
/// asked who is there, and without a sentence.
/// </summary>
/// <param name="Value">What was sent; null when it is no JSON of this shape, or in no encoding that there is.</param>
internal readonly record struct JsonBody<T>(T? Value)
    where T : class
{
    /// <summary>The longest body, in bytes: a block of the most cells that one request may carry, each with all of its texts.</summary>
    private const long MaxLength = 8 * 1024 * 1024;

    /// <summary>Called by the framework.</summary>
    /// <exception cref="BadHttpRequestException">The body is too long; answered with 413.</exception>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.HasJsonContentType()) return default;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxLength;
        try
        {
            return new(await context.Request.ReadFromJsonAsync<T>(context.RequestAborted));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
