using System.CommandLine;
using Serilog.Events;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>A command that works on the data of an installation, while the server runs or not.</summary>
internal abstract class DataCommand : Command
{
    private readonly SharedOptions _shared;

    protected DataCommand(string name, string description, SharedOptions shared)
        : base(name, description)
    {
        _shared = shared;
        SetAction(InvokeAsync);
    }

    /// <summary>Does it: the result goes to <see cref="CommandRun.Output"/>, everything else to <see cref="CommandRun.Errors"/>.</summary>
    protected abstract Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation);

    /// <summary>Adds what this command needs beyond <see cref="DashboardServices.AddDashboard"/>.</summary>
    protected virtual void AddServices(IServiceCollection services)
    {
    }

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var start = _shared.Read(arguments);
        var configuration = new ConfigurationBuilder();
        start.AddSourcesTo(configuration);
        var settings = start.Settings(configuration.Build());

        var services = new ServiceCollection();
        services.AddDashboardLogging(settings, least: LogEventLevel.Warning);
        services.AddDashboard(settings);
        AddServices(services);
        await using var provider = services.BuildServiceProvider();
        await using var database = provider.GetRequiredService<DashboardDatabase>();
        await provider.OpenDatabaseAsync(cancellation);
        var invocation = arguments.InvocationConfiguration;
        return (int)await RunAsync(new(arguments, provider, invocation.Output, invocation.Error), cancellation);
    }
}
