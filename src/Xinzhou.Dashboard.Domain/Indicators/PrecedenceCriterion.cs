namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What decides that one figure is shown before another; in the order they are asked (<see cref="Precedence"/>).</summary>
public enum PrecedenceCriterion
{
    /// <summary>The other comes from self-media.</summary>
    SelfMedia,

    /// <summary>A higher stage.</summary>
    Stage,

    /// <summary>A more reliable source.</summary>
    Reliability,

    /// <summary>Known later.</summary>
    KnownFrom,

    /// <summary>Recorded later; all else is equal.</summary>
    Line,
}
