using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reviews;

/// <summary>Reviews as they are prepared: called, and their packs frozen.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">What is known.</param>
/// <param name="loader">Reads what was committed up to the moment of freezing.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewPreparing(
    IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, SnapshotLoader loader, WorkingDays days, TimeProvider time)
{
    /// <summary>Calls a review.</summary>
    /// <param name="subject">What is reviewed.</param>
    /// <param name="heldOn">The day that it is planned for; null where none is given.</param>
    /// <param name="actor">Who: a leader or the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ReviewOutcome> PrepareAsync(ReviewSubject subject, DateOnly? heldOn, Actor actor, CancellationToken cancellation = default)
    {
        if (!ReviewRules.MayPrepare(actor)) return ChangeRefusal.WrongRole;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Reviews, cancellation);
        var book = await ReviewReader.ReadAsync(change.Context, null, cancellation);
        var now = new AsOf(change.Now);
        if (ReviewRules.Preparing(book, subject, heldOn, snapshots.Current.PlanAt(now), Shanghai.DayOf(change.Now)) is { } fault) return ReviewOutcome.Of(fault);
        var row = new ReviewEntity { Subject = subject, HeldOn = heldOn!.Value, PreparedBy = actor.Id, PreparedAt = change.Now };
        change.Context.Add(row);
        change.Audit("review.prepare", SubjectOf(subject), new { heldOn });
        await change.CommitAsync(cancellation);
        return ReviewOutcome.Done(row.Id);
    }

    /// <summary>Freezes what is known now. As long as nobody has signed, it can be frozen anew.</summary>
    /// <param name="review">The number of the review.</param>
    /// <param name="actor">Who: a leader or the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ReviewOutcome> FreezeAsync(long review, Actor actor, CancellationToken cancellation = default)
    {
        if (!ReviewRules.MayPrepare(actor)) return ChangeRefusal.WrongRole;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Reviews, cancellation);
        var book = await ReviewReader.ReadAsync(change.Context, null, cancellation);
        if (book.Find(review) is not { } held) return ChangeRefusal.NotFound;
        if (held.Seals.Count > 0) return ReviewOutcome.Of(ReviewReason.AlreadySigned);

        // The snapshot of pages follows a commit within moments; a pack waits for none.
        var known = await loader.CatchUpAsync(snapshots.Current, cancellation);
        var now = new AsOf(change.Now);
        var (plan, lights) = (known.PlanAt(now), known.LightsAt(now));
        if (!ReviewRules.HasCriteria(held.Subject, plan, lights)) return ReviewOutcome.Of(ReviewReason.NoCriteria);
        var content = PackContent.Write(new()
        {
            Review = held,
            By = actor.Name,
            AsOf = now,
            IsDemonstration = known.Demonstration,
            City = known.Catalogue.City.Code,
            Plan = plan,
            Figures = known.Figures.At(now),
            Lights = lights,
            Settings = known.LightSettings.At(now),
            Pledges = known.Pledges,
            CheckIns = known.CheckIns,
            Notices = known.Notices.At(now, days),
            Judgements = [.. Judgement.Standing(known.Judgements, now).Values.OrderBy(j => j.Task)],
            Risks = TaskRisk.Standing(known.Risks, now),
            Changes = book.All.LastOrDefault(r => r.Id < review && r.Pack is not null)?.Pack is { } before
                ? ChangeList.Between(known.Knowledge, before.At, now, days)
                : null,
            Matters = book.OpeningWith(held),
        });
        var row = new ReviewPackEntity
        {
            ReviewId = review,
            Content = content,
            ContentHash = Sha256.Of(content),
            Hash = Sha256.Of(PackFile.Write(content, [])),
            Size = content.Length,
            FrozenBy = actor.Id,
            FrozenAt = change.Now,
        };
        change.Context.Add(row);
        change.Audit("review.freeze", SubjectOf(held.Subject), new { review, pack = row.Hash, content = row.ContentHash, row.Size });
        await ReviewMessages.FrozenAsync(change, held, cancellation);
        await change.CommitAsync(cancellation);
        return ReviewOutcome.Done(review);
    }

    /// <summary>What the audit log calls a review.</summary>
    internal static string SubjectOf(ReviewSubject subject) => $"review {subject}";
}
