namespace Xinzhou.Dashboard.Data.Access;

/// <summary>How many people can sign in, and how safely. Personas are not among them.</summary>
/// <param name="Active">Those who are not disabled.</param>
/// <param name="Invited">Those of them who have neither password nor passkey yet.</param>
/// <param name="Locked">Those whom failures keep out for a while.</param>
/// <param name="OneFactor">Those who sign in with a password alone.</param>
public sealed record AccountStandings(int Active, int Invited, int Locked, int OneFactor);
