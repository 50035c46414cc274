
namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>On which side of its shape a label stands.</summary>
public enum LabelSide
{
    Above,
    Right,
    Left,
    Below,
}
