namespace Xinzhou.Dashboard.Web.Account.OpenSessions;

/// <summary>From where somebody comes, as it is shown to him: the network address. No place is guessed from it.</summary>
internal static class PeerAddress
{
    /// <summary>The address; <c>unknown</c> where the server is not told.</summary>
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
