using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>出处: which document, or who, says something of the plan, and since when it is known.</summary>
public sealed record PlanOrigin
{
    /// <summary>Of what is only about to be said; whoever records it puts its own in the place.</summary>
    public static PlanOrigin NotRecorded { get; } =
        new() { Id = 0, Source = "", KnownFrom = default, KnownFromBasis = KnownFromBasis.Recorded, RecordedAt = default, Actor = "" };

    /// <summary>Grows with everything that is said of the plan, in the order of recording.</summary>
    public required long Id { get; init; }

    /// <summary>The document as cited, or the person's reason where it was changed on a page.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset KnownFrom { get; init; }
    public required KnownFromBasis KnownFromBasis { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it: a sign-in name, <c>command</c> or <c>setup</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>True when it is known at a moment, by the clock of the moment.</summary>
    public bool IsKnownAt(AsOf asOf) => KnownFrom <= asOf.Moment && asOf.Holds(RecordedAt);
}
