namespace Xinzhou.Dashboard.Web.Work;

/// <summary>How a sentence of a work page is meant.</summary>
public enum SaidKind
{
    /// <summary>A remark.</summary>
    Noted,

    /// <summary>Something was done.</summary>
    Well,

    /// <summary>Something deserves care.</summary>
    Warned,

    /// <summary>Something was refused or failed.</summary>
    Refused,
}
