using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.AboutData;

/// <summary>What is weak about the data, counted, at one moment.</summary>
public sealed class AboutDataModel
{
    private readonly CityPlan _plan;

    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    public AboutDataModel(Snapshot snapshot, BookView view)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        _plan = snapshot.Plan;
        var known = view.Book.Histories.SelectMany(view.Known).ToArray();
        var shown = known.Where(v => v.Preferred).Select(v => v.Figure).ToArray();
        Known = known.Length;
        Preliminary = shown.Count(f => f.Stage is Stage.Flash or Stage.Preliminary);
        StageUnstated = shown.Count(f => f.Stage == Stage.Unstated);
        YearInferred = shown.Count(f => f.YearInferred);
        DayUnstated = shown.Count(f => f.KnownFromBasis == KnownFromBasis.Recorded);
        Shown = shown.Length;
        Unquoted = shown.Count(f => string.IsNullOrEmpty(f.Quote));
        ByGrade = [.. Enum.GetValues<Reliability>().OrderDescending().Select(g => (g, shown.Count(f => f.Reliability == g)))];
        IndicatorsGrouped = snapshot.Catalogue.Indicators.Count(i => i.Dimension is not null);
        Indicators = snapshot.Catalogue.Indicators.Count;
        Findings =
        [
            .. known
                .SelectMany(v => snapshot.Rules.Findings(view, v.Figure).Select(f => (v.Figure, Finding: f)))
                .OrderByDescending(f => f.Finding.Severity).ThenBy(f => f.Figure.Series.Indicator.Order).ThenByDescending(f => f.Figure.Period.End),
        ];
    }

    /// <summary>Figures known, of all versions.</summary>
    public int Known { get; }

    /// <summary>Figures shown.</summary>
    public int Shown { get; }

    /// <summary>Shown figures of stage flash or preliminary.</summary>
    public int Preliminary { get; }

    public int StageUnstated { get; }

    public int YearInferred { get; }

    /// <summary>Shown figures whose day of publication is not stated.</summary>
    public int DayUnstated { get; }

    /// <summary>Shown figures without the sentence of their source.</summary>
    public int Unquoted { get; }

    /// <summary>How many shown figures each grade has, the most reliable first.</summary>
    public IReadOnlyList<(Reliability Grade, int Figures)> ByGrade { get; }

    public int Indicators { get; }

    /// <summary>Indicators that are grouped under a dimension by us.</summary>
    public int IndicatorsGrouped { get; }

    /// <summary>Figures that break a rule, the worst first.</summary>
    public IReadOnlyList<(Figure Figure, Finding Finding)> Findings { get; }

    public int Tasks => _plan.Tasks.Count;

    public int NumbersProvisional => _plan.Tasks.Count(t => t.NumberStatus != Status.Official);

    public int TitlesProvisional => _plan.Tasks.Count(t => t.TitleStatus != Status.Official);

    public int Placeholders => _plan.Tasks.Count(t => t.IsPlaceholder);

    public int DimensionsProvisional => _plan.Tasks.Count(t => t.DimensionStatus is not (Status.Official or Status.FromArticle));

    public int Aspects => _plan.Aspects.Count;

    public int AspectsUnnamed => _plan.Aspects.Count(a => string.IsNullOrEmpty(a.Title));
}
