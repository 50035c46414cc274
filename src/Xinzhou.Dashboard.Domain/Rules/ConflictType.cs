namespace Xinzhou.Dashboard.Domain.Rules;

public enum ConflictType
{
    /// <summary>Sources of equal stage give different values.</summary>
    Sources,

    /// <summary>Shown figures contradict each other by arithmetic.</summary>
    Rule,
}
