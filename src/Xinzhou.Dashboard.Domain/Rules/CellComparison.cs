namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>How one side of a <see cref="CellCheck"/> stands to the other.</summary>
public enum CellComparison
{
    Less,
    AtMost,
    Greater,
}
