
namespace Xinzhou.Dashboard.Domain.Progress;

/// <summary>亮灯; always shown with its word and shape.</summary>
public enum LightColour
{
    Green,
    Amber,
    Red,

    /// <summary>临期.</summary>
    Blue,

    /// <summary>No target, no baseline, or nothing reported: never a guess.</summary>
    Grey,
}
