using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Takes up the figures and withdrawals of an installation whose log told of none by digest: from then on it answers for them as
/// they stand at that moment.
/// </summary>
public static class FigureOpening
{
    /// <summary>What the event is called.</summary>
    internal const string Action = "figures.open";

    /// <summary>Appends the event where it is wanting; asks and does nothing else.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels; nothing is then written.</param>
    /// <returns>True when it was appended now.</returns>
    public static async Task<bool> EnsureAsync(
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        // Asked before taking turns: a start does not wait for a long import.
        await using (var context = await contexts.ReadAsync(cancellation))
        {
            await context.Database.OpenConnectionAsync(cancellation);
            if (!await IsWantingAsync(context.Connection(), cancellation)) return false;
        }

        await using var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Figures, cancellation);
        if (!await IsWantingAsync(change.Connection, cancellation)) return false;
        var digests = new RecordedDigests(
            (await DigestedTable.Figures.DigestAsync(change.Connection, long.MinValue, cancellation))?.ToString(),
            (await DigestedTable.Withdrawals.DigestAsync(change.Connection, long.MinValue, cancellation))?.ToString());
        change.Audit(Action, "", new { Digest = digests });
        await change.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Whether there are figures and the log tells of none by digest. (A new installation tells of its first at once.)</summary>
    private static async Task<bool> IsWantingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT EXISTS (SELECT FROM figures)
                AND NOT EXISTS (SELECT FROM audit_events WHERE action = '{Action}')
                AND NOT EXISTS (SELECT FROM audit_events WHERE jsonb_typeof(details -> '{RecordedDigests.Detail}') = 'object')
            """, connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
