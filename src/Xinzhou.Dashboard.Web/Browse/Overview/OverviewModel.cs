using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Browse.Steps;

namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>What the overview shows, computed from one snapshot at one moment.</summary>
public sealed class OverviewModel
{
    /// <summary>Rows of the table of latest public figures.</summary>
    private const int LatestRows = 8;

    private readonly PageView _view;

    public OverviewModel(PageView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _view = view;
        var plan = view.Plan;
        Stairs = Stairs.Of(plan, view.Today);
        Courses = Course.Of(plan);
        Counts = PlanCounts.Of([.. plan.Tasks], plan.Milestones, view.Lights, view.Reviews, plan.Dimensions);
        City = view.Catalogue.Units.FirstOrDefault(u => u.Level == UnitLevel.City);
        var mains = City is null ? [] : view.Catalogue.Indicators
            .Select(i => MainFigure.Of(view.Figures, i.Code, City.Code)).OfType<Figure>().ToArray();
        Headlines = City is null ? [] : [.. view.Catalogue.Headlines
            .Select(h => (Chosen: h, Indicator: view.Catalogue.Indicator(h.Indicator)))
            .Where(h => h.Indicator is not null)
            .Select(h => Headline.Of(h.Chosen, h.Indicator!, view.Figures, City.Code))];
        Dimensions = [.. Courses.Select(c => SummaryOf(c, mains))];
        Latest = [.. ByRecency(mains.Where(f => f.Kind == ValueKind.Actual)).Take(LatestRows)];
        (Figures, Expected, Sources) = (view.Digest.Counts.Known, view.Digest.Counts.Expected, view.Digest.Counts.Sources);
    }

    public Stairs Stairs { get; }

    public IReadOnlyList<Course> Courses { get; }

    public PlanCounts Counts { get; }

    /// <summary>The city; null while the catalogue is empty.</summary>
    public StatisticalUnit? City { get; }

    public IReadOnlyList<Headline> Headlines { get; }

    /// <summary>The first day that the dots of the headlines share; null when there are none.</summary>
    public DateOnly? SparkFrom => Dates.Cast<DateOnly?>().Min();

    /// <summary>The last day that the dots of the headlines share.</summary>
    public DateOnly? SparkTo => Dates.Cast<DateOnly?>().Max();

    public IReadOnlyList<DimensionSummary> Dimensions { get; }

    /// <summary>The city's most recent figures, one of an indicator.</summary>
    public IReadOnlyList<Figure> Latest { get; }

    /// <summary>Public figures known at the moment, of all vintages.</summary>
    public int Figures { get; }

    /// <summary>Those of them that are expected or aimed at.</summary>
    public int Expected { get; }

    /// <summary>Documents that they come from.</summary>
    public int Sources { get; }

    /// <summary>How many tasks wear a light.</summary>
    public int Lights(LightColour colour) => _view.Lights.Summary().Tasks[colour];

    /// <summary>How the next milestone stands; null after the last.</summary>
    public LightSummary? Next => Stairs.Current is { } step ? _view.Lights.OfMilestone(step.Milestone.Year) : null;

    /// <summary>What needs attention, the most urgent first; nothing that is in order.</summary>
    public IEnumerable<AttentionItem> Attention()
    {
        var missing = (Target: Counts.Tasks - Counts.WithTarget, Baseline: Counts.Tasks - Counts.WithBaseline, Lead: Counts.Tasks - Counts.WithLeadUnit);
        var alike = missing.Target == missing.Baseline && missing.Baseline == missing.Lead;
        var conflicts = _view.Conflicts;
        var (lights, plan) = (_view.Lights, _view.Plan);
        Light[] red = [.. lights.Tasks.Where(l => l.Colour == LightColour.Red)];
        return new AttentionItem[]
        {
            new(AttentionKind.Red, red.Length, [.. red.Take(2).Select(l => Glosses.With(plan.Task((int)l.Subject.Number)!.Title))]),
            new(AttentionKind.Overdue, lights.Items.Count(l => l.Reason == LightReason.Overdue), []),
            new(AttentionKind.NothingReported, lights.Items.Count(l => l.Reason == LightReason.NothingReported), []),
            new(AttentionKind.Open, Counts.MilestonesDue - Counts.MilestonesSigned, [.. Stairs.Due.Where(s => !IsSigned(s.Milestone)).Select(s => Year(s.Milestone))]),
            new(AttentionKind.NothingEntered, alike ? missing.Target : 0, []),
            new(AttentionKind.NoTarget, alike ? 0 : missing.Target, []),
            new(AttentionKind.NoBaseline, alike ? 0 : Counts.WithTarget - Counts.WithBaseline, []),
            new(AttentionKind.NoLeadUnit, alike ? 0 : missing.Lead, []),
            new(AttentionKind.Provisional, Counts.Provisional, []),
            new(AttentionKind.Placeholder, Counts.Placeholders, []),
            new(AttentionKind.Conflict, conflicts.Count, [.. conflicts.Take(1).Select(c => $"{Names.Period(c.Figures[0])} {Names.Of(c.Series.Indicator)}")]),
        }.Where(i => i.Count > 0);
    }

    /// <summary>Whether every dimension of a milestone has a signed verdict.</summary>
    private bool IsSigned(Milestone milestone) =>
        _view.Plan.Dimensions.All(d => _view.Reviews.Latest(ReviewSubject.Milestone(milestone.Year), d.Code) is not null);

    private IEnumerable<DateOnly> Dates => Headlines.SelectMany(h => h.Points).Select(p => p.Date);

    private DimensionSummary SummaryOf(Course course, IReadOnlyList<Figure> mains)
    {
        var own = mains.Where(f => f.Series.Indicator.Dimension == course.Dimension.Code).ToArray();
        return new(
            course.Dimension,
            course.Tasks,
            PlanCounts.Of(course.Tasks, _view.Plan.Milestones, _view.Lights, _view.Reviews, [course.Dimension]),
            _view.Lights.OfDimension(course.Dimension.Code).Tasks,
            own.Count(f => f.Kind == ValueKind.Actual),
            ByRecency(own.Where(f => f.Kind == ValueKind.Actual && f.Series.Measure == Measure.Level && f.Reliability != Reliability.SelfMedia)).FirstOrDefault());
    }

    private static IEnumerable<Figure> ByRecency(IEnumerable<Figure> figures) =>
        figures.Where(f => f.Period is { End: not null, Kind: not PeriodKind.Span })
            .OrderByDescending(f => f.Period.End).ThenBy(f => f.Series.Indicator.Order);

    private static string Year(Milestone milestone) => milestone.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
