namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The room of a label or of a dot on a drawing, px.</summary>
internal readonly record struct LabelBox(int Left, int Top, int Right, int Bottom)
{
    public static LabelBox Around(int x, int y) => new(x - 5, y - 5, x + 5, y + 5);

    public bool Meets(LabelBox other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
