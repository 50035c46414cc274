using System.Security.Cryptography;
using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>The people of the demonstration: personas, who have no password and whom only the Development environment signs in.</summary>
internal static class DemonstrationPeople
{
    /// <summary>The reporter of each department; the first is the persona <c>reporter</c>, who has a colleague: two may meet in one cell.</summary>
    public static readonly (string UserName, string Name, string Department)[] Reporters =
    [
        ("reporter", "演示填报人甲", "demo-a"), ("reporter-a2", "演示填报人甲（同事）", "demo-a"), ("reporter-b", "演示填报人乙", "demo-b"), ("reporter-c", "演示填报人丙", "demo-c"),
        ("reporter-d", "演示填报人丁", "demo-d"), ("reporter-e", "演示填报人戊", "demo-e"),
    ];

    /// <summary>Enters those that are missing and gives them: the reporter of each department, and the reviewer.</summary>
    public static async Task<(IReadOnlyDictionary<string, Actor> Reporters, Actor Reviewer)> EnterAsync(
        NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (userName, name, department) in Reporters)
        {
            await EnterAsync(connection, userName, name, "reporter", department, now, cancellation);
        }

        await EnterAsync(connection, "reviewer", "演示审核人", "reviewer", null, now, cancellation);
        var people = await connection.ListAsync(
            "SELECT id, user_name, display_name, role, department_code FROM users WHERE is_persona",
            r => new Actor(r.GetGuid(0), r.GetString(1), r.GetString(2), r.Code<Role>(3), r.TextOrNull(4)), cancellation);
        return (
            Reporters.DistinctBy(r => r.Department).ToDictionary(r => r.Department, r => people.Single(p => p.UserName == r.UserName)),
            people.Single(p => p.UserName == "reviewer"));
    }

    private static async Task EnterAsync(
        NpgsqlConnection connection, string userName, string name, string role, string? department, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO users (id, user_name, normalized_user_name, security_stamp, concurrency_stamp, display_name, role, department_code, is_persona, created_at)
            VALUES ($1, $2, upper($2), $3, $3, $4, $5, $6, true, $7)
            ON CONFLICT (normalized_user_name) DO UPDATE SET display_name = excluded.display_name, department_code = excluded.department_code
            """, connection);
        command.Parameters.AddWithValue(Guid.CreateVersion7(now));
        command.Parameters.AddWithValue(userName);
        command.Parameters.AddWithValue(RandomNumberGenerator.GetHexString(32));
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(role);
        command.Parameters.Add(new() { Value = (object?)department ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.AddWithValue(now.ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
