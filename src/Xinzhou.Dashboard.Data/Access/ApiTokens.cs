using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The API tokens of an installation. Making and revoking one are events of the audit log.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="time">The clock.</param>
public sealed class ApiTokens(NpgsqlDataSource application, TimeProvider time)
{
    // Who is disabled takes his tokens with him, and they follow his role.
    private const string Select =
        """
        SELECT t.id, t.name, coalesce(u.role, t.role), t.scopes, t.created_at, t.expires_at, least(t.revoked_at, u.disabled_at)
        FROM api_tokens t LEFT JOIN users u ON u.id = t.user_id
        """;

    /// <summary>Makes a token and gives its text, which cannot be had again.</summary>
    /// <param name="name">What it is for; not empty.</param>
    /// <param name="role">What its bearer may do.</param>
    /// <param name="scopes">What of that it may be used for.</param>
    /// <param name="lifetime">How long it is accepted.</param>
    /// <param name="actor">Who makes it, for the audit log.</param>
    /// <param name="user">The user in whose name it acts; null if there is nobody's.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<string> CreateAsync(
        string name, Role role, IReadOnlyList<TokenScope> scopes, TimeSpan lifetime, string actor, Guid? user = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var (secret, now) = (TokenSecret.Create(), time.GetUtcNow());
        var (scopeCodes, expiresAt) = (scopes.Select(Code.Of).ToArray(), now + lifetime);

        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO api_tokens (name, role, scopes, token_hash, created_at, expires_at, user_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """, connection);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(Code.Of(role));
        command.Parameters.AddWithValue(scopeCodes);
        command.Parameters.AddWithValue(TokenSecret.Hash(secret));
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(expiresAt);
        command.Parameters.Add(new() { Value = (object?)user ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        var id = (int)(await command.ExecuteScalarAsync(cancellation))!;
        await AuditLog.AppendAsync(connection, now, actor, "token.create", Subject(id),
            new { name, role = Code.Of(role), scopes = scopeCodes, expiresAt, user }, cancellation);
        await transaction.CommitAsync(cancellation);
        return secret;
    }

    /// <summary>The token with a text; null if there is none. It may have expired.</summary>
    public async Task<ApiToken?> FindAsync(string secret, CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand($"{Select} WHERE t.token_hash = $1");
        command.Parameters.AddWithValue(TokenSecret.Hash(secret));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    /// <summary>All tokens, expired and revoked ones too, in the order they were made.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancellation = default)
    {
        await using var command = application.CreateCommand($"{Select} ORDER BY t.id");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tokens = new List<ApiToken>();
        while (await reader.ReadAsync(cancellation))
        {
            tokens.Add(Read(reader));
        }

        return tokens;
    }

    /// <summary>Revokes a token; false when there is none with the number, or it is revoked already.</summary>
    public async Task<bool> RevokeAsync(int id, string actor, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand("UPDATE api_tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(now);
        if (await command.ExecuteNonQueryAsync(cancellation) == 0)
        {
            return false;
        }

        await AuditLog.AppendAsync(connection, now, actor, "token.revoke", Subject(id), new { }, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static string Subject(int id) => FormattableString.Invariant($"token {id}");

    private static ApiToken Read(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        row.GetString(1),
        Code.Parse<Role>(row.GetString(2)),
        [.. row.GetFieldValue<string[]>(3).Select(Code.Parse<TokenScope>)],
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
        row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6));
}
