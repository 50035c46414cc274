using Npgsql;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting.Batches;

/// <summary>Writes cells with the rows that say who changed them: one statement, however many there are.</summary>
internal static class CellWriter
{
    private const string Text =
        """
        WITH cells AS (
            SELECT * FROM unnest($4::integer[], $5::text[], $6::integer[], $7::numeric[], $8::text[], $9::text[], $10::text[], $11::text[], $12::boolean[])
                AS c (row_number, field, version, value, blank, reason, explanation, source, sent_back)
        ), changes AS (
            INSERT INTO return_cell_changes (return_id, row_number, field, version, value, blank, reason, explanation, source, changed_by, changed_at)
            SELECT $1, row_number, field, version, value, blank, reason, explanation, source, $2, $3 FROM cells
        )
        INSERT INTO return_cells (return_id, row_number, field, version, value, blank, reason, explanation, source, changed_by, changed_at, sent_back)
        SELECT $1, row_number, field, version, value, blank, reason, explanation, source, $2, $3, sent_back FROM cells
        ON CONFLICT (return_id, row_number, field) DO UPDATE
        SET (version, value, blank, reason, explanation, source, changed_by, changed_at, sent_back) =
            (EXCLUDED.version, EXCLUDED.value, EXCLUDED.blank, EXCLUDED.reason, EXCLUDED.explanation, EXCLUDED.source, EXCLUDED.changed_by, EXCLUDED.changed_at, EXCLUDED.sent_back)
        """;

    /// <summary>The statement that writes cells of a return which is locked.</summary>
    /// <param name="id">The number of the return.</param>
    /// <param name="cells">The cells as they are to stand, each with the version after the one that was read; at least one.</param>
    /// <param name="by">Who changes all of them.</param>
    /// <param name="at">When.</param>
    public static NpgsqlBatchCommand Statement(int id, IReadOnlyCollection<ReturnCell> cells, Guid by, DateTimeOffset at) => new(Text)
    {
        Parameters =
        {
            new NpgsqlParameter<int> { TypedValue = id },
            new NpgsqlParameter<Guid> { TypedValue = by },
            new NpgsqlParameter<DateTimeOffset> { TypedValue = at.ToUniversalTime() },
            Column(cells, c => c.Address.Row),
            Column(cells, c => Code.Of(c.Address.Field)),
            Column(cells, c => c.Version),
            Column(cells, c => c.Entry.Value),
            Column(cells, c => c.Entry.Blank is { } blank ? Code.Of(blank) : null),
            Column(cells, c => c.Entry.Reason),
            Column(cells, c => c.Entry.Explanation),
            Column(cells, c => c.Entry.Source),
            Column(cells, c => c.SentBack),
        },
    };

    private static NpgsqlParameter<T[]> Column<T>(IReadOnlyCollection<ReturnCell> cells, Func<ReturnCell, T> value) => new() { TypedValue = [.. cells.Select(value)] };
}
