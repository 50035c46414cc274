namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A moment at which the figures are asked for, and the clock it is read on.</summary>
/// <param name="Moment">Inclusive: a figure known from this moment is known.</param>
/// <param name="Clock">The clock.</param>
public readonly record struct AsOf(DateTimeOffset Moment, Clock Clock = Clock.Known);
