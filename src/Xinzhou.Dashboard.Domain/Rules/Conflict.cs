using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Published figures that cannot all be right. All are kept; none is changed.</summary>
/// <param name="Id">Stable while the same figures are in conflict.</param>
/// <param name="Type">Among sources, or by arithmetic.</param>
/// <param name="Figures">Among sources the shown figure first; for a rule the figure it judges, then its operands.</param>
/// <param name="Reason">What contradicts what.</param>
public sealed record Conflict(string Id, ConflictType Type, IReadOnlyList<Figure> Figures, RuleMessage Reason)
{
    public Series Series => Figures[0].Series;

    public Period Period => Figures[0].Period;

    /// <summary>The shown figure; null for a rule.</summary>
    public Figure? Preferred => Type == ConflictType.Sources ? Figures[0] : null;
}
