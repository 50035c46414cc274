using System.CommandLine;
using Serilog.Events;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
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

    /// <summary>Does it where that takes nothing of an installation, neither its settings nor its database; null where it does.</summary>
    protected virtual Task<ExitCode?> RunWithoutDataAsync(ParseResult arguments, TextWriter output, CancellationToken cancellation) =>
        Task.FromResult<ExitCode?>(null);

    /// <summary>Begins what takes no database, beside the opening of it.</summary>
    protected virtual void Begin(ParseResult arguments, CancellationToken cancellation)
    {
    }

    /// <summary>Adds what this command needs beyond <see cref="DashboardServices.AddDashboard"/>.</summary>
    protected virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Opens the database, on the newest schema and with what comes with the product.</summary>
    protected virtual Task OpenAsync(IServiceProvider services, CancellationToken cancellation) => services.OpenDatabaseAsync(cancellation);

    /// <summary>Says that it was told to stop (SIGTERM, Ctrl-C) and did so before it was done.</summary>
    protected virtual Task StoppedAsync(CommandRun run) => run.Errors.WriteLineAsync($"{Name}: told to stop before it was done");

    /// <summary>
    /// Says that PostgreSQL could not do it, though it is there: its disk is full, or it takes no changes or no more connections.
    /// Nothing is stored.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="sentence">What is the matter.</param>
    /// <returns>What the process exits with.</returns>
    protected virtual async Task<ExitCode> OutOfOrderAsync(CommandRun run, string sentence)
    {
        await run.Errors.WriteLineAsync(sentence);
        return ExitCode.EnvironmentLacking;
    }

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellation)
    {
        if (await RunWithoutDataAsync(arguments, arguments.InvocationConfiguration.Output, cancellation) is { } done) return (int)done;
        DashboardContexts.Prepare();
        AuditOrigin.Current = AuditOrigin.OfCommand();
        var start = _shared.Read(arguments);
        var configuration = new ConfigurationBuilder();
        start.AddSourcesTo(configuration);
        var sources = configuration.Build();
        var settings = start.Settings(sources);

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(sources);
        services.AddDashboardLogging(settings, least: LogEventLevel.Warning);
        services.AddDashboard(settings);
        AddServices(services);
        await using var provider = services.BuildServiceProvider();
        await using var database = provider.GetRequiredService<DashboardDatabase>();
        var run = new CommandRun(arguments, provider, arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        try
        {
            Begin(arguments, cancellation);
            await OpenAsync(provider, cancellation);
            return (int)await RunAsync(run, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await StoppedAsync(run);
            return (int)ExitCode.Refused;
        }
        catch (Exception failure) when (failure.Outage() is { } outage && outage != DatabaseOutage.Away)
        {
            return (int)await OutOfOrderAsync(run, OutageSentence.Of(outage, failure));
        }
    }
}
