using System.Net;
using System.Net.Sockets;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Whom a request counts for where nobody is known.</summary>
public static class ClientAddress
{
    /// <summary>The address it comes from; of IPv6 the network that a house has.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Connection.RemoteIpAddress switch
        {
            null => "unknown",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } six when !IPAddress.IsLoopback(six) => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
            var address => address.ToString(),
        };
    }
}
