namespace Xinzhou.Dashboard.Web.Work;

/// <summary>A field of something that is kept and was changed, in words.</summary>
/// <param name="Field">Its label.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
public sealed record FieldDifference(string Field, string Before, string After);
