namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>Somebody has used a figure that no longer holds.</summary>
internal sealed record FigureUse
{
    /// <summary>Who.</summary>
    public required Guid User { get; init; }

    /// <summary>The name of the indicator.</summary>
    public required string Indicator { get; init; }
}
