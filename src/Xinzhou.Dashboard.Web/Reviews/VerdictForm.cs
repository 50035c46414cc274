namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>What is sent of the verdicts before they are signed.</summary>
public sealed class VerdictForm
{
    /// <summary>A line a dimension, by its code.</summary>
    public Dictionary<string, VerdictLine>? Lines { get; set; }
}
