namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>What the address asks of the page of the counties; everything may be left out.</summary>
/// <param name="Indicator">Code or name.</param>
/// <param name="Period">The key of a period (<see cref="CountiesModel.KeyOf"/>).</param>
/// <param name="Measure">The code of a <see cref="CountyMeasure"/>.</param>
/// <param name="Unit">The code of the unit that is looked at more closely.</param>
public sealed record CountiesQuery(string? Indicator = null, string? Period = null, string? Measure = null, string? Unit = null);
