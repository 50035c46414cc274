namespace Xinzhou.Dashboard.Web.Api.Calculations;

/// <summary>What the value of a field is.</summary>
public enum FieldForm
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A year of four digits, as a number.</summary>
    Year,

    /// <summary>One of some texts.</summary>
    Code,

    /// <summary>A day, YYYY-MM-DD.</summary>
    Day,

    /// <summary>Numbers by year.</summary>
    Values,

    /// <summary>A whole number from 1 on.</summary>
    Count,

    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>Objects of the same fields.</summary>
    List,
}
