namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>The deviations in 百分点 at which a light changes: green above <c>amberFrom</c>, red below <c>redBelow</c>.</summary>
/// <param name="AmberFrom">From here downwards a light is no longer green.</param>
/// <param name="RedBelow">Below this it is red.</param>
public sealed record ThresholdsItem(string AmberFrom, string RedBelow);
