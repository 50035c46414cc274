using System.Net;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>The same for what is done on an open page: the address is that of its connection, the session the page's.</summary>
/// <param name="authentication">Says whose page it is.</param>
/// <param name="requests">Has the request of the connection while that comes up.</param>
internal sealed class CircuitOrigin(AuthenticationStateProvider authentication, IHttpContextAccessor requests) : CircuitHandler
{
    private IPAddress? _address;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // A page that was cut off may come back from elsewhere.
        _address = requests.HttpContext?.Connection.RemoteIpAddress ?? _address;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            AuditOrigin.Current = AuditOrigin.OfReader(_address, await SessionAsync());
            await next(context);
        };

    private async ValueTask<Guid?> SessionAsync()
    {
        try
        {
            return Sessions.KeyOf((await authentication.GetAuthenticationStateAsync()).User)?.Session;
        }
        catch (InvalidOperationException)
        {
            // The page has not said yet who its reader is.
            return null;
        }
    }
}
