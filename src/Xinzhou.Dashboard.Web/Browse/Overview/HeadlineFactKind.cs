namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>What a line below a headline figure says.</summary>
public enum HeadlineFactKind
{
    /// <summary>同比 of the same period.</summary>
    Growth,

    /// <summary>占比 of the same period.</summary>
    Share,

    /// <summary>与全省比, of the growth or the share of the same period.</summary>
    Gap,

    /// <summary>年均增速 over years that end with the figure's.</summary>
    AverageGrowth,

    /// <summary>The same at an earlier moment.</summary>
    Earlier,

    /// <summary>绝对额, of which there is none.</summary>
    Level,
}
