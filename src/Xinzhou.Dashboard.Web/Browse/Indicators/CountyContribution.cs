namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>What a county brings to the change of the city.</summary>
/// <param name="Unit">The county.</param>
/// <param name="Before">Its value a year before.</param>
/// <param name="Now">Its value.</param>
/// <param name="Points">Its change over the city's value a year before, in 百分点, unrounded.</param>
public sealed record CountyContribution(StatisticalUnit Unit, Figure Before, Figure Now, decimal Points);
