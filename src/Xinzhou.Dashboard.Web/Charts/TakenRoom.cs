namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>What stands on a drawing already, by the strips that it reaches into: a long series has hundreds of boxes.</summary>
internal sealed class TakenRoom
{
    private const int Strip = 64;

    private readonly Dictionary<int, List<LabelBox>> strips = [];

    public void Add(LabelBox box)
    {
        for (var strip = box.Left / Strip; strip <= box.Right / Strip; strip++)
        {
            if (!strips.TryGetValue(strip, out var boxes))
            {
                strips[strip] = boxes = [];
            }

            boxes.Add(box);
        }
    }

    /// <summary>Whether a box would cover something.</summary>
    /// <param name="box">The box.</param>
    /// <param name="own">The dot that it belongs to, which it may touch.</param>
    public bool Meets(LabelBox box, LabelBox own)
    {
        for (var strip = box.Left / Strip; strip <= box.Right / Strip; strip++)
        {
            if (strips.TryGetValue(strip, out var boxes) && boxes.Exists(b => b != own && b.Meets(box)))
            {
                return true;
            }
        }

        return false;
    }
}
