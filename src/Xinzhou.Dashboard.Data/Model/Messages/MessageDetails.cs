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
}
