using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// A table whose rows the audit log answers for. A row is written as its fields in a fixed order, each as its length in bytes, a
/// colon and its text in UTF-8, or as a hyphen where it is empty; what it refers to is written out, so that nobody moves a
/// figure by changing its series. docs/security.md names the fields.
/// </summary>
/// <param name="Name">The name of the table.</param>
/// <param name="Query">Gives the rows after a number, by their numbers: the number, then the fields as text.</param>
internal sealed record DigestedTable(string Name, string Query)
{
    /// <summary>The figures.</summary>
    public static readonly DigestedTable Figures = new(
        "figures",
        $"""
        SELECT f.id, s.indicator_code, s.unit_code, s.measure, s.benchmark, f.scope, f.period_code, f.period_kind, f.period_label, f.year_inferred::text,
            f.kind, f.value::text, f.text, f.comparator, f.uom, f.stage, f.vintage_label, f.unified_accounting::text, f.price_basis,
            {Moment("f.known_from")}, f.known_from_basis, {Moment("f.recorded_at")}, d.identity, f.source_text, f.reliability, f.quote, f.note,
            f.after_withdrawn::text
        FROM figures f JOIN series s ON s.id = f.series_id JOIN source_documents d ON d.id = f.source_id
        WHERE f.id > $1 ORDER BY f.id
        """);

    /// <summary>The withdrawals of figures.</summary>
    public static readonly DigestedTable Withdrawals = new(
        "withdrawals",
        $"""
        SELECT id, figure_id::text, {Moment("known_from")}, {Moment("recorded_at")}, reason FROM withdrawals WHERE id > $1 ORDER BY id
        """);

    /// <summary>Both.</summary>
    public static IReadOnlyList<DigestedTable> All { get; } = [Figures, Withdrawals];

    /// <summary>The number of the last row; 0 without any.</summary>
    public async Task<long> LastAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT coalesce(max(id), 0) FROM {Name}", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The digest of the rows after a number, as the connection sees them; null when there are none.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="after">The number.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<RowsDigest?> DigestAsync(NpgsqlConnection connection, long after, CancellationToken cancellation)
    {
        using var sum = new RowsSum();
        await foreach (var (id, row) in RowsAsync(connection, after, cancellation)) sum.Add(id, row);
        return sum.Take();
    }

    /// <summary>The rows after a number, by their numbers, each as it is digested. What is given is overwritten by the next.</summary>
    public async IAsyncEnumerable<(long Id, ReadOnlyMemory<byte> Row)> RowsAsync(
        NpgsqlConnection connection, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var written = new ArrayBufferWriter<byte>();
        while (await reader.ReadAsync(cancellation))
        {
            written.ResetWrittenCount();
            var id = reader.GetInt64(0);
            Write(written, id.ToString(CultureInfo.InvariantCulture));
            for (var field = 1; field < reader.FieldCount; field++) Write(written, reader.IsDBNull(field) ? null : reader.GetString(field));
            yield return (id, written.WrittenMemory);
        }
    }

    private static void Write(ArrayBufferWriter<byte> written, string? text)
    {
        if (text is null)
        {
            written.Write("-"u8);
            return;
        }

        // Ten digits at most.
        var length = Encoding.UTF8.GetByteCount(text);
        var room = written.GetSpan(length + 11);
        length.TryFormat(room, out var at, provider: CultureInfo.InvariantCulture);
        room[at++] = (byte)':';
        written.Advance(at + Encoding.UTF8.GetBytes(text, room[at..]));
    }

    private static string Moment(string column) => $"""to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""";
}
