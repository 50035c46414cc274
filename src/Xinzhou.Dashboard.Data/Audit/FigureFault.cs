namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>What is wrong with rows that the audit log answers for.</summary>
public enum FigureFault
{
    /// <summary>There are rows that no event tells of.</summary>
    Added,

    /// <summary>Rows are gone.</summary>
    Removed,

    /// <summary>Rows say something else than when they were recorded.</summary>
    Altered,

    /// <summary>An event tells of rows in a way that this version does not understand, or that another event tells of too.</summary>
    Unreadable,
}
