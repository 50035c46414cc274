namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>A score and what it is reckoned from.</summary>
/// <param name="Start">The points that everybody begins with.</param>
/// <param name="Terms">What is added, in the order of <see cref="ConductMeasure"/>.</param>
public sealed record AssessmentScore(decimal Start, IReadOnlyList<ScoreTerm> Terms)
{
    /// <summary>The score, unrounded.</summary>
    public decimal Total => Start + Terms.Sum(t => t.Points);
}
