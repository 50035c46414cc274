using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>The messages of a person.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="time">The clock.</param>
public sealed class MessageBox(NpgsqlDataSource application, TimeProvider time)
{
    /// <summary>How many a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>What <see cref="Read"/> reads.</summary>
    internal const string Columns =
        """
        SELECT n.id, n.kind, n.at, n.return_id, f.name, f.name_en, d.name, r.quarter, c.due_at,
            n.details ->> 'by', n.details ->> 'text', n.details ->> 'exported', n.read_at IS NOT NULL, n.details ->> 'reviewed', n.details ->> 'withdrawn'
        FROM messages n LEFT JOIN returns r ON r.id = n.return_id LEFT JOIN forms f ON f.code = r.form_code
            LEFT JOIN departments d ON d.code = r.department_code
            LEFT JOIN return_calendar c ON (c.form_code, c.quarter) = (r.form_code, r.quarter)
        """;

    /// <summary>His messages, the newest first.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="unreadOnly">Only those that he has not read.</param>
    /// <param name="before">Only those with a smaller number; null for the newest.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>One more than <see cref="PageSize"/> at most: the last says that there are more.</returns>
    public async Task<IReadOnlyList<Message>> ListAsync(Guid user, bool unreadOnly, long? before, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            $"""
            {Columns}
            WHERE n.user_id = $1 AND (NOT $2 OR n.read_at IS NULL) AND n.id < $3
            ORDER BY n.id DESC LIMIT $4
            """);
        command.Parameters.AddWithValue(user);
        command.Parameters.AddWithValue(unreadOnly);
        command.Parameters.AddWithValue(before ?? long.MaxValue);
        command.Parameters.AddWithValue(PageSize + 1);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var list = new List<Message>();
        while (await reader.ReadAsync(cancellation))
        {
            list.Add(Read(reader));
        }

        return list;
    }

    /// <summary>How many he has not read; 100 stands for more.</summary>
    public async Task<int> UnreadAsync(Guid user, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            "SELECT count(*)::integer FROM (SELECT FROM messages WHERE user_id = $1 AND read_at IS NULL LIMIT 100) n");
        command.Parameters.AddWithValue(user);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Marks one as read.</summary>
    /// <returns>The return that it is about; null when it is about none, or not his.</returns>
    public async Task<int?> OpenAsync(Guid user, long message, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            """
            WITH opened AS (UPDATE messages SET read_at = $3 WHERE id = $1 AND user_id = $2 AND read_at IS NULL)
            SELECT return_id FROM messages WHERE id = $1 AND user_id = $2
            """);
        command.Parameters.AddWithValue(message);
        command.Parameters.AddWithValue(user);
        command.Parameters.AddWithValue(time.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellation) as int?;
    }

    /// <summary>Marks everything up to a message as read: what has come since is not.</summary>
    public async Task ReadUpToAsync(Guid user, long newest, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            "UPDATE messages SET read_at = $3 WHERE user_id = $1 AND id <= $2 AND read_at IS NULL");
        command.Parameters.AddWithValue(user);
        command.Parameters.AddWithValue(newest);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static Message Read(NpgsqlDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Kind = r.Code<MessageKind>(1),
        At = r.Instant(2),
        Return = r.IntegerOrNull(3),
        Form = r.TextOrNull(4),
        FormEn = r.TextOrNull(5),
        Department = r.TextOrNull(6),
        Quarter = Quarter.Parse(r.TextOrNull(7)),
        DueAt = r.IsDBNull(8) ? null : r.Instant(8),
        By = r.TextOrNull(9),
        Text = r.TextOrNull(10),
        Exported = r.TextOrNull(11),
        IsRead = r.GetBoolean(12),
        Reviewed = r.TextOrNull(13),
        Withdrawn = r.TextOrNull(14),
    };
}
