using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Browse.Sources;

namespace Xinzhou.Dashboard.Web.Browse.Search;

/// <summary>What a search finds: by part of a name, alias, code, title or sentence; a number finds the task of that number.</summary>
public sealed record SearchResults
{
    public IReadOnlyList<IndicatorSummary> Indicators { get; private init; } = [];

    public IReadOnlyList<KeyTask> Tasks { get; private init; } = [];

    public IReadOnlyList<StatisticalUnit> Units { get; private init; } = [];

    public IReadOnlyList<Dimension> Dimensions { get; private init; } = [];

    public IReadOnlyList<Programme> Programmes { get; private init; } = [];

    public IReadOnlyList<SourceSummary> Sources { get; private init; } = [];

    public int Count => Indicators.Count + Tasks.Count + Units.Count + Dimensions.Count + Programmes.Count + Sources.Count;

    /// <summary>Searches everything that has a page.</summary>
    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="search">What to look for; nothing is found for an empty one.</param>
    public static SearchResults Of(Snapshot snapshot, BookView view, string? search)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        var part = search?.Trim() ?? "";
        if (part.Length == 0)
        {
            return new();
        }

        bool Has(params string?[] texts) => texts.Any(t => t?.Contains(part, StringComparison.OrdinalIgnoreCase) == true);
        var plan = snapshot.Plan;
        return new()
        {
            Indicators =
            [
                .. snapshot.Catalogue.Indicators.Where(i => IndicatorListModel.Matches(i, part))
                    .Select(i => IndicatorSummary.Of(view, snapshot.Catalogue, i, snapshot.Catalogue.City))
                    .OrderByDescending(s => s.Indicator.Name == part || s.Indicator.Aliases.Contains(part))
                    .ThenByDescending(s => s.Figures > 0),
            ],
            Tasks = [.. plan.Tasks.Where(t => Has(t.Title, t.Quote) || t.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == part)],
            Units = [.. snapshot.Catalogue.Units.Where(u => Has([u.Name, u.NameEn, u.Code, .. u.Aliases]))],
            Dimensions = [.. plan.Dimensions.Where(d => Has(d.FullName, d.Name, d.NameEn, d.Heading))],
            Programmes = [.. plan.Programmes.Where(p => Has([p.Name, p.NameEn, p.Quote, .. p.Members]))],
            Sources = [.. SourceIndex.All(snapshot, view).Where(s => Has(s.Source.Title, s.Source.Address) || s.Figures.Any(f => Has(f.Quote)))],
        };
    }
}
