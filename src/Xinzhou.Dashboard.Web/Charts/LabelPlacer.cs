namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>
/// Finds room for the labels of a chart: above, beside or below the shape. First on a drawing of ordinary size, then, for
/// those that would cover another there, on one twice as wide, and so on; what has no room on the widest goes without.
/// The figure it belongs to is still in the table and in the tooltip.
/// </summary>
/// <param name="time">Across.</param>
/// <param name="values">Up.</param>
/// <param name="figures">How many figures want a label.</param>
/// <param name="widest">How many times as wide as an ordinary drawing the widest is; a power of two.</param>
internal sealed class LabelPlacer(TimeScale time, ValueScale values, int figures, int widest)
{
    /// <summary>The width of an ordinary drawing, px.</summary>
    public const int Width = 560;

    private const int Height = 220;
    private const int LineHeight = 14;

    public IReadOnlyList<ChartMark> Place(IReadOnlyList<ChartMark> marks)
    {
        // What has happened comes first: what is aimed at may stand on any side of its diamond, and is told beside the chart too.
        var wanted = marks.Where(HasLabel)
            .OrderBy(m => m.Point switch { null or { IsActual: true } => 0, { Target: true } => 1, _ => 2 })
            .ThenByDescending(m => m.KeyLabel).ThenByDescending(m => m.X).ToList();
        var placed = new Dictionary<ChartMark, ChartMark>(ReferenceEqualityComparer.Instance);
        for (var times = 1; times <= widest; times *= 2)
        {
            var all = figures <= ChartScene.MaxLabels * times || times == ChartScene.MaxZoom;
            PlaceOn(times, marks, all ? wanted : wanted.Where(m => m.NamesSeries), placed);
        }

        return [.. marks.Select(m => placed.GetValueOrDefault(m) ?? (HasLabel(m) ? m with { Label = null, Beside = null } : m))];
    }

    /// <summary>Gives those that have room on a drawing of some width their place; what was placed on a narrower one keeps its own.</summary>
    private void PlaceOn(int times, IReadOnlyList<ChartMark> marks, IEnumerable<ChartMark> wanted, Dictionary<ChartMark, ChartMark> placed)
    {
        var taken = new TakenRoom();
        foreach (var dot in marks.Where(IsDot))
        {
            taken.Add(LabelBox.Around(X(dot.X, times), Y(dot)));
        }

        foreach (var mark in placed.Values)
        {
            taken.Add(BoxOf(mark, times));
        }

        foreach (var mark in wanted.Where(m => !placed.ContainsKey(m)))
        {
            var own = LabelBox.Around(X(mark.X, times), Y(mark));
            foreach (var (side, labelX) in PlacesOf(mark))
            {
                var candidate = mark with { Side = side, LabelX = labelX, RoomAt = times };
                var box = BoxOf(candidate, times);
                if (box.Left >= 0 && box.Right <= Width * times + 12 && box.Bottom <= Height + 8 && !taken.Meets(box, own))
                {
                    taken.Add(box);
                    placed[mark] = candidate;
                    break;
                }
            }
        }
    }

    private int X(decimal day, int times) => (int)(time.Share(day) * Width * times);

    private int Y(ChartMark mark) => (int)((1 - values.Share(mark.Y)) * Height);

    private static bool HasLabel(ChartMark mark) =>
        mark.Shape is not (MarkShape.Gap or MarkShape.Milestone) && (mark.Label ?? mark.Beside) is not null;

    private static bool IsDot(ChartMark mark) => mark.Shape is MarkShape.Dot or MarkShape.Square or MarkShape.Triangle or MarkShape.Diamond;

    private IEnumerable<(LabelSide Side, decimal LabelX)> PlacesOf(ChartMark mark)
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

    private LabelBox BoxOf(ChartMark mark, int times)
    {
        var (x, y) = (X(mark.LabelX, times), Y(mark));
        var width = (int)(WidthOf(mark.Label, 7.2m) + WidthOf(mark.Beside, 6.2m)) + (mark is { Label: not null, Beside: not null } ? 4 : 0);
        return mark.Side switch
        {
            LabelSide.Above => Centred(y - 7 - LineHeight),
            LabelSide.Below => Centred(y + 7),
            LabelSide.Right => new(x + 8, y - LineHeight / 2, x + 8 + width, y + LineHeight / 2),
            _ => new(x - 8 - width, y - LineHeight / 2, x - 8, y + LineHeight / 2),
        };

        LabelBox Centred(int top) => new(x - width / 2, top, x + width / 2, top + LineHeight);
    }

    /// <summary>About how wide a text is; Chinese is as wide as high, about 1.75 times a digit.</summary>
    private static decimal WidthOf(string? text, decimal digit) =>
        text is null ? 0 : text.Sum(c => c < 0x2E80 ? digit : digit * 1.75m);
}
