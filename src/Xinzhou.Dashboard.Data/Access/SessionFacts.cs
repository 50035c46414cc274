using Npgsql;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What decides whether a session still holds.</summary>
/// <param name="Stamp">The user's security stamp; a session begun with another has ended.</param>
/// <param name="IsDisabled">Whether he may not sign in.</param>
/// <param name="IsPersona">Whether he is a persona of the Development environment.</param>
public sealed record SessionFacts(string Stamp, bool IsDisabled, bool IsPersona)
{
    /// <summary>Reads them; null if there is no such user.</summary>
    public static async Task<SessionFacts?> FindAsync(NpgsqlDataSource application, Guid user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var command = application.CreateCommand("SELECT security_stamp, disabled_at IS NOT NULL, is_persona FROM users WHERE id = $1");
        command.Parameters.AddWithValue(user);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetString(0), row.GetBoolean(1), row.GetBoolean(2)) : null;
    }
}
