namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Where a return stands between the reporter and the reviewer.</summary>
public enum ReturnState
{
    /// <summary>待填: nothing is entered yet.</summary>
    Open,

    /// <summary>填报中: some cells are entered.</summary>
    InProgress,

    /// <summary>已提交: waits for the reviewer; nothing can be entered.</summary>
    Submitted,

    /// <summary>退回: the reviewer has sent cells back.</summary>
    Returned,

    /// <summary>已审定: its figures are released.</summary>
    Released,

    /// <summary>更正: released figures are being corrected; those released stay until the correction is released.</summary>
    Correcting,
}
