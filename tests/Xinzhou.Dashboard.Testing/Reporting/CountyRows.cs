using Npgsql;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Testing.Reporting;

/// <summary>As many rows as are wanted: series of counties, of which nothing is published for the quarter, and which have decimals.</summary>
public static class CountyRows
{
    public static async Task<IReadOnlyList<FormRow>> ReadAsync(NpgsqlDataSource application, int count)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var command = application.CreateCommand(
            """
            SELECT i.code, i.uom, u.code FROM indicators i CROSS JOIN statistical_units u
            WHERE i.type = 'flow' AND i.code NOT IN ('gdp', 'primary_value_added', 'secondary_value_added', 'tertiary_value_added') AND u.level = 'county'
                AND i.uom NOT IN ('家', '户')
            ORDER BY u."order", i."order" LIMIT $1
            """);
        command.Parameters.AddWithValue(count);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<FormRow>();
        while (await reader.ReadAsync()) rows.Add(ReturnSetup.Series(reader.GetString(0), reader.GetString(1), 1, unit: reader.GetString(2)));
        return rows;
    }
}
