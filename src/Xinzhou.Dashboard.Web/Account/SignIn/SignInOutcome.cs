namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>Refused. Why is for the log: whoever tries is not told whether the name exists or is disabled.</summary>
    Refused,

    /// <summary>He is signed in.</summary>
    Done,

    /// <summary>The password is right; the code of the second factor is asked for.</summary>
    SecondFactor,

    /// <summary>Too often, from this address or for this name; later again.</summary>
    TooMany,
}
