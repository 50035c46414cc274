using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Messages;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>The messages that are still to be sent by e-mail. Several instances may work on it: nobody's are taken twice.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="time">The clock.</param>
public sealed class UnsentMessages(NpgsqlDataSource application, TimeProvider time)
{
    // What nobody could send for days is stale; it still stands in the application.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(3);

    /// <summary>Takes the unsent, unread messages of one person who has an address, hands them over, and marks them as sent.</summary>
    /// <param name="except">Whose are left alone for now.</param>
    /// <param name="send">Sends them; what it throws leaves them unsent.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when there was nothing to send.</returns>
    public async Task<bool> SendNextAsync(
        IReadOnlyCollection<Guid> except, Func<Guid, string, string, IReadOnlyList<Message>, Task> send, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(except);
        ArgumentNullException.ThrowIfNull(send);
        var now = time.GetUtcNow();
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await NextAsync(connection, except, now, cancellation) is not { } person)
        {
            return false;
        }

        var messages = await MessagesAsync(connection, person.Id, now, cancellation);
        await send(person.Id, person.Email, person.Name, messages);
        await using var mark = new NpgsqlCommand("UPDATE messages SET mailed_at = $2 WHERE id = ANY ($1)", connection);
        mark.Parameters.AddWithValue(messages.Select(n => n.Id).ToArray());
        mark.Parameters.AddWithValue(now);
        await mark.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private static async Task<(Guid Id, string Email, string Name)?> NextAsync(
        NpgsqlConnection connection, IReadOnlyCollection<Guid> except, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT u.id, u.email, u.display_name FROM messages n JOIN users u ON u.id = n.user_id
            WHERE n.mailed_at IS NULL AND n.read_at IS NULL AND n.at > $1 AND u.email <> '' AND u.disabled_at IS NULL AND u.id <> ALL ($2)
            ORDER BY n.id LIMIT 1 FOR UPDATE OF n SKIP LOCKED
            """, connection);
        command.Parameters.AddWithValue(now - Fresh);
        command.Parameters.AddWithValue(except.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetGuid(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    private static Task<List<Message>> MessagesAsync(NpgsqlConnection connection, Guid user, DateTimeOffset now, CancellationToken cancellation) =>
        connection.ListAsync(
            $"""
            {MessageBox.Columns}
            WHERE n.user_id = '{user}' AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.at > '{now - Fresh:O}'
            ORDER BY n.id LIMIT {MessageBox.PageSize} FOR UPDATE OF n SKIP LOCKED
            """, MessageBox.Read, cancellation);
}
