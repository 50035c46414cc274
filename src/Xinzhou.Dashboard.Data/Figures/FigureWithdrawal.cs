using Npgsql;
using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>Withdraws a figure: from now on it counts as unknown. Nothing is removed; the withdrawal is a row of its own.</summary>
public static class FigureWithdrawal
{
    /// <summary>Inserts the withdrawal and its audit event, and tells who has used the figure.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="figure">The number of the figure.</param>
    /// <param name="reason">Why; not empty.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">The moment from which it counts.</param>
    /// <param name="cancellation">Cancels; nothing is then written.</param>
    /// <returns>False when there is no such figure, or it is withdrawn already.</returns>
    public static async Task<bool> WithdrawAsync(
        NpgsqlDataSource application, long figure, string reason, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await FigureLock.AcquireLockAsync(connection, cancellation);
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO withdrawals (figure_id, known_from, recorded_at, reason)
            SELECT id, $2, $2, $3 FROM figures WHERE id = $1
            ON CONFLICT (figure_id) DO NOTHING
            """, connection);
        command.Parameters.AddWithValue(figure);
        command.Parameters.AddWithValue(now.ToUniversalTime());
        command.Parameters.AddWithValue(reason);
        if (await command.ExecuteNonQueryAsync(cancellation) == 0)
        {
            return false;
        }

        await Messages.MessageWriter.ToUsersOfAsync(connection, figure, reason, now, cancellation);
        await AuditLog.AppendAsync(connection, now, actor, "withdraw", $"f{figure:D10}", new { reason }, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
