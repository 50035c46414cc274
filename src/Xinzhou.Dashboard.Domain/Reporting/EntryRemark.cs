namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What was done to what was typed, so that the reporter sees it before it counts.</summary>
public enum EntryRemark
{
    /// <summary>全角转半角.</summary>
    FullWidth,

    /// <summary>Thousands separators were taken out.</summary>
    Separators,

    /// <summary>The percent sign, or the row's own unit, was taken off.</summary>
    UnitTakenOff,

    /// <summary>Converted from another unit: 12830万 to 1.283亿元.</summary>
    Converted,

    /// <summary>(12.3) was read as −12.3.</summary>
    Parentheses,

    /// <summary>A word that programs write for nothing (NA) was taken for an empty cell.</summary>
    EmptyWord,

    /// <summary>It has more decimals than the form asks for; they are kept.</summary>
    MoreDecimals,
}
