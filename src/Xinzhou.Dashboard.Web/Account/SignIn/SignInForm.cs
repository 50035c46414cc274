namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>What is typed on the sign-in page.</summary>
public sealed class SignInForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }
}
