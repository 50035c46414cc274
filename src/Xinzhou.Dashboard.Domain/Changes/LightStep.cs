using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>One turn of a light: the moment, both lights and why.</summary>
/// <param name="At">From when on it has the other colour.</param>
/// <param name="Before">How it stood right before; null where there was no such light.</param>
/// <param name="After">How it stood then; null where there was no such light any more.</param>
/// <param name="Causes">Why; never empty.</param>
public sealed record LightStep(DateTimeOffset At, Light? Before, Light? After, IReadOnlyList<TurnCause> Causes);
