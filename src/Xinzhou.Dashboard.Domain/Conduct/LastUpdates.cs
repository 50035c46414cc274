using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>When units were heard of last: a check-in that was sent, or something that was done about a notice.</summary>
public static class LastUpdates
{
    /// <summary>The last moment of each unit, by its code; of one that was never heard of there is none.</summary>
    /// <param name="checkIns">What units ever sent.</param>
    /// <param name="notices">The notices as they stood at the moment.</param>
    /// <param name="moment">What came later is not known.</param>
    public static IReadOnlyDictionary<string, DateTimeOffset> Of(CheckInBook checkIns, IEnumerable<Notice> notices, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(checkIns);
        ArgumentNullException.ThrowIfNull(notices);
        return checkIns.All.Where(c => c.SentAt <= moment).Select(c => (Unit: c.Department, At: c.SentAt))
            .Concat(notices.SelectMany(n => n.Events.Where(IsOfUnit).Select(e => (Unit: n.Assignment.Lead, e.At))))
            .GroupBy(u => u.Unit, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(u => u.At), StringComparer.Ordinal);
    }

    private static bool IsOfUnit(NoticeEvent done) =>
        done.Act is NoticeAct.Sign or NoticeAct.Feedback or NoticeAct.Claim or NoticeAct.AskExtension;
}
