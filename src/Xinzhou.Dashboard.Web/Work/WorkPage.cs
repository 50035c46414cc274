using Microsoft.AspNetCore.Components.Endpoints;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// A page on which people work: interactive, with MudBlazor's parts, all of it inside one <see cref="InteractiveShell"/>.
/// Its class carries <c>@rendermode InteractiveServer</c>; header, navigation and foot around it stay static.
/// </summary>
public abstract class WorkPage : WorkPart
{
    /// <summary>Whether the page that is being answered is one.</summary>
    public static bool IsAt(HttpContext? http) =>
        http?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsSubclassOf(typeof(WorkPage)) == true;

    /// <summary>
    /// A work page is always loaded as a document of its own: its library must not come to stand beside a reading page, nor
    /// be missing after coming from one. Blazor's navigation loads a page whole when the answer does not allow patching.
    /// </summary>
    internal static Task LoadWholeAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            if (IsAt(http))
            {
                http.Response.Headers.Remove("blazor-enhanced-nav");
            }

            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
