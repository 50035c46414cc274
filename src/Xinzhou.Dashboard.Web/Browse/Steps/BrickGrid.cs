namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>How the bricks of the current step are laid: the same in every course, so that they can be compared.</summary>
/// <param name="Rows">Rows in a course.</param>
/// <param name="Columns">Bricks in a row.</param>
/// <param name="Width">Of a brick, in px at the narrowest screen.</param>
/// <param name="Height">Of a brick, in px.</param>
public sealed record BrickGrid(int Rows, int Columns, decimal Width, decimal Height)
{
    /// <summary>Whether a light can be read on a brick.</summary>
    public bool HasRoomForLight => Width >= 9 && Height >= 9;
}
