namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The host of an address as cited, with or without a scheme.</summary>
public static class WebHost
{
    /// <summary>The host in lower case; null when the address has none (<c>github:owner/name</c>).</summary>
    public static string? Of(string address)
    {
        var rest = address.AsSpan();
        var scheme = rest.IndexOf("://");
        if (scheme >= 0)
        {
            rest = rest[(scheme + 3)..];
        }

        // A backslash ends the authority as browsers read it; else http://evil.com\.gov.cn would pass for a .gov.cn host.
        var end = rest.IndexOfAny("/?#\\");
        rest = end >= 0 ? rest[..end] : rest;
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        var port = rest.LastIndexOf(':');
        if (port >= 0)
        {
            if (rest[(port + 1)..].ContainsAnyExceptInRange('0', '9'))
            {
                return null;
            }

            rest = rest[..port];
        }

        var host = rest.TrimEnd('.').ToString().ToLowerInvariant();
        return host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4
            ? host
            : null;
    }

    /// <summary>True for a host whose real ending is <c>.gov.cn</c>.</summary>
    public static bool IsGovernment(string? host) =>
        host is not null && (host == "gov.cn" || host.EndsWith(".gov.cn", StringComparison.Ordinal));
}
