using Microsoft.AspNetCore.HttpOverrides;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// What a reverse proxy says of the reader: that he came over https (without which cookies are not Secure, and single sign-on
/// leads back to http), and from which address. Believed of this machine and of <c>Dashboard:Proxies</c> only.
/// </summary>
internal static class ProxyHeaders
{
    public static ForwardedHeadersOptions Of(DashboardSettings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var network in settings.Proxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }
}
