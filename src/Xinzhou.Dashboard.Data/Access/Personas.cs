using System.Security.Cryptography;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The personas of the Development environment: one user a role, named by the role's code, without a password.</summary>
public static class Personas
{
    private static readonly (Role Role, string Name)[] All =
    [
        (Role.Viewer, "工作人员"),
        (Role.Reporter, "填报人员"),
        (Role.Reviewer, "审核人员"),
        (Role.Leader, "市领导"),
        (Role.Supervisor, "督查人员"),
        (Role.Admin, "系统管理员"),
        (Role.Security, "安全管理员"),
        (Role.Auditor, "审计员"),
    ];

    /// <summary>Enters those that are missing, each as an event of the audit log.</summary>
    public static async Task EnterAsync(NpgsqlDataSource application, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var (role, name) in All)
        {
            var code = Code.Of(role);
            await using var command = new NpgsqlCommand(
                """
                INSERT INTO users (id, user_name, normalized_user_name, security_stamp, concurrency_stamp, display_name, role, is_persona, created_at)
                VALUES ($1, $2, upper($2), $3, $3, $4, $2, true, $5) ON CONFLICT DO NOTHING
                """, connection);
            command.Parameters.AddWithValue(Guid.CreateVersion7(now));
            command.Parameters.AddWithValue(code);
            command.Parameters.AddWithValue(RandomNumberGenerator.GetHexString(32));
            command.Parameters.AddWithValue(name);
            command.Parameters.AddWithValue(now.ToUniversalTime());
            if (await command.ExecuteNonQueryAsync(cancellation) > 0)
            {
                await AuditLog.AppendAsync(connection, now, "setup", "user.create", $"user {code}", new { role = code, persona = true }, cancellation);
            }
        }

        await transaction.CommitAsync(cancellation);
    }
}
