namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A moment at which the figures are asked for, and the clock it is read on.</summary>
/// <param name="Moment">Inclusive: a figure known from this moment is known.</param>
/// <param name="Clock">The clock.</param>
public readonly record struct AsOf(DateTimeOffset Moment, Clock Clock = Clock.Known)
{
    /// <summary>
    /// Only what was recorded here by then takes part, whatever the clock; null: everything that is held. It lets a reader
    /// who turns pages see one state of affairs while figures arrive.
    /// </summary>
    public DateTimeOffset? RecordedBy { get; init; }

    /// <summary>True when a row recorded at <paramref name="recordedAt"/> takes part.</summary>
    public bool Holds(DateTimeOffset recordedAt) =>
        (Clock == Clock.Known || recordedAt <= Moment) && !(recordedAt > RecordedBy);
}
