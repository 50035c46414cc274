namespace Xinzhou.Dashboard.Web.Account;

/// <summary>What is typed to change a password; with the current one alone, to prove that it is oneself.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Password { get; set; }

    public string? Repeated { get; set; }
}
