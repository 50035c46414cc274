using System.CommandLine;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Verifies the chain of the audit log and the figures that it answers for; exit 1 names the first that is not as it was.</summary>
internal sealed class AuditVerifyCommand : DataCommand
{
    private readonly Option<string?> _noted = new("--noted")
    {
        Description = "A head that an earlier run printed, kept elsewhere: the log must still hold that event with that hash.",
        HelpName = "NUMBER:HASH",
    };

    private readonly Option<string?> _notedSeal = new("--noted-seal")
    {
        Description = "A seal by SM3 that was noted elsewhere, with the number of its last event: it must still be there.",
        HelpName = "NUMBER:HASH",
    };

    public AuditVerifyCommand(SharedOptions shared)
        : base("verify", "Verifies that no event of the audit log was changed, removed or moved, and that figures are what it says was recorded; prints where the log ends.", shared)
    {
        _noted.Validators.Add(noted =>
        {
            if (noted.GetValueOrDefault<string?>() is { } text && AuditHead.Parse(text) is null)
            {
                noted.AddError("--noted takes a head as this command prints it: a number, a colon and 64 hexadecimal digits.");
            }
        });
        _notedSeal.Validators.Add(noted =>
        {
            if (noted.GetValueOrDefault<string?>() is { } text && AuditHead.Parse(text) is null)
            {
                noted.AddError("--noted-seal takes a seal as this command prints it: a number, a colon and 64 hexadecimal digits.");
            }
        });
        Add(_noted);
        Add(_notedSeal);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var verdict = await AuditVerification.VerifyAsync(
            run.Services.GetRequiredService<DashboardDatabase>().App,
            AuditHead.Parse(run.Arguments.GetValue(_noted)), AuditHead.Parse(run.Arguments.GetValue(_notedSeal)), cancellation);
        await run.Output.WriteLineAsync(verdict.FirstBad is { } bad
            ? $"audit: {verdict.Events} events, broken at event {bad}"
            : $"audit: {verdict.Events} events, intact, head {verdict.Head}");
        await run.Output.WriteLineAsync(Line(verdict.Figures));
        if (verdict.Seals is { } seals) await run.Output.WriteLineAsync(Line(seals, verdict.Events));
        return verdict.IsSound ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Line(SealVerdict found, long events) =>
        $"seals: {found.Seals} by SM3, covering {found.Covered} of {events} events, "
        + (found.FirstBad is { } bad ? $"not as sealed: {bad}" : $"as sealed, last {found.Last}");

    private static string Line(FigureVerdict found)
    {
        var before = found switch
        {
            { Uncovered: > 0 } => $", {found.Uncovered} not covered",
            { Opened: { } opened } => $", {found.SinceOpened} of them not covered before event {opened}",
            _ => "",
        };
        var said = found.FirstBad is { } bad ? $"not as recorded: {bad}" : "as recorded";
        return $"figures: {found.Figures} and {found.Withdrawals} withdrawals, {said}{before}";
    }
}
