using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Xinzhou.Dashboard.Web.Shell.Live;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Registers and maps the frame of the pages: languages, address, security headers, errors, components.</summary>
public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddWebEncoders(KeepChineseReadable);
        services.Configure<RequestLocalizationOptions>(ChooseLanguageByAddress);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Address>();
        services.AddScoped<FiguresOnPage>();
        services.AddSingleton<SharedPages>();
        services.AddSingleton<LiveViewers>().AddHostedService<LiveAnnouncer>();
        return services;
    }

    /// <summary>
    /// The part of the pipeline that belongs to the pages; before authentication and the end points. An exception of the
    /// API must be caught by an IExceptionHandler, else it is answered with the page of failures.
    /// </summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.Use(WorkPageAttribute.LoadWholeAsync);
        app.UseRequestLocalization();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(LeaveApiErrorsAlone);
        app.Use(RefuseNul);
        return app;
    }

    /// <summary>Shares what many readers ask for at once; after it is known who they are and what they may.</summary>
    public static WebApplication UseSharedPages(this WebApplication app)
    {
        var shared = app.Services.GetRequiredService<SharedPages>();
        app.Use(shared.InvokeAsync);
        return app;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        // The program's own files say nothing of the data, and the sign-in page needs them.
        app.MapStaticAssets().AllowAnonymous();
        app.MapLive();
        // The policy of UseSecurityHeaders covers frame-ancestors, so the components need not send a second one.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null).AlsoHead();
        return app;
    }

    /// <summary>The API and the health checks answer with their own body, never with a page.</summary>
    private static Task LeaveApiErrorsAlone(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/healthz"))
        {
            context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
        }

        return next(context);
    }

    /// <summary>No text that the database keeps has a NUL: a page that is asked for one is asked wrongly. The API says so itself.</summary>
    private static Task RefuseNul(HttpContext context, RequestDelegate next)
    {
        var query = context.Request.QueryString.Value;
        if (query is null || context.Request.Path.StartsWithSegments("/api") || !query.Contains("%00", StringComparison.Ordinal)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static void ChooseLanguageByAddress(RequestLocalizationOptions options)
    {
        string[] languages = [Languages.Chinese, Languages.English];
        options.SetDefaultCulture(Languages.Chinese).AddSupportedCultures(languages).AddSupportedUICultures(languages);
        // The address is the state: neither a cookie nor the browser's list of languages may change what a link shows.
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = Address.LanguageName, UIQueryStringKey = Address.LanguageName },
        ];
    }

    /// <summary>Chinese as itself, not as &amp;#x5FFB;: a third of the bytes, and a source that can be read. What HTML needs escaped stays so.</summary>
    private static void KeepChineseReadable(WebEncoderOptions options) =>
        options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All);
}
