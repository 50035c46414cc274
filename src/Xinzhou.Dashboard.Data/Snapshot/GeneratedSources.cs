namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>What the demonstration names as the source of what it makes up, and the snapshot knows it by.</summary>
internal static class GeneratedSources
{
    /// <summary>What the sources of its targets begin with.</summary>
    public const string Target = "演示年度目标";

    /// <summary>What the sources of the quarters before its returns begin with.</summary>
    public const string History = "演示历史数据";

    /// <summary>What the sources of everything that it says of the plan begin with.</summary>
    public const string Plan = "演示";
}
