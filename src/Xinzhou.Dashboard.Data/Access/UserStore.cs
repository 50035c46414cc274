using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// Users, as Identity finds them. Somebody whose role this version does not know (a newer instance beside it gave it) is not
/// found: what he may do is not known here, so he signs in there.
/// </summary>
/// <param name="context">The context of the scope.</param>
/// <param name="log">Says who was not understood.</param>
public sealed partial class UserStore(DashboardContext context, ILogger<UserStore> log) : UserOnlyStore<User, DashboardContext, Guid>(context)
{
    /// <inheritdoc/>
    public override Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        UnderstoodAsync(base.FindByIdAsync(userId, cancellationToken));

    /// <inheritdoc/>
    public override Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) =>
        UnderstoodAsync(base.FindByNameAsync(normalizedUserName, cancellationToken));

    /// <inheritdoc/>
    public override Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        UnderstoodAsync(base.FindByEmailAsync(normalizedEmail, cancellationToken));

    /// <inheritdoc/>
    protected override Task<User?> FindUserAsync(Guid userId, CancellationToken cancellationToken) =>
        UnderstoodAsync(base.FindUserAsync(userId, cancellationToken));

    private async Task<User?> UnderstoodAsync(Task<User?> found)
    {
        try
        {
            return await found;
        }
        catch (FormatException unknown)
        {
            LogNotUnderstood(unknown.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A user was asked for whom this version does not understand: {Reason}")]
    private partial void LogNotUnderstood(string reason);
}
