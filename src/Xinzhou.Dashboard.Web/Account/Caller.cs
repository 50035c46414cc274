using Microsoft.AspNetCore.Components.Authorization;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// The person behind a page, static or interactive. Asked anew before everything that is written: a session may have
/// ended since the page was opened. End points have <see cref="CurrentUser.Of"/>.
/// </summary>
public sealed class Caller(AuthenticationStateProvider authentication, Sessions sessions)
{
    /// <summary>
    /// Who it is; null for somebody unknown, for one whose session has ended, and for one who has to set something of his account up first.
    /// </summary>
    /// <exception cref="Exception">Nobody can say, for PostgreSQL does not answer (<see cref="Sessions.HoldsAsync"/>).</exception>
    public async ValueTask<CurrentUser?> FindAsync(CancellationToken cancellation = default)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        return CurrentUser.Of(principal) is { } user && await sessions.HoldsAsync(principal, cancellation)
            && await sessions.DutyOfAsync(principal, cancellation) is null
                ? user
                : null;
    }

    /// <summary>Whether he has proved a short while ago that it is he (<see cref="Sessions.IsFreshAsync"/>).</summary>
    /// <exception cref="Exception">Nobody can say, for PostgreSQL does not answer (<see cref="Sessions.HoldsAsync"/>).</exception>
    public async ValueTask<bool> IsFreshAsync(CancellationToken cancellation = default) =>
        await sessions.IsFreshAsync((await authentication.GetAuthenticationStateAsync()).User, cancellation);

    /// <summary>Who it is, if he holds a right; else null.</summary>
    public async ValueTask<CurrentUser?> FindAsync(Right right, CancellationToken cancellation = default) =>
        await FindAsync(cancellation) is { } user && user.Has(right) ? user : null;
}
