using Npgsql;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>
/// D: the figures asked of the same database by a prepared statement, on a connection that stays open; without a web, and without
/// writing what was read as JSON.
/// </summary>
internal sealed class Direct : IAsyncDisposable
{
    /// <summary>How many ask at once.</summary>
    public const int Connections = 8;

    // The ordering that decides which figure is shown: Domain/Indicators/Precedence.
    private const string Shown =
        """
        SELECT DISTINCT ON (f.series_id, f.scope, f.period_code, f.period_kind, f.kind, f.price_basis) f.*, d.identity, d.title
        FROM figures f JOIN source_documents d ON d.id = f.source_id
        WHERE {0} f.known_from <= $1 AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.figure_id = f.id AND w.known_from <= $1)
        ORDER BY f.series_id, f.scope, f.period_code, f.period_kind, f.kind, f.price_basis, (f.reliability <> 'self_media') DESC,
            array_position(ARRAY['flash', 'preliminary', 'unstated', 'retrieved', 'final', 'revised', 'census_revised'], f.stage) DESC,
            array_position(ARRAY['self_media', 'repost', 'official_copy', 'return', 'official'], f.reliability) DESC, f.known_from DESC, f.id DESC
        LIMIT 500
        """;

    private readonly List<(NpgsqlConnection Connection, NpgsqlCommand Command)> _open = [];

    private Direct()
    {
    }

    /// <summary>Asks for the figures of one series.</summary>
    public static Task<Direct> SeriesAsync(NpgsqlDataSource database, int series) => OpenAsync(database, "f.series_id = $2 AND", series);

    /// <summary>Asks for the first 500 of all.</summary>
    public static Task<Direct> FiguresAsync(NpgsqlDataSource database) => OpenAsync(database, "", null);

    private static async Task<Direct> OpenAsync(NpgsqlDataSource database, string where, int? series)
    {
        var direct = new Direct();
        for (var i = 0; i < Connections; i++)
        {
            var connection = await database.OpenConnectionAsync();
            var command = new NpgsqlCommand(Shown.Replace("{0}", where, StringComparison.Ordinal), connection);
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = DateTime.UtcNow });
            if (series is { } one) command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = one });
            await command.PrepareAsync();
            direct._open.Add((connection, command));
        }

        return direct;
    }

    /// <summary>Asks once.</summary>
    /// <param name="worker">On which connection.</param>
    /// <param name="moment">As of when; now if left out.</param>
    public async Task AskAsync(int worker, DateTime? moment = null)
    {
        var command = _open[worker].Command;
        ((NpgsqlParameter<DateTime>)command.Parameters[0]).TypedValue = moment ?? DateTime.UtcNow;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync()) reader.GetValues(values);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, command) in _open)
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
