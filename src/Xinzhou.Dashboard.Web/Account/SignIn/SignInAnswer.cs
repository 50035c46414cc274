namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>What an attempt to sign in is answered.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Wait">With <see cref="SignInOutcome.TooMany"/>: after what time it may be tried again.</param>
/// <param name="Role">With <see cref="SignInOutcome.Done"/>: what he may do.</param>
public readonly record struct SignInAnswer(SignInOutcome Outcome, TimeSpan Wait, Role Role = Role.Viewer)
{
    public static implicit operator SignInAnswer(SignInOutcome outcome) => new(outcome, TimeSpan.Zero);

    /// <summary>He is signed in.</summary>
    public static SignInAnswer Done(Role role) => new(SignInOutcome.Done, TimeSpan.Zero, role);

    /// <summary>Too often; later again.</summary>
    public static SignInAnswer TooMany(TimeSpan wait) => new(SignInOutcome.TooMany, wait);
}
