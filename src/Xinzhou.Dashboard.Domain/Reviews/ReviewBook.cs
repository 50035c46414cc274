using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>All reviews. What is done here is known when it is recorded; nothing is overwritten.</summary>
public sealed class ReviewBook
{
    private readonly PlanReview[] _all;

    // Every milestone on a page asks for each dimension's.
    private readonly Lazy<Dictionary<(ReviewSubject Subject, string Dimension), (SealedVerdict Verdict, ReviewSeal Seal)>> _latest;

    private ReviewBook(PlanReview[] all)
    {
        _all = all;
        _latest = new(LatestOfEach);
        ChangedAt = Moments().DefaultIfEmpty().Max();
    }

    public static ReviewBook Empty { get; } = new([]);

    /// <summary>All reviews, in the order in which they were prepared.</summary>
    public IReadOnlyList<PlanReview> All => _all;

    /// <summary>The moment of the last change; the beginning of time for none.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>The review, of a milestone or a quarter, under which the last signature stands; null while nobody has signed any.</summary>
    public PlanReview? LastSigned => _all.Where(r => r.Seals.Count > 0).MaxBy(r => r.Seals[^1].At);

    /// <param name="reviews">All reviews.</param>
    public static ReviewBook Of(IEnumerable<PlanReview> reviews) => new([.. reviews.OrderBy(r => r.Id)]);

    /// <summary>The reviews as they stood at a moment.</summary>
    public ReviewBook At(AsOf asOf) => ChangedAt <= asOf.Moment && asOf.Holds(ChangedAt) ? this : new(
    [
        .. _all.Where(r => IsKnown(r.At, asOf)).Select(r => r with
        {
            Packs = [.. r.Packs.Where(p => IsKnown(p.At, asOf))],
            Seals = [.. r.Seals.Where(s => IsKnown(s.At, asOf))],
            Matters = [.. r.Matters.Where(m => IsKnown(m.At, asOf)).Select(m => m with { Reports = [.. m.Reports.Where(p => IsKnown(p.At, asOf))] })],
        }),
    ]);

    /// <summary>The review of a number; null if there is none.</summary>
    public PlanReview? Find(long id) => Array.Find(_all, r => r.Id == id);

    /// <summary>The reviews of a subject, the earliest first: there are several where something was sent back or redone.</summary>
    public IEnumerable<PlanReview> Of(ReviewSubject subject) => _all.Where(r => r.Subject == subject);

    /// <summary>The last verdict on a dimension of a subject; null while none is signed.</summary>
    public (SealedVerdict Verdict, ReviewSeal Seal)? Latest(ReviewSubject subject, string dimension) =>
        _latest.Value.TryGetValue((subject, dimension), out var latest) ? latest : null;

    /// <summary>Whether the last verdict on a dimension was accepted (认账): it is not reviewed again.</summary>
    public bool IsAccepted(ReviewSubject subject, string dimension) =>
        Latest(subject, dimension)?.Verdict.Entry.Decision == ReviewDecision.Accept;

    /// <summary>The matters that a review opens with: those of the last review before it that decided any, and what is still owed of earlier ones.</summary>
    public IReadOnlyList<ReviewMatter> OpeningWith(PlanReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        PlanReview[] before = [.. _all.Where(r => r.Id < review.Id && r.Matters.Count > 0)];
        return
        [
            .. before.SkipLast(1).SelectMany(r => r.Matters).Where(m => m.State == MatterState.Open),
            .. before.TakeLast(1).SelectMany(r => r.Matters),
        ];
    }

    private Dictionary<(ReviewSubject Subject, string Dimension), (SealedVerdict Verdict, ReviewSeal Seal)> LatestOfEach()
    {
        var latest = new Dictionary<(ReviewSubject, string), (SealedVerdict, ReviewSeal)>();
        foreach (var review in Enumerable.Reverse(_all))
        {
            foreach (var one in review.Verdicts) latest.TryAdd((review.Subject, one.Verdict.Entry.Dimension), one);
        }

        return latest;
    }

    private static bool IsKnown(DateTimeOffset at, AsOf asOf) => at <= asOf.Moment && asOf.Holds(at);

    private IEnumerable<DateTimeOffset> Moments() => _all.SelectMany(r => r.Packs.Select(p => p.At)
        .Concat(r.Seals.Select(s => s.At))
        .Concat(r.Matters.SelectMany(m => m.Reports.Select(p => p.At).Append(m.At)))
        .Append(r.At));
}
