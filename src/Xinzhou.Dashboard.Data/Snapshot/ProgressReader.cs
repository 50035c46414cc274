using Npgsql;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the released progress of key tasks.</summary>
internal static class ProgressReader
{
    /// <param name="connection">An open connection.</param>
    /// <param name="after">Of releases with a greater number.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task<List<TaskProgress>> ReadAsync(NpgsqlConnection connection, long after, CancellationToken cancellation) =>
        connection.ListAsync(
            $"""
            SELECT p.id, p.task_number, p.quarter, p.percent, p.text, d.name, e.id, e.display_name, l.id, l.display_name, p.recorded_at
            FROM task_progress p JOIN returns r ON r.id = p.return_id JOIN departments d ON d.code = r.department_code
                JOIN users e ON e.id = p.entered_by JOIN users l ON l.id = p.released_by
            WHERE p.id > {after} ORDER BY p.id
            """,
            r => new TaskProgress(
                r.GetInt64(0), r.GetInt32(1), Quarter.Parse(r.GetString(2))!.Value, r.GetDecimal(3), r.TextOrNull(4), r.GetString(5),
                new(r.GetGuid(6), r.GetString(7)), new(r.GetGuid(8), r.GetString(9)), r.Instant(10)),
            cancellation);
}
