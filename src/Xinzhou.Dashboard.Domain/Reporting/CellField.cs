namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>The fields of a row that are entered.</summary>
public enum CellField
{
    /// <summary>本期: the value, in the row's unit.</summary>
    Value,

    /// <summary>同比: its year-on-year growth, in %.</summary>
    Growth,
}
