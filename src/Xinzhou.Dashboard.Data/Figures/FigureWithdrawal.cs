using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>Withdraws a figure: from now on it counts as unknown. Nothing is removed; the withdrawal is a row of its own.</summary>
public static class FigureWithdrawal
{
    /// <summary>Inserts the withdrawal and its audit event, and tells who has used the figure.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="time">The clock: the withdrawal counts from now on.</param>
    /// <param name="figure">The number of the figure.</param>
    /// <param name="reason">Why; not empty.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then written.</param>
    /// <returns>False when there is no such figure, or it is withdrawn already.</returns>
    public static async Task<bool> WithdrawAsync(
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, long figure, string reason, string actor,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var change = await Change.BeginAsync(contexts, actor, time, ChangeLock.Figures, cancellation);
        if (!await change.Context.Figures.AnyAsync(f => f.Id == figure, cancellation)
            || await change.Context.Withdrawals.AnyAsync(w => w.FigureId == figure, cancellation))
        {
            return false;
        }

        var recording = await Recording.BeginAsync(change.Connection, cancellation);
        change.Context.Add(new Withdrawal(figure, change.Now, change.Now, reason));
        await change.SaveAsync(cancellation);
        await Messages.MessageWriter.ToUsersOfAsync(change.Context, figure, reason, change.Now, cancellation);
        change.Audit("withdraw", $"f{figure:D10}", new { reason, digest = await recording.DigestsAsync(cancellation) });
        await change.CommitAsync(cancellation);
        return true;
    }
}
