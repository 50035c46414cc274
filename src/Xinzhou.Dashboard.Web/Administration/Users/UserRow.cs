using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Conventions;

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
    /// <summary>Whether he can sign in.</summary>
    public UserStanding Standing =>
        DisabledAt is not null ? UserStanding.Disabled
        : IsPersona ? UserStanding.Persona
        : LockedUntil is not null ? UserStanding.Locked
        : !HasPassword && Passkeys == 0 ? UserStanding.Invited
        : UserStanding.Active;

    /// <summary>All users: active ones first, by role and name.</summary>
    public static async Task<IReadOnlyList<UserRow>> ListAsync(IDbContextFactory<DashboardContext> contexts, CancellationToken cancellation)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var rows = await Rows(context, context.Users.Known(context)).ToListAsync(cancellation);
        return [.. rows.OrderBy(u => u.DisabledAt is not null).ThenBy(u => u.IsPersona).ThenBy(u => u.Role).ThenBy(u => u.UserName, StringComparer.Ordinal)];
    }

    /// <summary>How many users are not listed, since this version does not know their role.</summary>
    public static async Task<int> CountUnknownAsync(IDbContextFactory<DashboardContext> contexts, CancellationToken cancellation)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.Users.CountAsync(cancellation) - await context.Users.Known(context).CountAsync(cancellation);
    }

    /// <summary>One user; null if there is none.</summary>
    public static async Task<UserRow?> FindAsync(IDbContextFactory<DashboardContext> contexts, Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await Rows(context, context.Users.Known(context).Where(u => u.Id == id)).SingleOrDefaultAsync(cancellation);
    }

    private static IQueryable<UserRow> Rows(DashboardContext context, IQueryable<User> users) => users.Select(u => new UserRow(
        u.Id, u.UserName!, u.DisplayName, u.Role, u.DepartmentCode, u.Email, u.IsPersona, u.PasswordHash != null, u.TwoFactorEnabled,
        context.UserPasskeys.Count(p => p.UserId == u.Id), u.DisabledAt,
        u.LockoutEnd > DateTimeOffset.UtcNow ? u.LockoutEnd : null, u.LastSeenAt));
}
