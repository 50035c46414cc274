using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reviews;

/// <summary>
/// Verdicts signed by a leader on the pack that he saw. That it is he was proved a moment before by a second factor. 再办 issues its
/// notice in the same change: there is no signature without it, and no notice without the signature.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">The plan, with the units.</param>
/// <param name="notices">Issues notices.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewSigning(
    IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, NoticeSteps notices, TimeProvider time)
{
    /// <summary>Signs.</summary>
    /// <param name="review">The number of the review.</param>
    /// <param name="pack">What he saw: <see cref="PlanReview.PackName"/>.</param>
    /// <param name="entries">The verdicts; one dimension at least.</param>
    /// <param name="factor">By what he has just proved that it is he.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ReviewOutcome> SignAsync(
        long review, string pack, IReadOnlyList<VerdictEntry> entries, SignatureFactor factor, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (!ReviewRules.MaySign(actor)) return ChangeRefusal.WrongRole;
        VerdictEntry[] said = [.. entries.Select(e => e.Trimmed())];
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Supervision, cancellation);
        await change.LockAsync(ChangeLock.Reviews, cancellation);
        var book = await ReviewReader.ReadAsync(change.Context, null, cancellation);
        if (book.Find(review) is not { } held) return ChangeRefusal.NotFound;
        if (held.Pack is not { } frozen) return ReviewOutcome.Of(ReviewReason.NotFrozen);
        var plan = snapshots.Current.PlanAt(new AsOf(change.Now));
        if (ReviewRules.Faults(book, held, said, plan, Shanghai.DayOf(change.Now)).ToArray() is { Length: > 0 } faults) return ReviewOutcome.Of(faults);
        if (held.PackName != pack) return ChangeRefusal.Stale;

        var content = await change.Context.ReviewPacks.Where(p => p.Id == frozen.Id).Select(p => p.Content).SingleAsync(cancellation);
        var terms = new SealTerms(held.Subject, pack, frozen.ContentHash, said, actor.Name, change.Now, factor).Text();
        var seal = new ReviewSealEntity
        {
            ReviewId = review,
            PackId = frozen.Id,
            Terms = terms,
            Digest = SealTerms.Digest(terms),
            Hash = Sha256.Of(PackFile.Write(content, [.. held.Seals.Select(s => s.Terms), terms])),
            Factor = factor,
            SignedBy = actor.Id,
            SignedAt = change.Now,
        };
        change.Context.Add(seal);
        await change.SaveAsync(cancellation);
        var issued = new List<NoticeNumber>();
        foreach (var entry in said)
        {
            NoticeNumber? notice = null;
            if (entry.Redo is { } redo)
            {
                var outcome = await notices.IssueAsync(change, NoticeOf(held, entry, redo, plan), actor, cancellation);
                // What it is made of was checked above; should it be refused all the same, nothing is signed.
                if (outcome.Refusal is not null) return new(outcome.Refusal, [new(ReviewReason.UnknownUnit, entry.Dimension)], 0);
                issued.Add((notice = outcome.Numbers[0]).Value);
            }

            change.Context.Add(new ReviewVerdictEntity
            {
                SealId = seal.Id,
                ReviewId = review,
                DimensionCode = entry.Dimension,
                Verdict = entry.Verdict,
                Decision = entry.Decision,
                Comment = entry.Comment,
                LeadCode = entry.Redo?.Lead,
                Grade = entry.Redo?.Grade,
                NoticeNumber = notice,
            });
        }

        change.Audit("review.sign", ReviewPreparing.SubjectOf(held.Subject), new
        {
            review,
            pack = seal.Hash,
            seal.Digest,
            factor,
            verdicts = said.Select(e => new { e.Dimension, e.Verdict, e.Decision, e.Comment }),
            notices = issued.Select(n => n.Code),
        });
        await ReviewMessages.SignedAsync(change, held, said, plan, cancellation);
        await change.CommitAsync(cancellation);
        return ReviewOutcome.Done(review);
    }

    private static NoticeDraft NoticeOf(PlanReview review, VerdictEntry entry, RedoOrder redo, CityPlan plan) => new()
    {
        Grade = redo.Grade,
        Subject = VerdictAnchors.Notice(review.Subject, plan.Dimension(entry.Dimension)?.FullName ?? entry.Dimension),
        Requirement = entry.Comment,
        Origin = NoticeOrigin.Review,
        Reference = ReferenceOf(review.Subject, entry.Dimension),
        Leads = [redo.Lead],
    };

    /// <summary>What a notice says it comes from: 2025 industry.</summary>
    private static string ReferenceOf(ReviewSubject subject, string dimension) => $"{subject} {dimension}";
}
