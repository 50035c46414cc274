using Npgsql;
using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Verifies the chain of the audit log; exit 1 names the first event that breaks it.</summary>
internal sealed class AuditVerifyCommand(SharedOptions shared)
    : DataCommand("verify", "Verifies that no event of the audit log was changed, removed or moved.", shared)
{
    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var (events, firstBad) = await AuditChain.VerifyAsync(
            run.Services.GetRequiredService<NpgsqlDataSource>(), cancellation);
        await run.Output.WriteLineAsync(firstBad is null
            ? $"audit: {events} events, intact"
            : $"audit: {events} events, broken at event {firstBad}");
        return firstBad is null ? ExitCode.Done : ExitCode.Refused;
    }
}
