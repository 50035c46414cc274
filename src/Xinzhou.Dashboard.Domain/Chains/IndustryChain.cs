using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Chains;

/// <summary>
/// An industry chain (产业链) and its 链长, as somebody took it down. It is never changed: a later one of the same number takes its place. The
/// article names the mechanism (链长制) and neither chains nor their heads.
/// </summary>
/// <param name="Id">Grows in the order of recording.</param>
/// <param name="Chain">Which one it is; all its versions have the same.</param>
/// <param name="Entry">What is said of it.</param>
/// <param name="Reason">Why it is said: the document, the decision.</param>
/// <param name="By">Who.</param>
/// <param name="At">When; it is known and recorded from then on.</param>
public sealed record IndustryChain(long Id, Guid Chain, ChainEntry Entry, string Reason, Person By, DateTimeOffset At)
{
    /// <summary>What is known at a moment: the last of each, by name; those that are closed last.</summary>
    public static IReadOnlyList<IndustryChain> Standing(IEnumerable<IndustryChain> all, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(all);
        return
        [
            .. all.Where(c => c.At <= asOf.Moment && asOf.Holds(c.At))
                .GroupBy(c => c.Chain)
                .Select(g => g.MaxBy(c => c.Id)!)
                .OrderBy(c => c.Entry.IsClosed).ThenBy(c => c.Entry.Name, StringComparer.Ordinal),
        ];
    }
}
