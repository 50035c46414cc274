namespace Xinzhou.Dashboard.Data.Access;

/// <summary>How long a session lasts, and how many somebody has.</summary>
/// <param name="Idle">It ends after so much time without a request of his.</param>
/// <param name="Lifetime">It ends so much time after sign-in, whatever he does.</param>
/// <param name="AtOnce">So many at once; one more ends the oldest.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Lifetime, int AtOnce);
