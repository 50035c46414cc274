namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>A field that two people have in hand, in words.</summary>
/// <param name="Field">Its label.</param>
/// <param name="Before">What stood there when the person began.</param>
/// <param name="Theirs">What the other has put there.</param>
/// <param name="Mine">What the person has typed.</param>
public sealed record BothSide(string Field, string Before, string Theirs, string Mine);
