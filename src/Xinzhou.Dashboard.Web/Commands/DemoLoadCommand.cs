using Xinzhou.Dashboard.Data.Demonstration;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Loads the demonstration data set into an installation that has no departments of its own.</summary>
internal sealed class DemoLoadCommand(SharedOptions shared)
    : DataCommand("load", "Loads made-up departments and three years of their returns; the installation says so everywhere from then on.", shared)
{
    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var demonstration = run.Services.GetRequiredService<DemonstrationData>();
        var loaded = await demonstration.LoadAsync(quarter => run.Errors.WriteLine(quarter.Code), cancellation);
        await (loaded ? run.Output : run.Errors).WriteLineAsync(loaded
            ? "demo: loaded"
            : "This installation has departments or a demonstration already: the demonstration data set is not loaded.");
        return loaded ? ExitCode.Done : ExitCode.Refused;
    }
}
