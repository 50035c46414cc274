namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>What the suffix of an indicator's text says of the figure, beyond what the basis says.</summary>
public enum NameSuffix
{
    /// <summary>No suffix, or one that the basis already covers (累计同比, 环比(季调), …).</summary>
    None,

    /// <summary>年均增速.</summary>
    AvgGrowth,

    /// <summary>_高于全省, _高于全国.</summary>
    Above,

    /// <summary>_低于全省, _低于全国: the gap is written with the opposite sign.</summary>
    Below,
}
