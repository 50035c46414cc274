using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Figures;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Conflicts;

/// <summary>The conflicts among published figures.</summary>
public sealed class ConflictResources(FigureShaper shaper, IStringLocalizer<ApiText> text)
{
    private static readonly ListShape<ConflictItem> Shape = new(ApiJson.Default.PageConflictItem, ConflictItem.Columns);

    private static readonly Parameter Type = new("type", "Among sources, or by an arithmetic rule.")
    { Repeatable = true, Allowed = Code.All<ConflictType>(), IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("conflicts", "Figures", "Published figures that cannot all be right: sources that disagree, and broken arithmetic.",
            [.. Parameters.Lists, Type, Parameters.Indicator, Parameters.Unit, Parameters.Measure], typeof(Page<ConflictItem>), List),
    ];

    private Answer? List(ReadRequest request)
    {
        var types = request.Query.Codes<ConflictType>(Type);
        var series = SeriesFilter.Read(request, text);
        if (request.Query.Faults.Count > 0)
        {
            return null;
        }

        // The figures of all pages are those of the first, and so are their conflicts: a place in the list keeps.
        var conflicts = request.Snapshot.DigestAt(request.AsOf).Conflicts
            .Where(c => types?.Contains(c.Type) != false && series.Accepts(c.Series))
            .Index();
        return Answers.List(request, conflicts, c => c.Index, c => Item(request, c.Item), Shape);
    }

    private ConflictItem Item(ReadRequest request, Conflict conflict)
    {
        var figures = conflict.Figures.Select(f => shaper.Shape(request, f)).ToArray();
        return new(
            conflict.Id,
            Code.Of(conflict.Type),
            conflict.Series.Indicator.Code,
            conflict.Series.Unit.Code,
            figures[0].Period,
            conflict.Preferred?.Key,
            figures,
            conflict.Reason.Text(request.English));
    }
}
