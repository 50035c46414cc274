
namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>
/// Finds room for the labels of a chart, on a drawing of ordinary size: above, beside or below the shape, and away with
/// a label that would cover another. The figure it belongs to is still in the table and in the tooltip.
/// </summary>
internal static class LabelPlacer
{
    /// <summary>The width of an ordinary drawing, px.</summary>
    public const decimal Width = 560;

    private const decimal Height = 220;
    private const decimal LineHeight = 14;

    public static IReadOnlyList<ChartMark> Place(IReadOnlyList<ChartMark> marks, TimeScale time, ValueScale values)
    {
        (decimal X, decimal Y) At(ChartMark mark, decimal day) => (time.Share(day) * Width, (1 - values.Share(mark.Y)) * Height);

        var taken = marks.Where(IsDot).Select(m => Box.Around(At(m, m.X))).ToList();
        var placed = new Dictionary<ChartMark, ChartMark>(ReferenceEqualityComparer.Instance);
        foreach (var mark in marks.Where(HasLabel).OrderByDescending(m => m.KeyLabel).ThenByDescending(m => m.X))
        {
            var own = Box.Around(At(mark, mark.X));
            placed[mark] = mark with { Label = null, Beside = null };
            foreach (var (side, labelX) in PlacesOf(mark, time))
            {
                var (x, y) = At(mark, labelX);
                var box = Box.Of(mark, x, y, side);
                if (box.Left >= -30 && box.Right <= Width + 12 && box.Bottom <= Height + 8 && !taken.Any(t => t != own && t.Meets(box)))
                {
                    taken.Add(box);
                    placed[mark] = mark with { Side = side, LabelX = labelX };
                    break;
                }
            }
        }

        return [.. marks.Select(m => placed.GetValueOrDefault(m, m))];
    }

    private static bool HasLabel(ChartMark mark) =>
        mark.Shape is not (MarkShape.Gap or MarkShape.Milestone) && (mark.Label ?? mark.Beside) is not null;

    private static bool IsDot(ChartMark mark) => mark.Shape is MarkShape.Dot or MarkShape.Square or MarkShape.Diamond;

    private static IEnumerable<(LabelSide Side, decimal LabelX)> PlacesOf(ChartMark mark, TimeScale time)
    {
        // A level line over years may carry its label anywhere along it.
        if (mark.Shape == MarkShape.Span)
        {
            foreach (var part in (decimal[])[0.5m, 0.8m, 0.2m])
            {
                yield return (LabelSide.Above, mark.X + (mark.X2 - mark.X) * part);
                yield return (LabelSide.Below, mark.X + (mark.X2 - mark.X) * part);
            }

            yield break;
        }

        foreach (var side in SidesOf(mark, time.Share(mark.X)))
        {
            yield return (side, mark.LabelX);
        }
    }

    private static LabelSide[] SidesOf(ChartMark mark, decimal share) => mark.Shape switch
    {
        _ when mark.NamesSeries => [LabelSide.Right, LabelSide.Above, LabelSide.Below, LabelSide.Left],
        MarkShape.Bar => [mark.Y < 0 ? LabelSide.Below : LabelSide.Above],
        _ when mark.Y < 0 => [LabelSide.Below, .. Beside(share), LabelSide.Above],
        _ => [LabelSide.Above, .. Beside(share), LabelSide.Below],
    };

    private static LabelSide[] Beside(decimal share) =>
        share > 0.7m ? [LabelSide.Left, LabelSide.Right] : [LabelSide.Right, LabelSide.Left];

    private readonly record struct Box(decimal Left, decimal Top, decimal Right, decimal Bottom)
    {
        public static Box Around((decimal X, decimal Y) dot) => new(dot.X - 5, dot.Y - 5, dot.X + 5, dot.Y + 5);

        public static Box Of(ChartMark mark, decimal x, decimal y, LabelSide side)
        {
            var width = WidthOf(mark.Label, 7.2m) + WidthOf(mark.Beside, 6.2m) + (mark is { Label: not null, Beside: not null } ? 4 : 0);
            return side switch
            {
                LabelSide.Above => Centred(y - 7 - LineHeight),
                LabelSide.Below => Centred(y + 7),
                LabelSide.Right => new(x + 8, y - LineHeight / 2, x + 8 + width, y + LineHeight / 2),
                _ => new(x - 8 - width, y - LineHeight / 2, x - 8, y + LineHeight / 2),
            };

            Box Centred(decimal top) => new(x - width / 2, top, x + width / 2, top + LineHeight);
        }

        public bool Meets(Box other) =>
            Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        /// <summary>About how wide a text is; Chinese is as wide as high, about 1.75 times a digit.</summary>
        private static decimal WidthOf(string? text, decimal digit) =>
            text is null ? 0 : text.Sum(c => c < 0x2E80 ? digit : digit * 1.75m);
    }
}
