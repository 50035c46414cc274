using System.Globalization;
using Npgsql;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Benchmarks.Town;

/// <summary>Somebody who publishes figures while others read.</summary>
/// <param name="database">Connects as the application.</param>
internal sealed class Writer(NpgsqlDataSource database)
{
    // Years of which nothing is published; a statement has few vintages, here as elsewhere.
    private const int FirstYear = 1985;
    private const int Years = 25;
    private int _number;

    /// <summary>Commits another vintage of the city's GDP of a year.</summary>
    /// <returns>Its value, as the API writes it.</returns>
    public async Task<string> CommitAsync()
    {
        var (number, began) = (++_number, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % 100_000);
        var value = string.Create(CultureInfo.InvariantCulture, $"{began}.{1000 + number}7");
        await using var connection = await database.OpenRecordingAsync();
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
            SELECT id, '{FirstYear + (number % Years)}-FY', 'year', 'actual', {value}, '亿元', 'final', now(), 'recorded', now(), (SELECT min(id) FROM source_documents), 'bench', 'official'
            FROM series WHERE indicator_code = 'gdp' AND unit_code = '140900' AND measure = 'level'
            """, connection);
        await command.ExecuteNonQueryAsync();
        return value;
    }
}
