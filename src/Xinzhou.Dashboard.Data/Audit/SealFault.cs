namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>What is wrong with a seal over the audit log.</summary>
public enum SealFault
{
    /// <summary>It is not over what the events say.</summary>
    Altered,

    /// <summary>It does not follow the one before.</summary>
    Unchained,

    /// <summary>The log tells of it, and it is not there or is another one.</summary>
    Removed,

    /// <summary>The log does not tell of it.</summary>
    Added,

    /// <summary>It is not the one that was noted elsewhere.</summary>
    NotAsNoted,
}
