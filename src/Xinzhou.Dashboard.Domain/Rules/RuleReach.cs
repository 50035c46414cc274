namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>How many figures a kind of rules looks at, the most first.</summary>
public enum RuleReach
{
    /// <summary>Several published figures, by arithmetic (parts, shares, gaps): breaking such a rule is a conflict.</summary>
    Arithmetic,

    /// <summary>A shown actual figure and others of its series or of its indicator.</summary>
    Comparison,

    /// <summary>Every known figure by itself.</summary>
    SingleFigure,
}
