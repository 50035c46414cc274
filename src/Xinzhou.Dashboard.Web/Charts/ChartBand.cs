namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>In what a value to come lies with some probability: a band over the periods that are forecast.</summary>
/// <param name="Level">The probability, in %.</param>
/// <param name="Edges">Its bounds, the earliest first. It reaches from the first to the last and joins nothing else.</param>
public sealed record ChartBand(int Level, IReadOnlyList<ChartBandEdge> Edges);
