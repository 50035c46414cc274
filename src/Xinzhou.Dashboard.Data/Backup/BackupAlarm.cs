using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Leaves a message with the system administrators when backups are late.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class BackupAlarm(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <summary>Tells each of them who was not told in the last day, whichever instance notices.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellAsync(CancellationToken cancellation = default)
    {
        await using var change = await Change.BeginAsync(contexts, ScheduledBackups.Actor, time, ChangeLock.Backups, cancellation);
        var (context, since) = (change.Context, change.Now - Again);
        var untold = await context.Users
            .Where(u => u.Role == Role.Admin && u.DisabledAt == null
                && !context.Messages.Any(m => m.UserId == u.Id && m.Kind == MessageKind.BackupLate && m.At > since))
            .Select(u => u.Id).ToListAsync(cancellation);
        context.AddRange(untold.Select(u => new MessageEntity { UserId = u, At = change.Now, Kind = MessageKind.BackupLate, Details = new() }));
        await change.CommitAsync(cancellation);
        return untold.Count;
    }
}
