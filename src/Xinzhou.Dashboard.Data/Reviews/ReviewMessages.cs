using System.Globalization;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Data.Reviews;

/// <summary>Leaves messages with those whom a review concerns; they are saved with what they tell of.</summary>
internal static class ReviewMessages
{
    /// <summary>资料包已冻结: to the leaders, who sign.</summary>
    public static Task FrozenAsync(Change change, PlanReview review, CancellationToken cancellation) =>
        change.TellAsync(MessageKind.ReviewFrozen, Of(review), new() { Roles = [Role.Leader] }, cancellation);

    /// <summary>签字: to the inspection office, and of each dimension to the units that lead its tasks and work items.</summary>
    public static async Task SignedAsync(
        Change change, PlanReview review, IReadOnlyList<VerdictEntry> entries, CityPlan plan, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            var units = plan.Tasks.Where(t => t.Dimension == entry.Dimension)
                .SelectMany(t => t.WorkItems.Where(i => !i.IsWithdrawn).Select(i => CheckInDuties.LeadOf(t, i)).Append(t.Lead))
                .OfType<string>().Distinct();
            var details = Of(review) with
            {
                About = $"{review.Subject.Name(english: false)} {plan.Dimension(entry.Dimension)?.FullName ?? entry.Dimension}",
                Act = Code.Of(entry.Decision),
                Text = string.IsNullOrEmpty(entry.Comment) ? null : entry.Comment,
            };
            await change.TellAsync(MessageKind.ReviewSigned, details, new() { Units = [.. units], Roles = [Role.Supervisor] }, cancellation);
        }
    }

    /// <summary>议定事项: to the unit that owes it.</summary>
    /// <param name="change">The change, which has saved the matter.</param>
    /// <param name="review">The number of the review.</param>
    /// <param name="matter">The number of the matter.</param>
    /// <param name="entry">What is decided.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task NotedAsync(Change change, long review, long matter, MatterEntry entry, CancellationToken cancellation) => change.TellAsync(
        MessageKind.MatterAssigned,
        new()
        {
            Concern = Code.Of(ConcernKind.ReviewMatter),
            Reference = FormattableString.Invariant($"{review}/{matter}"),
            About = entry.Text,
            Day = entry.Due!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        new() { Units = [entry.Owner] },
        cancellation);

    private static MessageDetails Of(PlanReview review) => new()
    {
        Concern = Code.Of(ConcernKind.Review),
        Reference = FormattableString.Invariant($"{review.Id}"),
        About = review.Subject.Name(english: false),
    };
}
