using CsvHelper;
using Npgsql;
using NpgsqlTypes;

namespace Xinzhou.Dashboard.Data.Reference;

/// <summary>
/// Enters the units, indicators and validation rules that come with the product into a database that has none.
/// What an installation has changed since is left alone.
/// </summary>
public static class ReferenceCatalogue
{
    /// <summary>Enters what is missing as a whole: nothing when the database already has units.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="cancellation">Cancels; nothing is then entered.</param>
    /// <returns>True when the catalogue was entered now.</returns>
    public static async Task<bool> EnterAsync(NpgsqlDataSource application, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        await using (var check = new NpgsqlCommand(
            "SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard catalogue')); SELECT EXISTS (SELECT FROM statistical_units)",
            connection, transaction))
        {
            await using var reader = await check.ExecuteReaderAsync(cancellation);
            await reader.NextResultAsync(cancellation);
            await reader.ReadAsync(cancellation);
            if (reader.GetBoolean(0))
            {
                return false;
            }
        }

        foreach (var (row, order) in Rows(ReferenceFiles.Units).Select((r, i) => (r, i + 1)))
        {
            Add(batch,
                """
                INSERT INTO statistical_units (code, "order", name, name_en, level, parent_code, aliases)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                row["code"], order, row["name"], OrNull(row["nameEn"]), row["level"], OrNull(row["parent"]), Aliases(row));
        }

        foreach (var (row, order) in Rows(ReferenceFiles.Indicators).Select((r, i) => (r, i + 1)))
        {
            Add(batch,
                """
                INSERT INTO indicators (code, "order", name, name_en, type, uom, direction, price_basis_of_level,
                    price_basis_of_growth, dimension_code, aliases, note, additive)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """,
                row["code"], order, row["name"], OrNull(row["nameEn"]), row["type"], row["uom"], row["direction"],
                OrNull(row["priceBasisOfLevel"]), OrNull(row["priceBasisOfGrowth"]), OrNull(row["dimension"]), Aliases(row),
                OrNull(row["note"]), !row["note"].Contains("不可加总", StringComparison.Ordinal));
        }

        await using (var rules = ReferenceFiles.Open(ReferenceFiles.Rules))
        using (var reader = new StreamReader(rules))
        {
            Add(batch,
                """
                INSERT INTO validation_rules (code, "order", definition)
                SELECT rule ->> 'code', n, rule - 'code' FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS r(rule, n)
                """,
                await reader.ReadToEndAsync(cancellation));
            Add(batch,
                """
                INSERT INTO validation_rule_versions (code, definition, changed_at, reason)
                SELECT code, definition, now(), '随产品提供' FROM validation_rules ORDER BY "order"
                """);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static List<Dictionary<string, string>> Rows(string file)
    {
        using var csv = CsvReader.Create(ReferenceFiles.Open(file), new CsvReaderOptions());
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToArray().ToDictionary(h => h, h => csv.GetString(h)));
        }

        return rows;
    }

    private static string[] Aliases(Dictionary<string, string> row) =>
        row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(value is null
                ? new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = DBNull.Value }
                : new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }
}
