using CsCheck;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse.Steps;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Steps;

public sealed class StepDrawingTests
{
    private static readonly StepLayout Layout = StepLayout.Seven(["产业", "创新"]);

    private static readonly Gen<(CityPlan Plan, DateOnly Today)> Plans =
        from gaps in Gen.Int[1, 8].List[1, 7]
        from tasks in Gen.Int[0, 20]
        from day in Gen.Int[-400, 15_000]
        select (
            new CityPlan
            {
                Dimensions = SamplePlan.Plan.Dimensions,
                Tasks = [.. Enumerable.Range(1, tasks).Select(n => SamplePlan.Task(n, n % 3 == 0 ? "innovation" : "industry", $"任务{n}"))],
                Milestones = [.. gaps.Select((_, i) => new Milestone { Year = 2020 + gaps.Take(i + 1).Sum(), Goal = "基本实现转型" })],
            },
            new DateOnly(2021, 1, 1).AddDays(day));

    [Fact]
    public void Years_are_to_scale()
    {
        var drawing = Draw(SamplePlan.Plan, new(2026, 11, 23));
        var (first, last) = (drawing.Stairs.Steps[0], drawing.Stairs.Steps[^1]);

        Assert.Equal(0, drawing.Drawing.Start(first));
        Assert.Equal(100, drawing.Drawing.End(last));
        Assert.Equal(100m * 1826 / 4748, drawing.Drawing.End(last) - drawing.Drawing.Start(last));
        Assert.Equal(13, drawing.Drawing.Years().Count());
    }

    [Fact]
    public void A_course_stays_one_band_over_all_steps() => Plans.Sample(sample =>
    {
        var (stairs, drawing) = Draw(sample.Plan, sample.Today);
        Assert.All(stairs.Steps.Zip(stairs.Steps.Skip(1)), pair =>
        {
            Assert.Equal(drawing.End(pair.First), drawing.Start(pair.Second));
            Assert.InRange(drawing.Top(pair.First, 0) - drawing.Top(pair.Second, 0), 1, Layout.Course - StepLayout.Gap - 1);
        });
    });

    [Fact]
    public void Everything_lies_within_the_drawing_on_any_day_of_any_plan() => Plans.Sample(sample =>
    {
        var (stairs, drawing) = Draw(sample.Plan, sample.Today);
        foreach (var step in stairs.Steps)
        {
            var (start, end) = (drawing.Start(step), drawing.End(step));
            Assert.InRange(drawing.Elapsed(step), start, end);
            Assert.All(drawing.Joints(step, 0).Concat(drawing.Joints(step, 1)), joint => Assert.InRange(joint, start, end));
            Assert.InRange(drawing.Tread(step), StepLayout.YearLine, drawing.Ground);
        }

        Assert.Equal(stairs.HasBegun && stairs.Current is not null, drawing.Today is not null);
        if (stairs.Current is { } now && drawing.Today is { } today)
        {
            Assert.InRange(today, drawing.Start(now), drawing.End(now));
        }
    });

    [Fact]
    public void Bricks_lie_in_the_current_step_before_its_seal_and_apart() => Plans.Sample(sample =>
    {
        var (stairs, drawing) = Draw(sample.Plan, sample.Today);
        if (drawing.Bricks is null)
        {
            return;
        }

        var step = stairs.Current!;
        var courses = Course.Of(sample.Plan);
        for (var c = 0; c < courses.Count; c++)
        {
            var count = courses[c].Tasks.Count;
            var places = Enumerable.Range(0, count).Select(i => drawing.Brick(step, c, i, count)).ToArray();
            Assert.All(places, p =>
            {
                Assert.InRange(p.X, drawing.Start(step), drawing.End(step));
                Assert.InRange(p.X + p.Width, drawing.Start(step), drawing.End(step) - Layout.Seal / Layout.NarrowestPlot * 100);
                Assert.InRange(p.Y, drawing.Top(step, c), drawing.Top(step, c + 1));
                Assert.InRange(p.Y + p.Height, drawing.Top(step, c), drawing.Top(step, c + 1));
            });
            Assert.All(places.Zip(places.Skip(1)), pair =>
                Assert.True(pair.Second.Y >= pair.First.Y + pair.First.Height || pair.Second.X >= pair.First.X + pair.First.Width));
        }
    });

    [Fact]
    public void Bricks_too_small_to_be_seen_are_not_drawn()
    {
        var crowded = SamplePlan.Plan with { Tasks = [.. Enumerable.Range(1, 60).Select(n => SamplePlan.Task(n, "industry", $"任务{n}"))] };

        Assert.Null(Draw(crowded, new(2023, 9, 30)).Drawing.Bricks);
        Assert.NotNull(Draw(SamplePlan.Plan, new(2026, 11, 23)).Drawing.Bricks);
    }

    private static (Stairs Stairs, StepDrawing Drawing) Draw(CityPlan plan, DateOnly today)
    {
        var stairs = Stairs.Of(plan, today);
        return (stairs, new(stairs, Course.Of(plan), Layout));
    }
}
