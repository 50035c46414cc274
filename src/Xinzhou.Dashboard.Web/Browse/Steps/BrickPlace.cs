namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>Where a brick lies.</summary>
/// <param name="X">Its left side, as a share of the plot in %.</param>
/// <param name="Width">As a share of the plot in %.</param>
/// <param name="Y">Its top, in px.</param>
/// <param name="Height">In px.</param>
public sealed record BrickPlace(decimal X, decimal Width, decimal Y, decimal Height);
