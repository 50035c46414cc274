using Npgsql;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>A user as the security administrator sees him.</summary>
/// <param name="Id">His number.</param>
/// <param name="UserName">The name he signs in with.</param>
/// <param name="DisplayName">The name people know him by.</param>
/// <param name="Role">What he may do.</param>
/// <param name="DepartmentCode">The department he acts for; null if there is none.</param>
/// <param name="Email">Where single sign-on finds him; null if there is none.</param>
/// <param name="IsPersona">A persona of the Development environment.</param>
/// <param name="HasPassword">False until he has accepted his invitation.</param>
/// <param name="HasSecondFactor">Whether a code is asked for beside the password.</param>
/// <param name="Passkeys">How many passkeys he has.</param>
/// <param name="DisabledAt">Since when he may not sign in; null while he may.</param>
/// <param name="LockedUntil">Until when failures keep him out; null when they do not.</param>
/// <param name="LastSeenAt">His last sign-in; null before the first.</param>
public sealed record UserRow(
    Guid Id,
    string UserName,
    string DisplayName,
    Role Role,
    string? DepartmentCode,
    string? Email,
    bool IsPersona,
    bool HasPassword,
    bool HasSecondFactor,
    int Passkeys,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LastSeenAt)
{
    private const string Columns =
        """
        id, user_name, display_name, role, department_code, email, is_persona, password_hash IS NOT NULL, two_factor_enabled,
        (SELECT count(*)::int FROM user_passkeys p WHERE p.user_id = u.id), disabled_at,
        CASE WHEN lockout_end > now() THEN lockout_end END, last_seen_at
        """;

    /// <summary>Whether he can sign in.</summary>
    public UserStanding Standing =>
        DisabledAt is not null ? UserStanding.Disabled
        : IsPersona ? UserStanding.Persona
        : LockedUntil is not null ? UserStanding.Locked
        : !HasPassword && Passkeys == 0 ? UserStanding.Invited
        : UserStanding.Active;

    /// <summary>All users: active ones first, by role and name.</summary>
    public static async Task<IReadOnlyList<UserRow>> ListAsync(NpgsqlDataSource application, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var command = application.CreateCommand($"SELECT {Columns} FROM users u");
        var rows = await ReadAsync(command, cancellation);
        return [.. rows.OrderBy(u => u.DisabledAt is not null).ThenBy(u => u.IsPersona).ThenBy(u => u.Role).ThenBy(u => u.UserName, StringComparer.Ordinal)];
    }

    /// <summary>One user; null if there is none.</summary>
    public static async Task<UserRow?> FindAsync(NpgsqlDataSource application, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var command = application.CreateCommand($"SELECT {Columns} FROM users u WHERE id = $1");
        command.Parameters.AddWithValue(id);
        return (await ReadAsync(command, cancellation)).SingleOrDefault();
    }

    private static async Task<List<UserRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<UserRow>();
        while (await row.ReadAsync(cancellation))
        {
            rows.Add(new(
                row.GetGuid(0),
                row.GetString(1),
                row.GetString(2),
                Code.Parse<Role>(row.GetString(3)),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5),
                row.GetBoolean(6),
                row.GetBoolean(7),
                row.GetBoolean(8),
                row.GetInt32(9),
                Moment(row, 10),
                Moment(row, 11),
                Moment(row, 12)));
        }

        return rows;
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
