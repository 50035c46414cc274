namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>What came of a sign-in by name and password.</summary>
internal enum SignInOutcome
{
    /// <summary>Refused. Why is for the log: whoever tries is not told whether the name exists, is locked or disabled.</summary>
    Refused,

    /// <summary>He is signed in.</summary>
    Done,

    /// <summary>The password is right; the code of the second factor is asked for.</summary>
    SecondFactor,
}
