using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Browse.Steps;

namespace Xinzhou.Dashboard.Web.Browse.Dimensions;

/// <summary>What is known of one dimension at one moment: its tasks, its public figures, what the article names under it.</summary>
public sealed class DimensionModel
{
    public DimensionModel(PageView view, Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(dimension);
        Dimension = dimension;
        Course = Course.Of(view.Plan, dimension);
        Stairs = Stairs.Of(view.Plan, view.Today);
        Counts = PlanCounts.Of(Course.Tasks, view.Plan.Milestones, view.Lights, view.Reviews, [Course.Dimension]);
        Summary = view.Lights.OfDimension(dimension.Code);
        Targets = [.. view.Lights.Targets.Where(t => t.Dimension == dimension.Code).OrderBy(t => t.Year ?? int.MaxValue)];
        Outcomes = [.. view.Plan.Outcomes.Where(o => o.Dimension == dimension.Code)];
        var city = view.Catalogue.Units.FirstOrDefault(u => u.Level == UnitLevel.City)?.Code;
        var indicators = view.Catalogue.Indicators.Where(i => i.Dimension == dimension.Code).ToArray();
        Lines = city is null ? [] : [.. indicators.Select(i => IndicatorLine.Of(view.Figures, i, city)).OfType<IndicatorLine>()
            .OrderBy(l => l.Main.Kind != ValueKind.Actual)
            .ThenByDescending(l => l.Main.Period.End ?? DateOnly.MinValue)
            .ThenBy(l => l.Main.Period.Kind == PeriodKind.Span)
            .ThenBy(l => l.Main.Series.Indicator.Order)];
        Facts = city is null ? [] : [.. indicators.SelectMany(i => view.Figures.Shown(i.Code, city, Measure.Qualitative))];
        var dimensions = view.Plan.Dimensions;
        var place = dimensions.ToList().IndexOf(dimension);
        Before = place > 0 ? dimensions[place - 1] : null;
        After = place + 1 < dimensions.Count ? dimensions[place + 1] : null;
    }

    public Dimension Dimension { get; }

    public Course Course { get; }

    public Stairs Stairs { get; }

    public PlanCounts Counts { get; }

    /// <summary>The indicators of which a number is known for the city, the latest actual ones first.</summary>
    public IReadOnlyList<IndicatorLine> Lines { get; }

    /// <summary>Facts in words: candidates for landmark outcomes, none of them registered.</summary>
    public IReadOnlyList<Figure> Facts { get; }

    /// <summary>The dimension before this one in the official order.</summary>
    public Dimension? Before { get; }

    public Dimension? After { get; }

    /// <summary>The lights of its tasks and targets, of all years.</summary>
    public LightSummary Summary { get; }

    /// <summary>Its targets, the earliest year first.</summary>
    public IReadOnlyList<AssessedTarget> Targets { get; }

    /// <summary>Its landmark outcomes, by milestone.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>How many of its tasks wear a light.</summary>
    public int Lights(LightColour colour) => Summary.Tasks[colour];
}
