using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>签字: one signature under the verdicts of one or more dimensions. It is never changed.</summary>
public sealed record ReviewSeal
{
    /// <summary>Grows in the order of recording.</summary>
    public required long Id { get; init; }

    /// <summary>What was signed: <see cref="SealTerms"/>, as canonical JSON.</summary>
    public required string Terms { get; init; }

    /// <summary>SHA-256 of <see cref="Terms"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>The name of the pack with this signature and all before it: the SHA-256 of its file.</summary>
    public required string Pack { get; init; }

    /// <summary>By what he proved that it is he.</summary>
    public required SignatureFactor Factor { get; init; }

    /// <summary>Who signed.</summary>
    public required Person By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The verdicts.</summary>
    public required IReadOnlyList<SealedVerdict> Verdicts { get; init; }
}
