using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A rule that figures are held to. What it applies to is data.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">What breaking it means for an entry.</param>
public abstract record Rule(string Code, Severity Severity)
{
    /// <summary>True for rules among several published figures (parts, shares, gaps): breaking one is a conflict.</summary>
    public virtual bool IsArithmetic => false;

    /// <summary>True for rules that compare a figure with others: they apply to shown actual figures only.</summary>
    public virtual bool ComparesFigures => IsArithmetic;

    /// <summary>False for rules that ask who enters a figure: nobody answers for what documents publish.</summary>
    public virtual bool JudgesPublished => true;

    /// <summary>True when the rule may apply to figures of the series; a cheap test before <see cref="Judge"/>.</summary>
    public abstract bool Concerns(Series series);

    /// <summary>The breach that a figure commits; null when it keeps the rule or an operand is not known.</summary>
    /// <param name="view">What is shown at the moment asked about.</param>
    /// <param name="figure">A figure of a series the rule concerns.</param>
    public abstract Breach? Judge(BookView view, Figure figure);
}
