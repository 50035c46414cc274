using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reviews;

/// <summary>议定事项: what reviews decide, and how it stands. Both are only ever added to.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">The plan, with the units.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewMatters(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>Notes what a review decides.</summary>
    /// <param name="review">The number of the review.</param>
    /// <param name="entry">What is decided.</param>
    /// <param name="actor">Who: a leader or the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ReviewOutcome> NoteAsync(long review, MatterEntry entry, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!ReviewRules.MayPrepare(actor)) return ChangeRefusal.WrongRole;
        var said = entry.Trimmed();
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Reviews, cancellation);
        if (await change.Context.PlanReviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == review, cancellation) is not { } held) return ChangeRefusal.NotFound;
        if (ReviewRules.Fault(said, snapshots.Current.PlanAt(new AsOf(change.Now)), Shanghai.DayOf(change.Now)) is { } fault) return ReviewOutcome.Of(fault);
        var row = new ReviewMatterEntity
        {
            ReviewId = review,
            Text = said.Text,
            OwnerCode = said.Owner,
            Person = said.Person,
            Due = said.Due!.Value,
            NotedBy = actor.Id,
            NotedAt = change.Now,
        };
        change.Context.Add(row);
        await change.SaveAsync(cancellation);
        await ReviewMessages.NotedAsync(change, review, row.Id, said, cancellation);
        change.Audit("review.matter", ReviewPreparing.SubjectOf(held.Subject), new { review, said.Text, said.Owner, said.Person, said.Due });
        await change.CommitAsync(cancellation);
        return ReviewOutcome.Done(review);
    }

    /// <summary>Notes how a matter stands.</summary>
    /// <param name="matter">The number of the matter.</param>
    /// <param name="state">How.</param>
    /// <param name="text">What was done, or why not.</param>
    /// <param name="actor">Who: a leader or the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ReviewOutcome> ReportAsync(long matter, MatterState state, string? text, Actor actor, CancellationToken cancellation = default)
    {
        if (!ReviewRules.MayPrepare(actor)) return ChangeRefusal.WrongRole;
        var said = PlainText.Entered(text) ?? "";
        if (said.Length == 0) return ReviewOutcome.Of(ReviewReason.TextMissing);
        if (said.Length > MatterEntry.MaxLength) return ReviewOutcome.Of(ReviewReason.TooLong);
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Reviews, cancellation);
        if (await change.Context.ReviewMatters.AsNoTracking().SingleOrDefaultAsync(m => m.Id == matter, cancellation) is not { } held) return ReviewOutcome.Of(ReviewReason.UnknownMatter);
        change.Context.Add(new ReviewMatterReportEntity { MatterId = matter, State = state, Text = said, NotedBy = actor.Id, NotedAt = change.Now });
        change.Audit("review.matter-report", $"review {held.ReviewId}", new { matter = held.Text, state, text = said });
        await change.CommitAsync(cancellation);
        return ReviewOutcome.Done(held.ReviewId);
    }
}
