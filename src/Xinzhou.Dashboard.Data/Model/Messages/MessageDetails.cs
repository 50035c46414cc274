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

    /// <summary>What was done about the notice, the rung that it climbed or the step that is due; what was decided of a proposal; as a code.</summary>
    public string? Act { get; init; }

    /// <summary>Whose account it is about.</summary>
    public string? Person { get; init; }

    /// <summary>The name of the unit whose check-ins or work items they are.</summary>
    public string? Department { get; init; }

    /// <summary>What it is about, where that is none of the above: the code of a kind of concern.</summary>
    public string? Concern { get; init; }

    /// <summary>Which one, as its kind names it: <c>3/2</c>; null where several are meant.</summary>
    public string? Reference { get; init; }

    /// <summary>What it is called.</summary>
    public string? About { get; init; }

    /// <summary>By when: <c>2026-10-15</c>.</summary>
    public string? Day { get; init; }
}
