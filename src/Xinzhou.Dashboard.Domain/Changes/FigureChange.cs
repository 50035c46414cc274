using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>A figure that says something else than at an earlier moment, or is not shown any more.</summary>
/// <param name="Before">What was shown.</param>
/// <param name="After">What is shown; null where nothing is.</param>
/// <param name="Withdrawal">That the earlier one was withdrawn; null where it was not.</param>
/// <param name="At">Since when.</param>
public sealed record FigureChange(Figure Before, Figure? After, Withdrawal? Withdrawal, DateTimeOffset At);
