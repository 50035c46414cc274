namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>How the connection to the collector of logs is protected.</summary>
public enum SyslogTls
{
    /// <summary>TLS from the first byte (RFC 5425); the collector's certificate must be good for its name.</summary>
    Implicit,

    /// <summary>Not at all (RFC 6587): for a collector on the same machine.</summary>
    None,
}
