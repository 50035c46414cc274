using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>Lets every event that a request brings about say from which address and in which session. Comes after whoever tells who it is.</summary>
/// <param name="next">What follows.</param>
internal sealed class OriginMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        AuditOrigin.Current = AuditOrigin.OfReader(context.Connection.RemoteIpAddress, Sessions.KeyOf(context.User)?.Session);
        await next(context);
    }
}
