using System.CommandLine;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Verifies the chain of the audit log; exit 1 names the first event that breaks it.</summary>
internal sealed class AuditVerifyCommand : DataCommand
{
    private readonly Option<string?> _noted = new("--noted")
    {
        Description = "A head that an earlier run printed, kept elsewhere: the log must still hold that event with that hash.",
        HelpName = "NUMBER:HASH",
    };

    public AuditVerifyCommand(SharedOptions shared)
        : base("verify", "Verifies that no event of the audit log was changed, removed or moved; prints where the log ends.", shared)
    {
        _noted.Validators.Add(noted =>
        {
            if (noted.GetValueOrDefault<string?>() is { } text && AuditHead.Parse(text) is null)
            {
                noted.AddError("--noted takes a head as this command prints it: a number, a colon and 64 hexadecimal digits.");
            }
        });
        Add(_noted);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var (events, firstBad, head) = await AuditChain.VerifyAsync(
            run.Services.GetRequiredService<DashboardDatabase>().App, AuditHead.Parse(run.Arguments.GetValue(_noted)), cancellation);
        await run.Output.WriteLineAsync(firstBad is null
            ? $"audit: {events} events, intact, head {head}"
            : $"audit: {events} events, broken at event {firstBad}");
        return firstBad is null ? ExitCode.Done : ExitCode.Refused;
    }
}
