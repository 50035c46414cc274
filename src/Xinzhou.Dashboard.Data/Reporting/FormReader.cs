using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Reads forms.</summary>
internal static class FormReader
{
    public static async Task<IReadOnlyList<ReturnForm>> ReadAsync(NpgsqlConnection connection, Catalogue catalogue, CancellationToken cancellation)
    {
        var rows = (await connection.ListAsync(
            """
            SELECT form_code, number, indicator_code, unit_code, task_number, measure, timing, uom, decimals, asks_growth, indent, part_row, total_row
            FROM form_rows ORDER BY form_code, number
            """, r => (Form: r.GetString(0), Row: Row(r, catalogue)), cancellation)).ToLookup(r => r.Form, r => r.Row);
        var departments = (await connection.ListAsync(
            """SELECT form_code, department_code FROM form_departments JOIN departments ON code = department_code ORDER BY "order" """,
            r => (Form: r.GetString(0), Department: r.GetString(1)), cancellation)).ToLookup(r => r.Form, r => r.Department);
        return await connection.ListAsync(
            """SELECT code, name, name_en, stage, active FROM forms ORDER BY "order" """,
            r => new ReturnForm
            {
                Code = r.GetString(0),
                Name = r.GetString(1),
                NameEn = r.TextOrNull(2),
                Stage = r.Code<Stage>(3),
                Active = r.GetBoolean(4),
                Rows = [.. rows[r.GetString(0)]],
                Departments = [.. departments[r.GetString(0)]],
            }, cancellation);
    }

    private static FormRow Row(NpgsqlDataReader r, Catalogue catalogue) => new()
    {
        Number = r.GetInt32(1),
        Indicator = r.TextOrNull(2) is { } indicator ? catalogue.Indicator(indicator) : null,
        Unit = r.TextOrNull(3) is { } unit ? catalogue.Unit(unit) : null,
        Task = r.IntegerOrNull(4),
        Measure = r.CodeOrNull<Measure>(5) ?? default,
        Timing = r.Code<RowTiming>(6),
        Uom = r.GetString(7),
        Decimals = r.GetInt32(8),
        AsksGrowth = r.GetBoolean(9),
        Indent = r.GetInt32(10),
        PartRow = r.IntegerOrNull(11),
        TotalRow = r.IntegerOrNull(12),
    };
}
