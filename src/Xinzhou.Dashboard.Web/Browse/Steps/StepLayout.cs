
namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>
/// The measures of a step drawing, in px. Across it is fluid: places are shares of the plot's width, and only what must
/// fit (bricks, lines of a goal) is judged at the narrowest width the drawing is shown at.
/// </summary>
public sealed record StepLayout
{
    /// <summary>The plot at the narrowest screen that shows the drawing; below it the list of steps takes its place.</summary>
    public required decimal NarrowestPlot { get; init; }

    /// <summary>Room for names to the left of the plot.</summary>
    public required decimal Left { get; init; }

    /// <summary>Room for names to the right of the plot.</summary>
    public required decimal Right { get; init; }

    /// <summary>The height of a course, its joint included.</summary>
    public required decimal Course { get; init; }

    /// <summary>How much a step is higher than the one before: less than a course, so that a course stays one band.</summary>
    public required decimal Lift { get; init; }

    /// <summary>The largest a task's brick may be.</summary>
    public required (decimal Width, decimal Height) LargestBrick { get; init; }

    /// <summary>The smallest it may be and still be seen as one.</summary>
    public (decimal Width, decimal Height) SmallestBrick { get; init; } = (7, 7);

    /// <summary>The size of a seal at the end of a course.</summary>
    public required decimal Seal { get; init; }

    /// <summary>Room for names before the bricks of the current step; 0 where they are too long for it.</summary>
    public decimal Names { get; init; }

    /// <summary>True when each brick carries the number of its task.</summary>
    public bool Numbered { get; init; }

    /// <summary>The inside of a panel over the whole page at the narrowest screen that shows the drawing.</summary>
    private const decimal NarrowestPanel = 912;

    /// <summary>Two ideographs: what the current step has room for.</summary>
    private const decimal WidestName = 26;

    public const decimal NameSize = 11;
    public const decimal LineHeight = 16;
    public const decimal GoalSize = 12;
    public const decimal YearLine = 20;
    public const decimal Axis = 24;
    public const decimal Gap = 2;
    public const decimal Inset = 6;

    /// <summary>All courses, with their names at both ends.</summary>
    /// <param name="names">The names, so that there is room for the longest.</param>
    public static StepLayout Seven(IEnumerable<string> names)
    {
        var longest = names.Select(WidthOf).DefaultIfEmpty(0).Max();
        return new()
        {
            NarrowestPlot = NarrowestPanel - 2 * longest - 34,
            Left = longest + 22,
            Right = longest + 12,
            Course = 29,
            Lift = 14,
            LargestBrick = (28, 11),
            Seal = 15,
            Names = longest <= WidestName ? longest * NameSize / 13 + StepLayout.Inset : 0,
        };
    }

    /// <summary>One course by itself: bricks large enough to point at, with their numbers.</summary>
    public static StepLayout One { get; } = new()
    {
        NarrowestPlot = NarrowestPanel,
        Left = 0,
        Right = 0,
        Course = 62,
        Lift = 20,
        LargestBrick = (44, 26),
        SmallestBrick = (16, 15),
        Seal = 24,
        Numbered = true,
    };

    // Names are set at 13 px, semibold: an ideograph is as wide as high, a Latin letter a little over half.
    private static decimal WidthOf(string name) => name.Sum(c => c >= '\u2E80' ? 13m : 7.4m);
}
