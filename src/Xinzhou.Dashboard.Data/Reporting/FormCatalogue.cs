using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// The forms, kept by the system administrator. A change makes a new version, in one transaction with the audit event;
/// returns that were opened keep theirs.
/// </summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="snapshots">Gives the catalogue and the plan that forms speak of.</param>
/// <param name="time">The clock.</param>
public sealed class FormCatalogue(NpgsqlDataSource application, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>The maximum length of a reason.</summary>
    public const int MaxLength = 300;

    /// <summary>All forms as they are now, in their order.</summary>
    public async Task<IReadOnlyList<ReturnForm>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return await FormReader.AllAsync(connection, snapshots.Current.Catalogue, cancellation);
    }

    /// <summary>A form as it is now; null if there is none of the code.</summary>
    public async Task<ReturnForm?> FindAsync(string code, CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return await FormReader.FindAsync(connection, snapshots.Current.Catalogue, code, cancellation);
    }

    /// <summary>The versions of a form, the newest first.</summary>
    public async Task<IReadOnlyList<FormVersion>> HistoryAsync(string code, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand(
            """
            SELECT v.version, v.name, (SELECT count(*) FROM form_rows w WHERE (w.form_code, w.version) = (v.form_code, v.version))::integer,
                (SELECT count(*) FROM returns r WHERE (r.form_code, r.form_version) = (v.form_code, v.version))::integer,
                u.id, u.display_name, v.changed_at, v.reason
            FROM form_versions v LEFT JOIN users u ON u.id = v.changed_by WHERE v.form_code = $1 ORDER BY v.version DESC
            """);
        command.Parameters.AddWithValue(code);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<FormVersion>();
        while (await row.ReadAsync(cancellation))
        {
            versions.Add(new(
                row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3),
                row.IsDBNull(4) ? null : new(row.GetGuid(4), row.GetString(5)), row.Instant(6), row.TextOrNull(7)));
        }

        return versions;
    }

    /// <summary>Makes a form say something else, or enters a new one.</summary>
    /// <param name="form">What it is to say; its rows are numbered from 1 in their order.</param>
    /// <param name="seen">The version that was seen; null for a new form.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<FormOutcome> SaveAsync(ReturnForm form, int? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Role.Has(Right.KeepCatalogue)) return FormRefusal.WrongRole;
        if (string.IsNullOrWhiteSpace(reason)) return FormRefusal.ReasonMissing;
        if (reason.Trim().Length > MaxLength) return FormRefusal.TooLong;
        var snapshot = snapshots.Current;
        if (FormCheck.Faults(form, snapshot.Plan.Departments, snapshot.Plan.Tasks) is { Count: > 0 } faults) return new(FormRefusal.Faulty, faults);

        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // One change after the other: the second sees the first. Opening returns waits too.
        await RunAsync(connection, "SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard calendar'))", cancellation);
        var held = await FormReader.FindAsync(connection, snapshot.Catalogue, form.Code, cancellation);
        if (held is null && seen is not null) return FormRefusal.NotFound;
        if (held is not null && seen is null) return FormRefusal.CodeTaken;
        if (held?.Version != seen) return FormRefusal.Stale;
        if (await IsTakenAsync(connection, form, cancellation)) return FormRefusal.NameTaken;
        var changes = FormChanges.Between(held, form);
        if (changes.Count == 0) return FormRefusal.Unchanged;

        var (now, version) = (time.GetUtcNow(), (held?.Version ?? 0) + 1);
        await WriteAsync(connection, form, version, reason.Trim(), actor, now, cancellation);
        await AuditLog.AppendAsync(
            connection, now, actor.UserName, "form.set", $"form {form.Code}", new { reason = reason.Trim(), version, changes }, cancellation);
        await transaction.CommitAsync(cancellation);
        return FormOutcome.Done;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, ReturnForm form, int version, string reason, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        await RunAsync(
            connection,
            "INSERT INTO form_versions (form_code, version, name, name_en, stage, changed_by, changed_at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            cancellation, form.Code, version, form.Name, form.NameEn, Domain.Code.Of(form.Stage), actor.Id, now, reason);
        await RunAsync(
            connection,
            """
            INSERT INTO forms (code, "order", name, name_en, stage, active, version)
            SELECT $1, coalesce(max("order"), 0) + 1, $2, $3, $4, $5, $6 FROM forms
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, stage = excluded.stage,
                active = excluded.active, version = excluded.version
            """,
            cancellation, form.Code, form.Name, form.NameEn, Domain.Code.Of(form.Stage), form.Active, version);
        foreach (var row in form.Rows)
        {
            await RunAsync(
                connection,
                """
                INSERT INTO form_rows (form_code, version, number, indicator_code, unit_code, task_number, measure, timing, uom, decimals,
                    asks_growth, indent, part_row, total_row)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                """,
                cancellation, form.Code, version, row.Number, row.Indicator?.Code, row.Unit?.Code, Integer(row.Task),
                row.Task is null ? Domain.Code.Of(row.Measure) : null, Domain.Code.Of(row.Timing), row.Uom, row.Decimals, row.AsksGrowth,
                row.Indent, Integer(row.PartRow), Integer(row.TotalRow));
        }

        await RunAsync(connection, "UPDATE form_departments SET active = department_code = ANY ($2) WHERE form_code = $1", cancellation, form.Code, form.Departments.ToArray());
        await RunAsync(
            connection,
            "INSERT INTO form_departments (form_code, department_code) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING",
            cancellation, form.Code, form.Departments.ToArray());
    }

    private static async Task<bool> IsTakenAsync(NpgsqlConnection connection, ReturnForm form, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM forms WHERE name = $1 AND code <> $2)", connection);
        command.Parameters.AddWithValue(form.Name);
        command.Parameters.AddWithValue(form.Code);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static NpgsqlParameter Integer(int? number) => new() { Value = (object?)number ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer };

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value switch
            {
                NpgsqlParameter parameter => parameter,
                null => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                DateTimeOffset moment => new() { Value = moment.ToUniversalTime() },
                _ => new() { Value = value },
            });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
