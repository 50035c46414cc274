using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>责任: who owes a target, as it was known at a moment.</summary>
public sealed record Commitment
{
    public required CommitmentTarget Target { get; init; }

    /// <summary>牵头单位, by its code; null is not known.</summary>
    public string? Owner { get; init; }

    /// <summary>责任人; null is not known.</summary>
    public string? Person { get; init; }

    /// <summary>The year that the target is counted from, as it is written; null is the earliest year that is known.</summary>
    public string? Baseline { get; init; }

    /// <summary>The year of <see cref="Baseline"/>, of 2020, 2020年 or 2020-12-31; null where it begins with none.</summary>
    public int? BaselineYear =>
        Baseline?.Trim() is { Length: >= 4 } text && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    /// <summary>允差, in % of the target; null is the usual 5.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>序号 of its task; null where it belongs to none.</summary>
    public int? Task { get; init; }

    /// <summary>The path to the target, the earliest year first; empty where none is laid down.</summary>
    public IReadOnlyList<YearPoint> Path { get; init; } = [];

    /// <summary>Why the target lies on the wrong side of its baseline; null where nothing is said of it.</summary>
    public string? Justification { get; init; }
}
