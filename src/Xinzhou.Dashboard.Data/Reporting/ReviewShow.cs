namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>The parts of a return's way that a reviewer looks at.</summary>
public enum ReviewShow
{
    /// <summary>待审: submitted, waits for the reviewer.</summary>
    Waiting,

    /// <summary>已退回: waits for the reporter.</summary>
    Returned,

    /// <summary>未报: not submitted yet.</summary>
    Owed,

    /// <summary>更正: released figures are being corrected.</summary>
    Correcting,

    /// <summary>已审定.</summary>
    Released,

    /// <summary>全部.</summary>
    All,
}
