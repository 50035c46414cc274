
namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>
/// The step drawing as places and sizes: across, real years to scale as shares (0–100 %) of the plot; up, px from the top.
/// Each dimension is one band that climbs with the steps; what is behind today is dark.
/// </summary>
public sealed class StepDrawing
{
    private readonly Stairs _stairs;
    private readonly StepLayout _layout;
    private readonly int _courses;
    private readonly decimal _top;
    private readonly decimal _names;

    public StepDrawing(Stairs stairs, IReadOnlyList<Course> courses, StepLayout layout)
    {
        ArgumentNullException.ThrowIfNull(stairs);
        ArgumentNullException.ThrowIfNull(courses);
        ArgumentNullException.ThrowIfNull(layout);
        (_stairs, _layout, _courses) = (stairs, layout, courses.Count);
        Goals = [.. stairs.Steps.Select(LinesOf)];
        // Each label stands on its own step; the highest of them makes the head room.
        _top = stairs.Steps.Select((s, i) => LabelHeight(i) - (stairs.Steps.Count - 1 - i) * layout.Lift).DefaultIfEmpty(0).Max();
        var most = courses.Select(c => c.Tasks.Count).DefaultIfEmpty(0).Max();
        // The first step and the last have the names beside them.
        _names = stairs.Current is { Order: > 1 } current && current.Order < stairs.Steps.Count ? layout.Names : 0;
        if (_names > 0 && BrickSize(most) is not { HasRoomForLight: true })
        {
            _names = 0;
        }

        Bricks = BrickSize(most);
    }

    /// <summary>The goal of each step in lines.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Goals { get; }

    /// <summary>How the bricks of the current step are laid; null when they would be too small to be seen.</summary>
    public BrickGrid? Bricks { get; }

    /// <summary>
    /// True when the courses are named once more in the current step: two steps up a course stands about where the one above it
    /// began, and who reads straight across would take the tasks of one dimension for those of another.
    /// </summary>
    public bool NamesInside => _names > 0;

    /// <summary>The height of the whole drawing.</summary>
    public decimal Height => Ground + StepLayout.Axis;

    /// <summary>The line that the first step stands on.</summary>
    public decimal Ground => _top + (_stairs.Steps.Count - 1) * _layout.Lift + _courses * _layout.Course;

    /// <summary>Today as a share of the width; null before the first step and after the last.</summary>
    public decimal? Today => _stairs.HasBegun && _stairs.Current is not null ? X(_stairs.Today) + 50m / Days : null;

    /// <summary>The top of a step, which is the top of its first course.</summary>
    public decimal Tread(Step step) => _top + (_stairs.Steps.Count - step.Order) * _layout.Lift;

    /// <summary>The top of a course on a step.</summary>
    public decimal Top(Step step, int course) => Tread(step) + course * _layout.Course;

    public decimal Start(Step step) => X(step.From);

    public decimal End(Step step) => X(step.To.AddDays(1));

    /// <summary>The years, each with its start and end.</summary>
    public IEnumerable<(int Year, decimal Start, decimal End)> Years() =>
        _stairs.Steps.Count == 0
            ? []
            : Enumerable.Range(First.Year, Last.Year - First.Year + 1).Select(y => (y, X(new(y, 1, 1)), X(new DateOnly(y, 12, 31).AddDays(1))));

    /// <summary>True when the label of a year would run into today's.</summary>
    public bool IsHiddenByToday(decimal start, decimal end, decimal labelWidth) =>
        Today is { } today && Math.Abs((start + end) / 2 - today) < (labelWidth + 32) / 2 / _layout.NarrowestPlot * 100;

    /// <summary>
    /// The joints between the bricks of a course on a step, one brick a year; every other course is laid half a brick
    /// further, as a wall is bonded.
    /// </summary>
    public IEnumerable<decimal> Joints(Step step, int course)
    {
        for (var year = step.From.Year; year <= step.To.Year; year++)
        {
            var joint = course % 2 == 1 ? new DateOnly(year, 7, 1) : new DateOnly(year, 1, 1);
            if (joint > step.From && joint < step.To)
            {
                yield return X(joint);
            }
        }
    }

    /// <summary>The part of a step that is behind today.</summary>
    public decimal Elapsed(Step step) => step.Phase switch
    {
        StepPhase.Past => End(step),
        StepPhase.Current when Today is { } today => today,
        _ => Start(step),
    };

    /// <summary>The place of a task's brick in the current step.</summary>
    /// <param name="step">The current step.</param>
    /// <param name="course">The course, from 0.</param>
    /// <param name="index">The place of the task in its course, from 0.</param>
    /// <param name="count">How many bricks the course has: those it has stand in its middle.</param>
    public BrickPlace Brick(Step step, int course, int index, int count)
    {
        var grid = Bricks ?? throw new InvalidOperationException("The bricks are too small to be drawn.");
        var (row, column) = (index / grid.Columns, index % grid.Columns);
        var rows = (count + grid.Columns - 1) / grid.Columns;
        var wall = rows * (grid.Height + StepLayout.Gap) - StepLayout.Gap;
        return new(
            Start(step) + Share(StepLayout.Inset + _names + column * (grid.Width + StepLayout.Gap)),
            Share(grid.Width),
            Top(step, course) + (_layout.Course - StepLayout.Gap - wall) / 2 + row * (grid.Height + StepLayout.Gap),
            grid.Height);
    }

    private int Days => Last.DayNumber + 1 - First.DayNumber;

    private DateOnly First => _stairs.Steps[0].From;

    private DateOnly Last => _stairs.Steps[^1].To;

    private decimal X(DateOnly day) => (day.DayNumber - First.DayNumber) * 100m / Days;

    private decimal Share(decimal px) => px / _layout.NarrowestPlot * 100;

    private decimal Px(decimal share) => share * _layout.NarrowestPlot / 100;

    private IReadOnlyList<string> LinesOf(Step step)
    {
        // The first label may reach over the names at its left.
        var room = Px(End(step) - Start(step)) - (step.Order == 1 ? 3 - _layout.Left : 8);
        return GoalLines.Break(step.Goal, Math.Max(3, (int)(room / StepLayout.GoalSize)));
    }

    private decimal LabelHeight(int step) => StepLayout.YearLine + Goals[step].Count * StepLayout.LineHeight + 8;

    private BrickGrid? BrickSize(int most)
    {
        if (_stairs.Current is not { } step || most == 0)
        {
            return null;
        }

        var room = Px(End(step) - Start(step)) - 2 * StepLayout.Inset - _names - _layout.Seal - StepLayout.Inset;
        var height = _layout.Course - StepLayout.Gap - 4;
        var best = Enumerable.Range(1, 3).Select(rows =>
        {
            var columns = (most + rows - 1) / rows;
            return new BrickGrid(
                rows,
                columns,
                Math.Min(_layout.LargestBrick.Width, (room - (columns - 1) * StepLayout.Gap) / columns),
                Math.Min(_layout.LargestBrick.Height, (height - (rows - 1) * StepLayout.Gap) / rows));
        }).MaxBy(g => Math.Min(g.Width, g.Height))!;
        return best.Width >= _layout.SmallestBrick.Width && best.Height >= _layout.SmallestBrick.Height ? best : null;
    }
}
