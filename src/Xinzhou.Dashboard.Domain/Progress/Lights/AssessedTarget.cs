using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>A shown target with who owes it and how it stands.</summary>
public sealed record AssessedTarget
{
    public required Figure Figure { get; init; }

    /// <summary>Who owes it; null where nobody is known to.</summary>
    public Commitment? Commitment { get; init; }

    /// <summary>Its year, of a span the last; null where it has none or is of a part of one.</summary>
    public int? Year { get; init; }

    /// <summary>能级: its indicator's, else that of the task that the commitment names; null where neither says.</summary>
    public string? Dimension { get; init; }

    public required Light Light { get; init; }
}
