using System.Runtime.InteropServices;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Sources;

/// <summary>The documents that figures are taken from, in the order they were first cited.</summary>
public sealed class SourceResources
{
    private const string Group = "Sources";

    private static readonly ListShape<SourceItem> Shape = new(ApiJson.Default.PageSourceItem, SourceItem.Columns);

    public IEnumerable<ReadResource> All =>
    [
        new("sources", Group, "The documents that known figures cite.", Parameters.Lists, typeof(Page<SourceItem>), List),
        new("sources/{id}", Group, "One document.", Parameters.Always, typeof(SourceItem), One),
    ];

    private static Answer? List(ReadRequest request)
    {
        var counts = KnownFigures(request);
        var sources = request.Snapshot.Sources.Where(s => counts.ContainsKey(s.Id)).OrderBy(s => s.Id);
        return Answers.List(request, sources, s => s.Id, s => SourceItem.Of(s, counts[s.Id]), Shape);
    }

    private static Answer? One(ReadRequest request)
    {
        var id = request.Route("id");
        return request.Snapshot.Sources.FirstOrDefault(s => s.Key == id) is { } source
            ? Answers.One(
                request, SourceItem.Of(source, KnownFigures(request).GetValueOrDefault(source.Id)), ApiJson.Default.SourceItem, SourceItem.Columns)
            : null;
    }

    /// <summary>The number of figures known at the moment asked for, by source.</summary>
    private static Dictionary<int, int> KnownFigures(ReadRequest request)
    {
        var counts = new Dictionary<int, int>();
        foreach (var group in request.Snapshot.Figures.Histories.SelectMany(h => h.Groups))
        {
            foreach (var figure in group.Figures)
            {
                if (group.IsKnown(figure, request.AsOf))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, figure.Source.Id, out _)++;
                }
            }
        }

        return counts;
    }
}
