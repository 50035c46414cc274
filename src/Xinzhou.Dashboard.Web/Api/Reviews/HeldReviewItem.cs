using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Reviews;

/// <summary>交账: a review of a milestone or a quarter.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Subject">The year of the milestone, or the quarter: <c>2025</c>, <c>2026-Q3</c>.</param>
/// <param name="Kind">milestone or quarter.</param>
/// <param name="HeldOn">The day that it is held on, or planned for.</param>
/// <param name="FrozenAt">When its pack was frozen; null while it is not.</param>
/// <param name="Pack">The hash of the pack with all signatures so far: <c>packs/{hash}</c>; null while it is not frozen.</param>
/// <param name="Verdicts">What is signed, in the order of signing.</param>
/// <param name="Matters">What it decided.</param>
public sealed record HeldReviewItem(
    long Id,
    string Subject,
    [property: Allowed("milestone", "quarter")] string Kind,
    DateOnly HeldOn,
    DateTimeOffset? FrozenAt,
    string? Pack,
    IReadOnlyList<HeldVerdictItem> Verdicts,
    IReadOnlyList<MatterItem> Matters)
{
    internal static readonly IReadOnlyList<CsvColumn<HeldReviewItem>> Columns =
    [
        new("id", r => r.Id.ToString(CultureInfo.InvariantCulture)),
        new("subject", r => r.Subject),
        new("kind", r => r.Kind),
        new("heldOn", r => Instants.Written(r.HeldOn)),
        new("frozenAt", r => r.FrozenAt.Cell()),
        new("pack", r => r.Pack),
        new("verdicts", r => r.Verdicts.Select(v => $"{v.Dimension}={v.Verdict} {v.Decision}").Cell()),
        new("matters", r => r.Matters.Select(m => m.Text).Cell()),
    ];

    /// <summary>A review as it stood at a moment.</summary>
    internal static HeldReviewItem Of(PlanReview review, CityPlan plan) => new(
        review.Id,
        review.Subject.Code,
        review.Subject.IsMilestone ? "milestone" : "quarter",
        review.HeldOn,
        review.Pack is { } pack ? Instants.InShanghai(pack.At) : null,
        review.PackName,
        [
            .. review.Verdicts.Select(v => new HeldVerdictItem(
                v.Verdict.Entry.Dimension,
                VerdictAnchors.Name(v.Verdict.Entry.Verdict),
                VerdictAnchors.Name(v.Verdict.Entry.Decision),
                v.Verdict.Entry.Comment,
                v.Verdict.Notice,
                v.Seal.By.Name,
                Instants.InShanghai(v.Seal.At),
                v.Seal.Pack)),
        ],
        [.. review.Matters.Select(m => new MatterItem(m.Text, plan.DepartmentName(m.Owner), m.Person, m.Due, Code.Of(m.State), m.Latest?.Text))]);
}
