using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>交账: one review of a milestone or a quarter, as it stands at a moment.</summary>
public sealed record PlanReview
{
    /// <summary>Grows in the order of recording.</summary>
    public required long Id { get; init; }

    /// <summary>What is reviewed.</summary>
    public required ReviewSubject Subject { get; init; }

    /// <summary>The day that it is held on, or planned for.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Who prepared it.</summary>
    public required Person By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The packs that were frozen for it, the earliest first: another one takes the place of one that nobody has signed.</summary>
    public IReadOnlyList<FrozenPack> Packs { get; init; } = [];

    /// <summary>The signatures, the earliest first; all on the last pack.</summary>
    public IReadOnlyList<ReviewSeal> Seals { get; init; } = [];

    /// <summary>议定事项, the earliest first.</summary>
    public IReadOnlyList<ReviewMatter> Matters { get; init; } = [];

    /// <summary>The pack that is signed; null while nothing is frozen.</summary>
    public FrozenPack? Pack => Packs is [.., var last] ? last : null;

    /// <summary>The name of the newest file of the pack, with all signatures so far; null while nothing is frozen.</summary>
    public string? PackName => Seals is [.., var seal] ? seal.Pack : Pack?.Hash;

    /// <summary>The verdicts with their signatures, in the order of signing.</summary>
    public IEnumerable<(SealedVerdict Verdict, ReviewSeal Seal)> Verdicts => Seals.SelectMany(s => s.Verdicts.Select(v => (v, s)));

    /// <summary>The verdict on a dimension; null while it is not signed.</summary>
    public (SealedVerdict Verdict, ReviewSeal Seal)? Verdict(string dimension)
    {
        foreach (var one in Verdicts)
        {
            if (one.Verdict.Entry.Dimension == dimension) return one;
        }

        return null;
    }

    /// <summary>Every dimension is signed here, or was accepted in an earlier review of the same.</summary>
    /// <param name="dimensions">The codes of the dimensions.</param>
    /// <param name="book">All reviews.</param>
    public bool IsComplete(IEnumerable<string> dimensions, ReviewBook book)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(book);
        return Seals.Count > 0 && dimensions.All(d => Verdict(d) is not null || book.IsAccepted(Subject, d));
    }
}
