using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
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
    public static async Task EnterAsync(IDbContextFactory<DashboardContext> contexts, TimeProvider time, CancellationToken cancellation = default)
    {
        await using var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Users, cancellation);
        var held = await change.Context.Users.Select(u => u.NormalizedUserName).ToListAsync(cancellation);
        foreach (var (role, name) in All)
        {
            var code = Code.Of(role);
            if (held.Contains(code.ToUpperInvariant())) continue;
            change.Context.Add(Create(code, name, role, department: null, change.Now));
            change.Audit("user.create", $"user {code}", new { role = code, persona = true });
        }

        await change.CommitAsync(cancellation);
    }

    /// <summary>A persona, who has no password.</summary>
    internal static User Create(string userName, string name, Role role, string? department, DateTimeOffset now)
    {
        var stamp = RandomNumberGenerator.GetHexString(32);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            SecurityStamp = stamp,
            ConcurrencyStamp = stamp,
            LockoutEnabled = true,
            DisplayName = name,
            Role = role,
            DepartmentCode = department,
            IsPersona = true,
            CreatedAt = now,
        };
    }
}
