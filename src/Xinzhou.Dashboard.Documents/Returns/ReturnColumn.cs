namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>The columns of a return's workbook, in their order. The first two are hidden: they say which cell a row is.</summary>
public enum ReturnColumn
{
    /// <summary>The return, the row and what it is about (<see cref="ReturnRowKey"/>): 12/3/gdp,140900,亿元.</summary>
    Key,

    /// <summary>The versions of the value and the growth that the workbook was made from: 2/0.</summary>
    Versions,
    Number,
    Indicator,
    StatisticalUnit,
    Uom,
    Decimals,
    YearBefore,
    QuarterBefore,
    Value,
    Growth,
    Blank,
    Reason,
    Explanation,
    Source,

    /// <summary>What is wrong with the row; empty in a workbook that goes out.</summary>
    Remark,
}
