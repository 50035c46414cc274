namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>A column of the table of an indicator.</summary>
public enum StatementColumn
{
    /// <summary>The level, in the indicator's unit.</summary>
    Level,

    /// <summary>The share, %.</summary>
    Share,

    /// <summary>Growth of every kind: year on year, of a single period, average, on the span before; each named.</summary>
    Growth,

    /// <summary>The gap to the province, 百分点; published or derived.</summary>
    GapToProvince,

    /// <summary>The gap to the nation, 百分点.</summary>
    GapToNation,

    /// <summary>Facts in words.</summary>
    Words,
}
