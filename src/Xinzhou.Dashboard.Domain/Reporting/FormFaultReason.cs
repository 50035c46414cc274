namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Why a form is not taken.</summary>
public enum FormFaultReason
{
    /// <summary>A code begins with a small letter and has 2–40 small letters, digits and hyphens; <c>new</c> is none.</summary>
    BadCode,

    /// <summary>A form has a name, of 60 letters at most.</summary>
    BadName,

    /// <summary>Returns give figures of the stages flash, preliminary, final or revised.</summary>
    BadStage,

    /// <summary>Somebody has to report it.</summary>
    NoDepartments,

    /// <summary>There is no department of the code.</summary>
    UnknownDepartment,

    /// <summary>A form has 1–300 rows.</summary>
    BadRowCount,

    /// <summary>There is no indicator of the code.</summary>
    UnknownIndicator,

    /// <summary>There is no statistical unit of the code.</summary>
    UnknownUnit,

    /// <summary>There is no key task of the number.</summary>
    UnknownTask,

    /// <summary>A series or a task stands in two rows; it is asked once.</summary>
    Twice,

    /// <summary>A flow is reported year to date, a stock or an index at a point in time.</summary>
    BadTiming,

    /// <summary>The unit does not convert to that of the indicator.</summary>
    BadUom,

    /// <summary>0–6 digits after the point.</summary>
    BadDecimals,

    /// <summary>A row is set in 0–3 steps.</summary>
    BadIndent,

    /// <summary>Growth is asked for levels only.</summary>
    NoGrowth,

    /// <summary>A computed share has a part and a total, two other rows of the same unit and timing with levels that convert.</summary>
    BadShare,
}
