namespace Xinzhou.Dashboard.Web.Account;

/// <summary>What is typed to change a password.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Password { get; set; }

    public string? Repeated { get; set; }

    /// <summary>Whether all passkeys end, too.</summary>
    public bool EndPasskeys { get; set; }
}
