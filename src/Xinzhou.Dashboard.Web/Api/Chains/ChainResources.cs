using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Chains;

/// <summary>The industry chains and who heads them.</summary>
public sealed class ChainResources
{
    private static readonly ListShape<ChainItem> Shape = new(ApiJson.Default.PageChainItem, ChainItem.Columns);

    public IEnumerable<ReadResource> All { get; } =
    [
        new("chains", "Plan", "The industry chains (产业链) that were taken down here and their chiefs (链长), by name; those that are no more are left out.",
            Parameters.Lists, typeof(Page<ChainItem>), List),
    ];

    private static Answer? List(ReadRequest request)
    {
        var found = IndustryChain.Standing(request.Snapshot.Chains, request.AsOf).Where(c => !c.Entry.IsClosed).Index();
        return Answers.List(request, found, c => c.Index, c => ChainItem.Of(c.Item), Shape);
    }
}
