namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>What is changed of several lines at once.</summary>
public enum BulkKind
{
    /// <summary>One lead for all.</summary>
    Lead,

    /// <summary>One deadline for all.</summary>
    Due,

    /// <summary>Each deadline by some days.</summary>
    Shift,
}
