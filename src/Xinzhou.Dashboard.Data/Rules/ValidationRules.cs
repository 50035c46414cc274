using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>
/// The validation rules and their history. A change is one transaction: the new version, what is in force, and the audit
/// event; its commit tells every instance.
/// </summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="snapshots">Gives the catalogue that rules speak of.</param>
/// <param name="time">The clock.</param>
public sealed class ValidationRules(NpgsqlDataSource application, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>The maximum length of a reason.</summary>
    public const int MaxLength = 300;

    /// <summary>All rules there are or were: those in force first, in their order.</summary>
    public async Task<IReadOnlyList<StoredRule>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return await ReadAsync(connection, null, cancellation);
    }

    /// <summary>One rule; null when there never was one of the code.</summary>
    public async Task<StoredRule?> FindAsync(string code, CancellationToken cancellation = default)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        return (await ReadAsync(connection, code, cancellation)).SingleOrDefault();
    }

    /// <summary>Puts a definition into force: of a new rule, of one in force, or of one that was taken out.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="definition">What it is to say.</param>
    /// <param name="seen">The number of the version that was seen; null for a new rule.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<RuleOutcome> SaveAsync(
        string code, RuleDefinition definition, long? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (Refusal(actor, reason) is { } refusal) return refusal;
        if (RuleCheck.Faults(code, definition, snapshots.Current.Catalogue) is { Count: > 0 } faults) return new(RuleRefusal.Faulty, faults);
        return await ChangeAsync(code, seen, definition, reason!.Trim(), actor, cancellation);
    }

    /// <summary>Takes a rule out of force. Its history stays.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="seen">The number of the version that was seen.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<RuleOutcome> TakeOutAsync(string code, long seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if (Refusal(actor, reason) is { } refusal) return refusal;
        return await ChangeAsync(code, seen, null, reason!.Trim(), actor, cancellation);
    }

    private static RuleRefusal? Refusal(Actor actor, string? reason)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return !actor.Role.Has(Right.KeepCatalogue) ? RuleRefusal.WrongRole
            : string.IsNullOrWhiteSpace(reason) ? RuleRefusal.ReasonMissing
            : reason.Trim().Length > MaxLength ? RuleRefusal.TooLong
            : null;
    }

    private async Task<RuleOutcome> ChangeAsync(
        string code, long? seen, RuleDefinition? definition, string reason, Actor actor, CancellationToken cancellation)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // One change after the other: the second sees the first.
        await RunAsync(connection, "SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard rules'))", cancellation);
        var held = (await ReadAsync(connection, code, cancellation)).SingleOrDefault();
        if (held is null && (seen is not null || definition is null)) return RuleRefusal.NotFound;
        if (held is not null && seen is null) return RuleRefusal.CodeTaken;
        if (held?.Latest.Number != seen) return RuleRefusal.Stale;
        if (held is { IsInForce: false } && definition is null) return RuleRefusal.NotFound;
        var (before, after) = (held?.Latest.Definition?.ToJson(), definition?.ToJson());
        if (before == after) return RuleRefusal.Unchanged;

        var now = time.GetUtcNow();
        await RunAsync(
            connection,
            "INSERT INTO validation_rule_versions (code, definition, changed_by, changed_at, reason) VALUES ($1, $2, $3, $4, $5)",
            cancellation, code, Json(after), actor.Id, now, reason);
        if (after is null)
        {
            await RunAsync(connection, "DELETE FROM validation_rules WHERE code = $1", cancellation, code);
        }
        else
        {
            await RunAsync(
                connection,
                """
                INSERT INTO validation_rules (code, "order", definition)
                SELECT $1, coalesce(max("order"), 0) + 1, $2 FROM validation_rules
                ON CONFLICT (code) DO UPDATE SET definition = excluded.definition
                """, cancellation, code, Json(after));
        }

        await AuditLog.AppendAsync(connection, now, actor.UserName, "rule.change", $"rule {code}", new
        {
            reason,
            before = held?.Latest.Definition?.ToJson(),
            after,
        }, cancellation);
        await transaction.CommitAsync(cancellation);
        return RuleOutcome.Done;
    }

    private static async Task<IReadOnlyList<StoredRule>> ReadAsync(NpgsqlConnection connection, string? code, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT v.code, v.id, v.definition::text, u.id, u.display_name, v.changed_at, v.reason
            FROM validation_rule_versions v LEFT JOIN users u ON u.id = v.changed_by LEFT JOIN validation_rules r ON r.code = v.code
            WHERE $1::text IS NULL OR v.code = $1
            ORDER BY r."order" NULLS LAST, v.code, v.id DESC
            """, connection);
        command.Parameters.Add(new() { Value = (object?)code ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<(string Code, RuleVersion Version)>();
        while (await row.ReadAsync(cancellation))
        {
            versions.Add((row.GetString(0), new(
                row.GetInt64(1),
                row.TextOrNull(2) is { } definition ? RuleDefinition.Read(row.GetString(0), definition) : null,
                row.IsDBNull(3) ? null : new Person(row.GetGuid(3), row.GetString(4)),
                row.Instant(5),
                row.GetString(6))));
        }

        return [.. versions.GroupBy(v => v.Code).Select(g => new StoredRule(g.Key, [.. g.Select(v => v.Version)]))];
    }

    private static NpgsqlParameter Json(string? json) => new() { Value = (object?)json ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value is DateTimeOffset moment ? moment.ToUniversalTime() : value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
