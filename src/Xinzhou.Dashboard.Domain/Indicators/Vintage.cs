namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A figure as judged at a moment.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Preferred">True when it is the one shown.</param>
/// <param name="KnownTo">
/// Null while it is shown; else the moment another took its place, or its own known-from if it never was shown.
/// </param>
public readonly record struct Vintage(Figure Figure, bool Preferred, DateTimeOffset? KnownTo);
