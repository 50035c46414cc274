namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Why what was typed is no value.</summary>
public enum EntryFault
{
    /// <summary>Not a number, and not one of 未发生, 未取得, 不适用.</summary>
    NotANumber,

    /// <summary>The commas do not stand at thousands: 1,23.</summary>
    SeparatorsUnclear,

    /// <summary>A unit is written that does not convert to the row's (吨 for 亿元, 百分点 for %).</summary>
    OtherUnit,

    /// <summary>More than 20 digits.</summary>
    TooManyDigits,
}
