using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MudBlazor.Services;
using Xinzhou.Dashboard.Benchmarks.Machine;

namespace Xinzhou.Dashboard.Benchmarks.Contenders.Naive;

/// <summary>
/// What people would build otherwise: the overview as an interactive page of MudBlazor, which asks the database through EF Core
/// each time, all as the templates of both have it.
/// </summary>
internal static class NaiveServer
{
    /// <summary>What the program is told to be one.</summary>
    public const string Word = "naive";

    /// <summary>Starts one as a process of its own.</summary>
    /// <param name="connection">How it reaches the database.</param>
    public static Task<ChildProcess> StartAsync(string connection) => ChildProcess.ServeAsync(Assembly.GetExecutingAssembly().Location, Word, connection);

    /// <summary>Is one, until it is told to stop.</summary>
    public static async Task<int> RunAsync(string connection)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        builder.Services.AddDbContext<CityContext>(options => options.UseNpgsql(connection).UseSnakeCaseNamingConvention());
        await using var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<NaiveApp>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        Console.WriteLine($"Ready: {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
