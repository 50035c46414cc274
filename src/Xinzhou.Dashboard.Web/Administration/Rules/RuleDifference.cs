namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>A field of a rule that was changed, in words.</summary>
/// <param name="Field">Its label.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
public sealed record RuleDifference(string Field, string Before, string After);
