using Microsoft.AspNetCore.Components.Authorization;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// The person behind a page, static or interactive. Asked anew before everything that is written: a session may have
/// ended since the page was opened. End points have <see cref="CurrentUser.Of"/>.
/// </summary>
public sealed class Caller(AuthenticationStateProvider authentication, Sessions sessions)
{
    /// <summary>Who it is; null for somebody unknown, and for one whose session has ended.</summary>
    /// <exception cref="Exception">Nobody can say, for PostgreSQL does not answer (<see cref="Sessions.HoldsAsync"/>).</exception>
    public async ValueTask<CurrentUser?> FindAsync(CancellationToken cancellation = default)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        return CurrentUser.Of(principal) is { } user && await sessions.HoldsAsync(principal, cancellation) ? user : null;
    }

    /// <summary>Who it is, if he holds a right; else null.</summary>
    public async ValueTask<CurrentUser?> FindAsync(Right right, CancellationToken cancellation = default) =>
        await FindAsync(cancellation) is { } user && user.Has(right) ? user : null;
}
