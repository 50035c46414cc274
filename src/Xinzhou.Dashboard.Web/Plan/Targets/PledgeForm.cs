namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>What is sent to sign a commitment.</summary>
public sealed class PledgeForm
{
    /// <summary>The digest of what he saw.</summary>
    public string? Digest { get; set; }

    /// <summary>A code of his phone.</summary>
    public string? Code { get; set; }

    /// <summary>What his device has signed.</summary>
    public string? Credential { get; set; }
}
