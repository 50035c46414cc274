namespace Xinzhou.Dashboard.Data.Model.Messages;

/// <summary>What a message says beside its kind.</summary>
internal sealed record MessageDetails
{
    /// <summary>Who named the person.</summary>
    public string? By { get; init; }

    /// <summary>The cell that it is about: <c>3-growth</c>.</summary>
    public string? Cell { get; init; }

    /// <summary>What was said, or why.</summary>
    public string? Text { get; init; }

    /// <summary>The indicators that he took away as a file and that no longer hold.</summary>
    public string? Exported { get; init; }

    /// <summary>The indicators that he released beside figures that no longer hold.</summary>
    public string? Reviewed { get; init; }

    /// <summary>The indicators of which a figure was withdrawn.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>The work items of which a check-in came back or was missed: <c>3/2、3/4</c>.</summary>
    public string? CheckIns { get; init; }

    /// <summary>The quarter of the check-ins: <c>2026-Q3</c>.</summary>
    public string? Quarter { get; init; }

    /// <summary>The number of a notice: <c>2026-012</c>.</summary>
    public string? Notice { get; init; }

    /// <summary>What was done about the notice, or the rung that it climbed, as a code.</summary>
    public string? Act { get; init; }

    /// <summary>Whose account it is about.</summary>
    public string? Person { get; init; }

    /// <summary>The name of the unit whose check-ins they are.</summary>
    public string? Department { get; init; }
}
