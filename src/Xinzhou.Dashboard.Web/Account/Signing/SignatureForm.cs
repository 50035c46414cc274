namespace Xinzhou.Dashboard.Web.Account.Signing;

/// <summary>What is sent to sign something.</summary>
public sealed class SignatureForm
{
    /// <summary>The digest of what he saw.</summary>
    public string? Digest { get; set; }

    /// <summary>What he says of it, as JSON; null where he signs it as it stands.</summary>
    public string? Said { get; set; }

    /// <summary>A code of his phone.</summary>
    public string? Code { get; set; }

    /// <summary>What his device has signed.</summary>
    public string? Credential { get; set; }
}
