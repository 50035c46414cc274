namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The vintage stage of a figure: 快报 → 初步核算 → 最终核实 → 普查修订 (CONTRACTS, 2, Vintage).</summary>
public enum Stage : byte
{
    /// <summary>快报.</summary>
    Flash,

    /// <summary>初步核算, 首次发布, 当期发布.</summary>
    Preliminary,

    /// <summary>The source does not say; ranks as preliminary.</summary>
    Unstated,

    /// <summary>Read from a table at a later month (YYYY-MM时点).</summary>
    Retrieved,

    /// <summary>最终核实.</summary>
    Final,

    /// <summary>修订.</summary>
    Revised,

    /// <summary>普查修订.</summary>
    CensusRevised,
}
