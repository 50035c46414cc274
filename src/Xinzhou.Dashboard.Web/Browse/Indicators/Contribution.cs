namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>What a part, a county or an industry, brings to the change of a total.</summary>
/// <param name="Before">Its value a year before.</param>
/// <param name="Now">Its value.</param>
/// <param name="Points">Its change over the total a year before, in 百分点, unrounded.</param>
public sealed record Contribution(Figure Before, Figure Now, decimal Points)
{
    /// <summary>The county; of an industry the unit of the total.</summary>
    public StatisticalUnit Unit => Now.Series.Unit;

    /// <summary>The industry; of a county the indicator of the total.</summary>
    public Indicator Indicator => Now.Series.Indicator;
}
