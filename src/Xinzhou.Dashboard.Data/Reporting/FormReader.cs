using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Reads forms: as they are now, or in the version that a return was opened with.</summary>
internal static class FormReader
{
    /// <summary>All forms as they are now, in their order.</summary>
    public static Task<IReadOnlyList<ReturnForm>> AllAsync(DashboardContext context, Catalogue catalogue, CancellationToken cancellation) =>
        ReadAsync(context.FormVersions.Where(v => v.Version == v.Form.Version), catalogue, cancellation);

    /// <summary>A form as it is now; null when there is none of the code.</summary>
    public static async Task<ReturnForm?> FindAsync(DashboardContext context, Catalogue catalogue, string code, CancellationToken cancellation) =>
        (await ReadAsync(context.FormVersions.Where(v => v.FormCode == code && v.Version == v.Form.Version), catalogue, cancellation)).SingleOrDefault();

    /// <summary>A form in one version; null when there is none.</summary>
    public static async Task<ReturnForm?> FindAsync(
        DashboardContext context, Catalogue catalogue, string code, int version, CancellationToken cancellation) =>
        (await ReadAsync(context.FormVersions.Where(v => v.FormCode == code && v.Version == version), catalogue, cancellation)).SingleOrDefault();

    /// <summary>A row of a form.</summary>
    internal static FormRow Row(FormRowEntity row, Catalogue catalogue) => new()
    {
        Number = row.Number,
        Indicator = row.IndicatorCode is { } indicator ? catalogue.Indicator(indicator) : null,
        Unit = row.UnitCode is { } unit ? catalogue.Unit(unit) : null,
        Task = row.TaskNumber,
        Measure = row.Measure ?? default,
        Timing = row.Timing,
        Uom = row.Uom,
        Decimals = row.Decimals,
        AsksGrowth = row.AsksGrowth,
        Indent = row.Indent,
        PartRow = row.PartRow,
        TotalRow = row.TotalRow,
    };

    private static async Task<IReadOnlyList<ReturnForm>> ReadAsync(
        IQueryable<FormVersionEntity> which, Catalogue catalogue, CancellationToken cancellation)
    {
        var forms = await which.AsNoTracking().OrderBy(v => v.Form.Order).Select(v => new
        {
            v.FormCode,
            v.Name,
            v.NameEn,
            v.Stage,
            v.Form.Active,
            v.Version,
            Rows = v.Rows.OrderBy(r => r.Number).ToList(),
            Departments = v.Form.Departments.Where(d => d.Active).OrderBy(d => d.Department.Order).Select(d => d.DepartmentCode).ToList(),
        }).AsSplitQuery().ToListAsync(cancellation);
        return
        [
            .. forms.Select(v => new ReturnForm
            {
                Code = v.FormCode,
                Name = v.Name,
                NameEn = v.NameEn,
                Stage = v.Stage,
                Active = v.Active,
                Version = v.Version,
                Rows = [.. v.Rows.Select(r => Row(r, catalogue))],
                Departments = v.Departments,
            }),
        ];
    }

    /// <summary>All forms as they are now, in their order.</summary>
    public static Task<IReadOnlyList<ReturnForm>> AllAsync(NpgsqlConnection connection, Catalogue catalogue, CancellationToken cancellation) =>
        ReadAsync(connection, catalogue, "v.version = f.version", [], cancellation);

    /// <summary>A form as it is now; null if there is none of the code.</summary>
    public static async Task<ReturnForm?> FindAsync(NpgsqlConnection connection, Catalogue catalogue, string code, CancellationToken cancellation) =>
        (await ReadAsync(connection, catalogue, "v.version = f.version AND f.code = $1", [code], cancellation)).SingleOrDefault();

    /// <summary>A form in one version; null if there is none.</summary>
    public static async Task<ReturnForm?> FindAsync(
        NpgsqlConnection connection, Catalogue catalogue, string code, int version, CancellationToken cancellation) =>
        (await ReadAsync(connection, catalogue, "f.code = $1 AND v.version = $2", [code, version], cancellation)).SingleOrDefault();

    private static async Task<IReadOnlyList<ReturnForm>> ReadAsync(
        NpgsqlConnection connection, Catalogue catalogue, string which, object[] values, CancellationToken cancellation)
    {
        const string From = "FROM forms f JOIN form_versions v ON v.form_code = f.code";
        var rows = (await ListAsync(
            $"""
            SELECT f.code, w.number, w.indicator_code, w.unit_code, w.task_number, w.measure, w.timing, w.uom, w.decimals, w.asks_growth,
                w.indent, w.part_row, w.total_row
            {From} JOIN form_rows w ON (w.form_code, w.version) = (v.form_code, v.version) WHERE {which} ORDER BY f.code, w.number
            """, r => (Form: r.GetString(0), Row: Row(r, catalogue)))).ToLookup(r => r.Form, r => r.Row);
        var departments = (await ListAsync(
            $"""
            SELECT f.code, d.code {From} JOIN form_departments p ON p.form_code = f.code AND p.active JOIN departments d ON d.code = p.department_code
            WHERE {which} ORDER BY d."order"
            """, r => (Form: r.GetString(0), Department: r.GetString(1)))).ToLookup(r => r.Form, r => r.Department);
        return await ListAsync(
            $"""SELECT f.code, v.name, v.name_en, v.stage, f.active, v.version {From} WHERE {which} ORDER BY f."order" """,
            r => new ReturnForm
            {
                Code = r.GetString(0),
                Name = r.GetString(1),
                NameEn = r.TextOrNull(2),
                Stage = r.Code<Stage>(3),
                Active = r.GetBoolean(4),
                Version = r.GetInt32(5),
                Rows = [.. rows[r.GetString(0)]],
                Departments = [.. departments[r.GetString(0)]],
            });

        async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> row)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var list = new List<T>();
            while (await reader.ReadAsync(cancellation)) list.Add(row(reader));
            return list;
        }
    }

    /// <summary>A row of a form, from the second column on.</summary>
    internal static FormRow Row(NpgsqlDataReader r, Catalogue catalogue) => new()
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
