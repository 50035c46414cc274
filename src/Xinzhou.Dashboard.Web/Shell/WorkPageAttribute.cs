using Microsoft.AspNetCore.Components.Endpoints;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// Marks a page on which people work: interactive, with the library of components, which no other page loads. It is always
/// loaded as a document of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorkPageAttribute : Attribute
{
    /// <summary>Whether the page that is being answered is one.</summary>
    public static bool IsAt(HttpContext? http) =>
        http?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsDefined(typeof(WorkPageAttribute), inherit: true) == true;

    /// <summary>
    /// No page may come to stand in the document of a work page, beside the library, and without what brings it to life. The framework's
    /// navigation, which only work pages have, loads a page whole when the answer does not allow patching.
    /// </summary>
    internal static Task LoadWholeAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            ((HttpContext)state).Response.Headers.Remove("blazor-enhanced-nav");
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
