using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Keeps the identity of an open page honest: when the session ends, the page's person becomes unknown at once, and in
/// any case at the next look.
/// </summary>
internal sealed class CircuitSession : RevalidatingServerAuthenticationStateProvider
{
    private readonly Sessions _sessions;

    public CircuitSession(Sessions sessions, ILoggerFactory logging)
        : base(logging)
    {
        _sessions = sessions;
        _sessions.Changed += OnChanged;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await _sessions.HoldsAsync(authenticationState.User, cancellationToken);

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
            if (state.User.Identity?.IsAuthenticated == true && !await _sessions.HoldsAsync(state.User))
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
            }
        }
        catch (InvalidOperationException)
        {
            // The page has not said yet who its reader is.
        }
    }
}
