namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>What became of a target.</summary>
public enum TargetChangeKind
{
    /// <summary>新定: there was none.</summary>
    Set,

    /// <summary>调整: it is another value.</summary>
    Moved,

    /// <summary>撤回: there is none any more.</summary>
    Withdrawn,

    /// <summary>口径调整: its baseline, tolerance, path or justification is another.</summary>
    Terms,
}
