namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>What a broken rule means for a figure that is entered. A published figure is never refused, only marked.</summary>
public enum Severity
{
    /// <summary>Blocks an entry.</summary>
    Error,

    /// <summary>Needs a written explanation.</summary>
    Warning,

    /// <summary>Tells; asks for nothing.</summary>
    Note,
}
