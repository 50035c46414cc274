using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>交账: how a dimension of a milestone was reviewed.</summary>
/// <param name="Verdict">达成, 基本达成 or 未达成.</param>
/// <param name="Decision">认账, 退回 or 再办.</param>
/// <param name="Comment">The comment; null if there is none.</param>
/// <param name="By">Who signed.</param>
/// <param name="At">When.</param>
/// <param name="Pack">The hash of the frozen pack with this signature: <c>packs/{hash}</c>.</param>
public sealed record ReviewItem(
    [property: Allowed("达成", "基本达成", "未达成")] string Verdict,
    [property: Allowed("认账", "退回", "再办")] string Decision,
    string? Comment,
    string By,
    DateTimeOffset At,
    string Pack)
{
    /// <summary>The last verdict on a dimension of a milestone; null while none is signed.</summary>
    internal static ReviewItem? Of(ReviewBook reviews, int milestone, string dimension) =>
        reviews.Latest(ReviewSubject.Milestone(milestone), dimension) is { } signed
            ? new(
                VerdictAnchors.Name(signed.Verdict.Entry.Verdict),
                VerdictAnchors.Name(signed.Verdict.Entry.Decision),
                signed.Verdict.Entry.Comment,
                signed.Seal.By.Name,
                Instants.InShanghai(signed.Seal.At),
                signed.Seal.Pack)
            : null;

    /// <summary>The verdict on a dimension of the last milestone that has one; null while none is signed.</summary>
    internal static ReviewItem? Last(ReviewBook reviews, CityPlan plan, string dimension) =>
        plan.Milestones.Reverse().Select(m => Of(reviews, m.Year, dimension)).FirstOrDefault(r => r is not null);
}
