using Microsoft.AspNetCore.HostFiltering;
using Serilog;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Administration;
using Xinzhou.Dashboard.Web.Api;
using Xinzhou.Dashboard.Web.Auditing;
using Xinzhou.Dashboard.Web.Backups;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Browse.Search;
using Xinzhou.Dashboard.Web.Conduct;
using Xinzhou.Dashboard.Web.Downloads;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Leadership;
using Xinzhou.Dashboard.Web.Leadership.Changes;
using Xinzhou.Dashboard.Web.Messages;
using Xinzhou.Dashboard.Web.Plan;
using Xinzhou.Dashboard.Web.Review;
using Xinzhou.Dashboard.Web.Reviews;
using Xinzhou.Dashboard.Web.Settings;
using Xinzhou.Dashboard.Web.Supervision;
using Xinzhou.Dashboard.Web.Todo;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Puts the web application together: its settings, its parts in their order, its end points.</summary>
public static class DashboardHost
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    /// <summary>Builds the application; nothing is started yet.</summary>
    /// <param name="arguments">What the command line says.</param>
    /// <param name="replace">Registers instead of the application's own parts, before them: a clock that a test sets.</param>
    /// <exception cref="SettingsException">A setting or an address is wrong.</exception>
    public static WebApplication Build(StartArguments arguments, Action<IServiceCollection>? replace = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardHost).Assembly.GetName().Name,
            EnvironmentName = arguments.Environment,
            // The published files, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            Args = [.. arguments.Overrides],
        });
        arguments.AddSourcesTo(builder.Configuration);
        var settings = arguments.Settings(builder.Configuration);
        var addresses = ListenAddresses.Read(
            arguments.Urls ?? builder.Configuration["urls"], builder.Configuration, settings.IsDevelopment);

        replace?.Invoke(builder.Services);
        // Served from the build's output the files of packages are found too; published they lie in wwwroot.
        builder.WebHost.UseStaticWebAssets().UseUrls([.. addresses]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Farewell);
        builder.Services.Configure<HostFilteringOptions>(hosts =>
        {
            hosts.AllowedHosts = [.. settings.Hosts];
            hosts.IncludeFailureMessage = false;
        });
        builder.Services.AddHsts(hsts => hsts.MaxAge = OneYear);
        builder.Services.AddDashboardLogging(settings);
        builder.Services.AddDashboard(settings);
        builder.Services.AddHostedService<RuntimeNote>();
        builder.Services.AddHostedService<DatabaseLifetime>();
        builder.Services.AddHostedService<SnapshotLifetime>();
        builder.Services.AddHealth();
        builder.Services.AddCompression();
        builder.Services.AddAccess(settings);
        builder.Services.AddShell();
        builder.Services.AddWork();
        builder.Services.AddBrowse(settings.CountyMap);
        builder.Services.AddEntry();
        builder.Services.AddReview();
        builder.Services.AddPlan();
        builder.Services.AddSupervision();
        builder.Services.AddConduct();
        builder.Services.AddReviews();
        builder.Services.AddTodo();
        builder.Services.AddLeadership();
        builder.Services.AddMessages();
        builder.Services.AddAuditing();
        builder.Services.AddAdministration();
        builder.Services.AddBackups();
        builder.Services.AddApi();

        var app = builder.Build();
        if (!settings.IsDevelopment)
        {
            app.UseForwardedHeaders(ProxyHeaders.Of(settings)).UseHsts();
        }

        app.UseReadableHost().UseHostCookies().UseSameOrigin().UsePersonalAnswers();
        app.UseSerilogRequestLogging(options => options.GetLevel = (context, milliseconds, failure) =>
            RequestLogLevel.Of(context, milliseconds, failure, settings.IsDevelopment));
        app.UseCompression();
        app.UseShell();
        app.UseHealth();
        app.UseMiddleware<DatabaseAway>();
        app.UseApi();
        app.UseAccess();
        app.UseSharedPages();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapApi();
        app.MapSearch();
        app.MapDownloads();
        app.MapAccounts();
        app.MapMessages();
        app.MapAuditing();
        app.MapEntry();
        app.MapPlan();
        app.MapSupervision();
        app.MapChanges();
        app.MapConduct();
        app.MapShell();
        return app;
    }
}
