namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What a count adds to a score.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Number">How many; null where there is no rate, since nothing fell due: it adds nothing.</param>
/// <param name="Weight">Points for each.</param>
public sealed record ScoreTerm(ConductMeasure Measure, decimal? Number, decimal Weight)
{
    /// <summary>The points that it adds.</summary>
    public decimal Points => (Number ?? 0) * Weight;
}
