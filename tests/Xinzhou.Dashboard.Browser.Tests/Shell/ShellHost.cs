using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Shell.Live;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

/// <summary>The frame of the pages and the reading pages, over a snapshot that a test replaces; on a free port of this machine.</summary>
public sealed class ShellHost : IAsyncLifetime
{
    private WebApplication app = null!;

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public LiveViewers Viewers => app.Services.GetRequiredService<LiveViewers>();

    public SnapshotStore Store => app.Services.GetRequiredService<SnapshotStore>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(App).Assembly.GetName().Name,
            EnvironmentName = Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets().UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<SnapshotStore>();
        builder.Services.AddShell();
        builder.Services.AddBrowse();
        app = builder.Build();
        app.UseShell();
        app.UseAntiforgery();
        app.MapShell();
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();
}
