using System.Text.Json;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>
/// The JSON body of a request, or none. The framework's own reading would answer another content type before it has
/// asked who is there, and without a sentence.
/// </summary>
/// <param name="Value">What was sent; null when it is no JSON of this shape.</param>
internal readonly record struct JsonBody<T>(T? Value)
    where T : class
{
    /// <summary>Called by the framework.</summary>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.HasJsonContentType()) return default;
        try
        {
            return new(await context.Request.ReadFromJsonAsync<T>(context.RequestAborted));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
