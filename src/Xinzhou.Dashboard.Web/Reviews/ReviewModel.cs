using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse;

namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>What the pages of a review read: one snapshot, now; lights and outcomes as the pack holds them, once it is frozen.</summary>
public sealed class ReviewModel
{
    private ReviewModel(Snapshot snapshot, DateTimeOffset now, PlanReview review)
    {
        (Book, Review, Now) = (snapshot.Reviews, review, now);
        Plan = snapshot.PlanAt(new AsOf(now));
        var frozen = new AsOf(review.Pack?.At ?? now);
        Lights = snapshot.LightsAt(frozen);
        FrozenPlan = snapshot.PlanAt(frozen);
        Opening = Book.OpeningWith(review);
        Gaps = JudgedGap.Of(FrozenPlan.Tasks, Lights, Judgement.Standing(snapshot.Judgements, frozen));
    }

    /// <summary>All reviews.</summary>
    public ReviewBook Book { get; }

    /// <summary>The review.</summary>
    public PlanReview Review { get; }

    /// <summary>The moment that the page speaks from.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The plan as it is known now.</summary>
    public CityPlan Plan { get; }

    /// <summary>The plan as it was known when the pack was frozen; while none is, now.</summary>
    public CityPlan FrozenPlan { get; }

    /// <summary>The lights as they were when the pack was frozen; while none is, now.</summary>
    public LightBoard Lights { get; }

    /// <summary>Where judgement and light differed when the pack was frozen: what there is to talk about; while none is, now.</summary>
    public IReadOnlyList<JudgedGap> Gaps { get; }

    /// <summary>What the review opens with.</summary>
    public IReadOnlyList<ReviewMatter> Opening { get; }

    /// <summary>The day in Asia/Shanghai.</summary>
    public DateOnly Today => Shanghai.DayOf(Now);

    /// <summary>The goal of the milestone; null for a quarter.</summary>
    public Milestone? Milestone => Review.Subject.IsMilestone ? Plan.Milestones.FirstOrDefault(m => m.Year == Review.Subject.Year) : null;

    /// <summary>The dimensions that are still to be signed in this review.</summary>
    public IEnumerable<Dimension> NotSigned =>
        Plan.Dimensions.Where(d => Review.Verdict(d.Code) is null && !Book.IsAccepted(Review.Subject, d.Code));

    /// <summary>A review as it stands; null if there is none of the number.</summary>
    public static ReviewModel? Of(Snapshot snapshot, DateTimeOffset now, long id)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Reviews.Find(id) is { } review ? new(snapshot, now, review) : null;
    }

    /// <summary>How a dimension stands to what is reviewed: its tasks, and its targets and outcomes of the year.</summary>
    public LightSummary StandingOf(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Lights.OfMilestone(Review.Subject.Year, dimension.Code);
    }

    /// <summary>标志性成果 of the year, by dimension.</summary>
    public IEnumerable<Outcome> OutcomesOf(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return FrozenPlan.Outcomes.Where(o => o.Year == Review.Subject.Year && o.Dimension == dimension.Code);
    }
}
