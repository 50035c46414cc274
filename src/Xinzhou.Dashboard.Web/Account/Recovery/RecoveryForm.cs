namespace Xinzhou.Dashboard.Web.Account.Recovery;

/// <summary>What is typed to sign in with a recovery code.</summary>
public sealed class RecoveryForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? Code { get; set; }
}
