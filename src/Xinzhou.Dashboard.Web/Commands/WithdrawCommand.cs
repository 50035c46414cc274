using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Withdraws a figure that was entered by mistake; it stays in the history.</summary>
internal sealed class WithdrawCommand : DataCommand
{
    private readonly Argument<string> _figure = new("FIGURE") { Description = "The figure's id, as the API and its page give it: f0000000042." };

    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Why, in a sentence; it is kept with the withdrawal.",
        Required = true,
    };

    public WithdrawCommand(SharedOptions shared)
        : base("withdraw", "Withdraws a figure: from now on it counts as unknown. Nothing is removed.", shared)
    {
        _figure.Validators.Add(result =>
        {
            if (Number(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError("FIGURE is an f and up to ten digits: f0000000042.");
            }
        });
        _reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason must say why.");
            }
        });
        Add(_figure);
        Add(_reason);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var figure = Number(run.Arguments.GetValue(_figure))!.Value;
        var done = await FigureWithdrawal.WithdrawAsync(
            run.Services.GetRequiredService<IDbContextFactory<DashboardContext>>(), run.Services.GetRequiredService<TimeProvider>(), figure,
            run.Arguments.GetValue(_reason)!, "command", cancellation);
        await (done ? run.Output : run.Errors).WriteLineAsync(done
            ? $"withdraw: f{figure:D10} counts as unknown from now on"
            : $"There is no figure f{figure:D10}, or it is withdrawn already.");
        return done ? ExitCode.Done : ExitCode.Refused;
    }

    private static long? Number(string? text) =>
        text is ['f', _, ..] && text.Length <= 11 && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
