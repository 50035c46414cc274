using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Supervision;

/// <summary>What came of issuing a notice or doing something about one.</summary>
/// <param name="Refusal">Why nothing was done; null if it was.</param>
/// <param name="Faults">What is wrong, if that is why.</param>
/// <param name="Numbers">The notices that were issued or changed; empty if none was.</param>
public sealed record NoticeOutcome(ChangeRefusal? Refusal, IReadOnlyList<NoticeFault> Faults, IReadOnlyList<NoticeNumber> Numbers)
{
    public static implicit operator NoticeOutcome(ChangeRefusal refusal) => new(refusal, [], []);

    internal static NoticeOutcome Of(params IReadOnlyList<NoticeFault> faults) => new(ChangeRefusal.Faulty, faults, []);

    internal static NoticeOutcome Done(params IReadOnlyList<NoticeNumber> numbers) => new(null, [], numbers);
}
