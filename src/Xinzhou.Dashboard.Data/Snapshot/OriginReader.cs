using Npgsql;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads where released figures come from.</summary>
internal static class OriginReader
{
    /// <param name="connection">An open connection.</param>
    /// <param name="after">Of figures with a greater number.</param>
    /// <param name="leftOut">Counts the rows that are not understood.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<List<FigureOrigin>> ReadAsync(
        NpgsqlConnection connection, long after, LeftOutRows leftOut, CancellationToken cancellation)
    {
        // A few people enter many figures: each is held once.
        var people = new Dictionary<Guid, Person>();
        return await connection.ListAsync(
            $"""
            SELECT o.figure_id, o.return_id, r.department_code, o.row_number, o.field,
                e.id, e.display_name, l.id, l.display_name, o.explanation, o.correction
            FROM figure_origins o JOIN returns r ON r.id = o.return_id
                JOIN users e ON e.id = o.entered_by JOIN users l ON l.id = o.released_by
            WHERE o.figure_id > {after}
            """,
            r => new FigureOrigin(
                r.GetInt64(0), r.GetInt32(1), string.Intern(r.GetString(2)), new(r.GetInt32(3), r.Code<CellField>(4)),
                Held(r, 5), Held(r, 7), r.TextOrNull(9), r.TextOrNull(10)),
            "figure_origins",
            leftOut,
            cancellation);

        Person Held(NpgsqlDataReader r, int column)
        {
            var id = r.GetGuid(column);
            return people.TryGetValue(id, out var person) ? person : people[id] = new(id, r.GetString(column + 1));
        }
    }
}
