using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Reviews;

/// <summary>The reviews; the file of a pack has an end point of its own.</summary>
public sealed class ReviewResources
{
    private static readonly ListShape<HeldReviewItem> Shape = new(ApiJson.Default.PageHeldReviewItem, HeldReviewItem.Columns);

    public IEnumerable<ReadResource> All { get; } =
    [
        new("reviews", "Reviews", "The reviews (交账) of milestones and quarters, with their verdicts and what they decided.", Parameters.Lists,
            typeof(Page<HeldReviewItem>), List),
    ];

    private static Answer? List(ReadRequest request) =>
        Answers.List(request, request.Reviews.All, r => checked((int)r.Id), r => HeldReviewItem.Of(r, request.Plan), Shape);
}
