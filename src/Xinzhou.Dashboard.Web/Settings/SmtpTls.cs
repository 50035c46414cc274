

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpTls
{
    /// <summary>Begun in the open, then protected; refused where the server cannot.</summary>
    StartTls,

    /// <summary>Protected from the first byte.</summary>
    Implicit,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
