using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Keeps the identity of an open page honest: when the session ends, the page's person becomes unknown at once, and in
/// any case at the next look. While PostgreSQL does not answer the page stays as it is: whatever it asks for then is not
/// answered either. The same holds while the application stops, which pages that are still held outlive a little.
/// </summary>
internal sealed class CircuitSession : RevalidatingServerAuthenticationStateProvider
{
    private readonly Sessions _sessions;
    private readonly IHostApplicationLifetime _lifetime;

    public CircuitSession(Sessions sessions, IHostApplicationLifetime lifetime, ILoggerFactory logging)
        : base(logging)
    {
        (_sessions, _lifetime) = (sessions, lifetime);
        _sessions.Changed += OnChanged;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await HoldsAsync(authenticationState.User, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _sessions.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    private void OnChanged() => _ = LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var state = await GetAuthenticationStateAsync();
            if (state.User.Identity?.IsAuthenticated == true && !await HoldsAsync(state.User))
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
            }
        }
        catch (InvalidOperationException)
        {
            // The page has not said yet who its reader is.
        }
    }

    private async ValueTask<bool> HoldsAsync(ClaimsPrincipal user, CancellationToken cancellation = default)
    {
        try
        {
            return _lifetime.ApplicationStopping.IsCancellationRequested || await _sessions.HoldsAsync(user, cancellation);
        }
        catch (Exception failure) when (failure.IsDatabaseError() || _lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return true;
        }
    }
}
