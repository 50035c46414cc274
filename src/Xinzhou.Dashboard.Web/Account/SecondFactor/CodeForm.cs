namespace Xinzhou.Dashboard.Web.Account.SecondFactor;

/// <summary>A code of the second factor, or a recovery code.</summary>
public sealed class CodeForm
{
    public string? Code { get; set; }

    /// <summary>The code without the spaces and hyphens that people type.</summary>
    public string Clean => (Code ?? "").Replace(" ", "", StringComparison.Ordinal).Trim();
}
