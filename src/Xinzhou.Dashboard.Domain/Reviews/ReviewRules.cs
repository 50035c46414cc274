using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What may be done about a review, by whom and when.</summary>
public static class ReviewRules
{
    /// <summary>How many days ahead a review is prepared at most.</summary>
    public const int MaxDays = 366;

    /// <summary>Whether somebody prepares reviews, freezes their packs and notes what they decide: the inspection office and leaders.</summary>
    public static bool MayPrepare(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.Has(Right.RunSupervision) || MaySign(actor);
    }

    /// <summary>Whether somebody signs verdicts: leaders.</summary>
    public static bool MaySign(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.Has(Right.SignReviews);
    }

    /// <summary>Why a review is not prepared; null if it can be.</summary>
    /// <param name="book">All reviews.</param>
    /// <param name="subject">What is to be reviewed.</param>
    /// <param name="heldOn">The day that it is planned for.</param>
    /// <param name="plan">The plan as it is known.</param>
    /// <param name="today">The day in Asia/Shanghai.</param>
    public static ReviewReason? Preparing(ReviewBook book, ReviewSubject subject, DateOnly? heldOn, CityPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(plan);
        if (subject.IsMilestone && plan.Milestones.All(m => m.Year != subject.Year)) return ReviewReason.UnknownSubject;
        if (today < subject.FirstDay) return ReviewReason.NotBegun;
        if (heldOn is not { } day) return ReviewReason.DayMissing;
        if (day < subject.FirstDay || day > today.AddDays(MaxDays)) return ReviewReason.DayWrong;
        string[] dimensions = [.. plan.Dimensions.Select(d => d.Code)];
        if (book.Of(subject).Any(r => !r.IsComplete(dimensions, book))) return ReviewReason.AlreadyOpen;
        return dimensions.Length > 0 && dimensions.All(d => book.IsAccepted(subject, d)) ? ReviewReason.AllAccepted : null;
    }

    /// <summary>Whether there is anything that a subject could be held against: targets or landmark outcomes of its year, or work items.</summary>
    /// <param name="subject">What is reviewed.</param>
    /// <param name="plan">The plan as it is known.</param>
    /// <param name="board">The lights.</param>
    public static bool HasCriteria(ReviewSubject subject, CityPlan plan, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(board);
        return board.Items.Count > 0 || board.Targets.Any(t => t.Year == subject.Year) || plan.Outcomes.Any(o => o.Year == subject.Year);
    }

    /// <summary>What is wrong with verdicts; empty if they can be signed.</summary>
    /// <param name="book">All reviews.</param>
    /// <param name="review">The review; its pack is frozen.</param>
    /// <param name="entries">The verdicts, trimmed.</param>
    /// <param name="plan">The plan as it is known.</param>
    /// <param name="today">The day in Asia/Shanghai.</param>
    public static IEnumerable<ReviewFault> Faults(
        ReviewBook book, PlanReview review, IReadOnlyList<VerdictEntry> entries, CityPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(plan);
        if (entries.Count == 0) yield return ReviewReason.NothingSaid;
        var seen = new HashSet<string>();
        foreach (var entry in entries)
        {
            foreach (var reason in Reasons(entry)) yield return new(reason, entry.Dimension);
        }

        IEnumerable<ReviewReason> Reasons(VerdictEntry entry)
        {
            if (!seen.Add(entry.Dimension) || plan.Dimensions.All(d => d.Code != entry.Dimension))
            {
                yield return ReviewReason.UnknownDimension;
                yield break;
            }

            if (review.Verdict(entry.Dimension) is not null) yield return ReviewReason.AlreadySigned;
            else if (book.IsAccepted(review.Subject, entry.Dimension)) yield return ReviewReason.AcceptedBefore;
            if (entry is { Verdict: ReviewVerdict.Achieved, Decision: not ReviewDecision.Accept }) yield return ReviewReason.AchievedNotAccepted;
            else if (entry is not { Verdict: ReviewVerdict.Achieved } && entry.Comment is null) yield return ReviewReason.CommentMissing;
            if (entry.Comment?.Length > VerdictEntry.MaxLength) yield return ReviewReason.TooLong;
            if (entry.Decision != ReviewDecision.Redo) yield break;
            if (entry.Redo is null || string.IsNullOrWhiteSpace(entry.Redo.Lead)) yield return ReviewReason.LeadMissing;
            else if (plan.Departments.FirstOrDefault(d => d.Code == entry.Redo.Lead) is not { } unit || unit.IsDissolvedOn(today)) yield return ReviewReason.UnknownUnit;
        }
    }

    /// <summary>What is wrong with a matter that a review decides (议定事项); null if it can be noted.</summary>
    /// <param name="entry">The matter, trimmed.</param>
    /// <param name="plan">The plan as it is known.</param>
    /// <param name="today">The day in Asia/Shanghai.</param>
    public static ReviewReason? Fault(MatterEntry entry, CityPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(plan);
        return entry.Text.Length == 0 ? ReviewReason.TextMissing
            : entry.Text.Length > MatterEntry.MaxLength || entry.Person?.Length > MatterEntry.MaxPerson ? ReviewReason.TooLong
            : plan.Departments.FirstOrDefault(d => d.Code == entry.Owner) is not { } unit || unit.IsDissolvedOn(today) ? ReviewReason.UnknownUnit
            : entry.Due is not { } due || due < today || due > today.AddDays(3 * MaxDays) ? ReviewReason.DueWrong
            : null;
    }
}
