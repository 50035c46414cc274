using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.AboutData;

/// <summary>What is weak about the data, counted, at one moment.</summary>
public sealed class AboutDataModel
{
    private readonly CityPlan _plan;

    /// <param name="snapshot">Everything there is.</param>
    /// <param name="asOf">The moment asked for.</param>
    public AboutDataModel(Snapshot snapshot, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _plan = snapshot.PlanAt(asOf);
        var digest = snapshot.DigestAt(asOf);
        (Figures, Findings) = (digest.Counts, digest.Findings);
        IndicatorsGrouped = snapshot.Catalogue.Indicators.Count(i => i.Dimension is not null);
        Indicators = snapshot.Catalogue.Indicators.Count;
    }

    public FigureCounts Figures { get; }

    public int Indicators { get; }

    /// <summary>Indicators that are grouped under a dimension by us.</summary>
    public int IndicatorsGrouped { get; }

    /// <summary>Figures that break a rule, the worst first.</summary>
    public IReadOnlyList<(Figure Figure, Finding Finding)> Findings { get; }

    public int Tasks => _plan.Tasks.Count;

    public int NumbersProvisional => _plan.Tasks.Count(t => t.NumberStatus != Status.Official);

    public int TitlesProvisional => _plan.Tasks.Count(t => t.TitleStatus != Status.Official);

    public int Placeholders => _plan.Tasks.Count(t => t.IsPlaceholder);

    public int DimensionsProvisional => _plan.Tasks.Count(t => t.DimensionStatus != Status.Official);

    public int Aspects => _plan.Aspects.Count;

    public int AspectsUnnamed => _plan.Aspects.Count(a => string.IsNullOrEmpty(a.Title));
}
