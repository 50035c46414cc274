namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>What an attempt to sign in is answered.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Wait">With <see cref="SignInOutcome.TooMany"/>: after what time it may be tried again.</param>
public readonly record struct SignInAnswer(SignInOutcome Outcome, TimeSpan Wait)
{
    public static implicit operator SignInAnswer(SignInOutcome outcome) => new(outcome, TimeSpan.Zero);

    /// <summary>Too often; later again.</summary>
    public static SignInAnswer TooMany(TimeSpan wait) => new(SignInOutcome.TooMany, wait);
}
