using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>The rule of scores since a moment.</summary>
/// <param name="Id">Grows in the order of recording.</param>
/// <param name="Rule">What holds; null where the rule was taken away, and there is no score.</param>
/// <param name="By">Who, by the name shown.</param>
/// <param name="At">Since when.</param>
/// <param name="Reason">Why.</param>
public sealed record AssessmentRuleVersion(long Id, AssessmentRule? Rule, string By, DateTimeOffset At, string Reason)
{
    /// <summary>What held at a moment; null where no rule was ever entered by then.</summary>
    /// <param name="all">All that ever held, in the order of recording.</param>
    /// <param name="asOf">The moment.</param>
    public static AssessmentRuleVersion? Standing(IEnumerable<AssessmentRuleVersion> all, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.LastOrDefault(v => v.At <= asOf.Moment && asOf.Holds(v.At));
    }
}
