namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Brings the database to the newest schema, as every start does; for an installation that wants it done before.</summary>
internal sealed class MigrateCommand(SharedOptions shared)
    : DataCommand("migrate", "Brings the database to the newest schema; starts do the same.", shared)
{
    // The database was brought up to date when it was opened.
    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        await run.Output.WriteLineAsync("migrate: up to date");
        return ExitCode.Done;
    }
}
