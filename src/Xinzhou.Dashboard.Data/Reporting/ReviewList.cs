using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Lists returns for a reviewer, and reads what he compares one with.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="returns">Lists returns.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewList(NpgsqlDataSource application, ReturnList returns, TimeProvider time)
{
    /// <summary>
    /// All returns by urgency: those that wait and are overdue, those that wait, the others; each by due date, then by how
    /// long they wait.
    /// </summary>
    public async Task<IReadOnlyList<ReviewItem>> AllAsync(Actor reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var now = time.GetUtcNow();
        var all = await returns.AllAsync(cancellation: cancellation);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        var more = (await connection.ListAsync(
            $"""
            SELECT r.id, coalesce(s.number, 0), u.display_name, s.at, r.correction,
                (SELECT count(*) FROM return_cells c WHERE c.return_id = r.id AND c.explanation <> '')::integer,
                EXISTS (SELECT FROM return_cell_changes h WHERE h.return_id = r.id AND h.changed_by = '{reader.Id}')
            FROM returns r
                LEFT JOIN LATERAL (SELECT * FROM return_submissions s WHERE s.return_id = r.id ORDER BY number DESC LIMIT 1) s ON true
                LEFT JOIN users u ON u.id = s.by
            """,
            r => (Id: r.GetInt32(0), Submissions: r.GetInt32(1), By: r.TextOrNull(2), At: r.IsDBNull(3) ? (DateTimeOffset?)null : r.Instant(3),
                Correction: r.TextOrNull(4), Explained: r.GetInt32(5), IsOwn: r.GetBoolean(6)),
            cancellation)).ToDictionary(m => m.Id);
        return
        [
            .. all.Where(s => more.ContainsKey(s.Id)).Select(s => (Summary: s, More: more[s.Id]))
                .Select(i => new ReviewItem(i.Summary, i.More.Submissions, i.More.By, i.More.At, i.More.Correction, i.More.Explained, i.More.IsOwn))
                .OrderBy(i => i.Waits ? i.Presses ? i.Summary.Dates.IsOverdue(now) ? 0 : 1 : 2 : 3)
                .ThenBy(i => i.Waits ? i.Summary.Dates.DueAt : DateTimeOffset.MinValue)
                .ThenBy(i => i.Waits ? i.SubmittedAt : null)
                .ThenByDescending(i => i.Summary.Quarter.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>What was submitted the time before the last; null when there was no such time.</summary>
    public async Task<ReturnSubmission?> BeforeLastAsync(Return filled, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filled);
        if (filled.LastSubmission is not { Number: > 1 and var number })
        {
            return null;
        }

        await using var connection = await application.OpenConnectionAsync(cancellation);
        return await ReturnReader.SubmissionAsync(connection, filled.Id, number - 1, cancellation);
    }

    /// <summary>True when a person has entered anything in a return, also what somebody else has changed since.</summary>
    public async Task<bool> HasEnteredAsync(int id, Guid person, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            "SELECT EXISTS (SELECT FROM return_cell_changes WHERE return_id = $1 AND changed_by = $2)");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(person);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
