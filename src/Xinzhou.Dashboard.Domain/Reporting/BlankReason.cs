namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Why a cell has no value. Blank is not zero.</summary>
public enum BlankReason
{
    /// <summary>未发生: there was nothing to count.</summary>
    NotOccurred,

    /// <summary>未取得: there is a value, but the unit has not got it.</summary>
    NotObtained,

    /// <summary>不适用: it does not apply to the unit.</summary>
    NotApplicable,
}
