using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Secrets;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// Users, as Identity finds them. Somebody whose role this version does not know (a newer instance beside it gave it) is not
/// found: what he may do is not known here, so he signs in there.
/// </summary>
/// <param name="context">The context of the scope.</param>
/// <param name="keys">What the keys of second factors and recovery codes are encrypted under.</param>
/// <param name="log">Says who was not understood.</param>
public sealed partial class UserStore(DashboardContext context, SecretKeys keys, ILogger<UserStore> log) : UserOnlyStore<User, DashboardContext, Guid>(context)
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

    /// <inheritdoc/>
    public override Task SetTokenAsync(User user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return base.SetTokenAsync(user, loginProvider, name, value is null ? null : keys.Protect(value, SecretKeys.PlaceOf(user.Id, name)), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<string?> GetTokenAsync(User user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? keys.Unprotect(value, SecretKeys.PlaceOf(user.Id, name)) : null;
    }

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
