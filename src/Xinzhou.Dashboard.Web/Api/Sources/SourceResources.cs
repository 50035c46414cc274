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
        var uses = request.Snapshot.DigestAt(request.AsOf).Sources;
        var sources = request.Snapshot.Sources.Where(s => uses.ContainsKey(s.Id));
        return Answers.List(request, sources, s => s.Id, s => SourceItem.Of(s, uses[s.Id].Known), Shape);
    }

    private static Answer? One(ReadRequest request) => request.Snapshot.Source(request.Route("id")) is { } source
        ? Answers.One(
            request,
            SourceItem.Of(source, request.Snapshot.DigestAt(request.AsOf).Sources.GetValueOrDefault(source.Id).Known),
            ApiJson.Default.SourceItem,
            SourceItem.Columns)
        : null;
}
