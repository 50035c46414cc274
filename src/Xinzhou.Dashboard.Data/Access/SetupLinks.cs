using Npgsql;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The one-time links that create the first security administrator of an installation. Only hashes are kept.</summary>
public static class SetupLinks
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Makes a link's token while there is no security administrator; null if there is one.</summary>
    public static async Task<string?> CreateAsync(NpgsqlDataSource application, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        if (await HasSecurityAsync(connection, cancellation))
        {
            return null;
        }

        var secret = TokenSecret.Create();
        await using var command = new NpgsqlCommand("INSERT INTO setup_links (token_hash, created_at, expires_at) VALUES ($1, $2, $3)", connection);
        command.Parameters.AddWithValue(TokenSecret.Hash(secret));
        command.Parameters.AddWithValue(now.ToUniversalTime());
        command.Parameters.AddWithValue((now + Lifetime).ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellation);
        return secret;
    }

    /// <summary>Whether a token would be accepted now.</summary>
    public static async Task<bool> HoldsAsync(NpgsqlConnection connection, string token, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM setup_links WHERE token_hash = $1 AND expires_at > $2 AND used_at IS NULL", connection);
        command.Parameters.AddWithValue(TokenSecret.Hash(token));
        command.Parameters.AddWithValue(now.ToUniversalTime());
        return (long)(await command.ExecuteScalarAsync(cancellation))! > 0 && !await HasSecurityAsync(connection, cancellation);
    }

    /// <summary>
    /// Uses a token up within the transaction of the connection; false when it is not accepted. Two who try at once wait
    /// for each other, and one of them is refused.
    /// </summary>
    public static async Task<bool> UseAsync(NpgsqlConnection connection, string token, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard setup'))", connection))
        {
            await wait.ExecuteNonQueryAsync(cancellation);
        }

        if (!await HoldsAsync(connection, token, now, cancellation))
        {
            return false;
        }

        await using var command = new NpgsqlCommand("UPDATE setup_links SET used_at = $2 WHERE token_hash = $1", connection);
        command.Parameters.AddWithValue(TokenSecret.Hash(token));
        command.Parameters.AddWithValue(now.ToUniversalTime());
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    private static async Task<bool> HasSecurityAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM users WHERE role = 'security' AND NOT is_persona)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
