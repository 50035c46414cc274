namespace Xinzhou.Dashboard.Web.Account.Confirmation;

/// <summary>What is sent to prove anew that it is he.</summary>
public sealed class ConfirmForm
{
    /// <summary>His password.</summary>
    public string? Password { get; set; }

    /// <summary>What his device has signed.</summary>
    public string? Credential { get; set; }
}
