using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>Something that has to have an owner, with who is named.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Which, as in <see cref="MissingOwner"/>.</param>
/// <param name="Unit">牵头单位, by its code; null is not known.</param>
/// <param name="Person">责任人; null is not known.</param>
internal sealed record Owned(OwnedKind Kind, string Subject, string? Unit, string? Person)
{
    /// <summary>Everything that has to have an owner: targets, tasks, work items, notices, in this order.</summary>
    public static IEnumerable<Owned> All(CityPlan plan, LightBoard lights, IEnumerable<Notice> notices) =>
    [
        // What a year that is over was to reach is nobody's to reach any more.
        .. lights.Targets.Where(t => !(t.Year < lights.Day.Year))
            .Select(t => new Owned(OwnedKind.Target, t.Light.Subject.ToString(), t.Commitment?.Owner, t.Commitment?.Person)),
        .. plan.Tasks.Select(t => new Owned(OwnedKind.Task, LightSubject.OfTask(t.Number).ToString(), t.Lead, t.Person)),
        .. plan.Tasks.SelectMany(t => t.WorkItems.Where(i => !i.IsWithdrawn).Select(i => OfItem(t, i))),
        .. notices.Where(n => !n.IsClosed)
            .Select(n => new Owned(OwnedKind.Notice, $"supervision/{n.Assignment.Number}", n.Assignment.Lead, n.Assignment.Person)),
    ];

    /// <summary>Why it has no live owner; null if it has one.</summary>
    /// <param name="units">The departments by their codes.</param>
    /// <param name="accounts">Who has an account, by name.</param>
    /// <param name="day">On which day.</param>
    public OwnerGap? Gap(IReadOnlyDictionary<string, Department> units, ILookup<string, AccountHolder> accounts, DateOnly day) =>
        Unit is null ? OwnerGap.NoUnit
        : !units.TryGetValue(Unit, out var unit) || unit.IsDissolvedOn(day) ? OwnerGap.UnitDissolved
        : !string.IsNullOrWhiteSpace(Person) ? GapOf(accounts[Person.Trim()], Unit)
        : Kind == OwnedKind.Notice ? null
        : OwnerGap.NoPerson;

    // Whoever has no account is not known to have left: most of those who answer for something never sign in.
    private static OwnerGap? GapOf(IEnumerable<AccountHolder> named, string unit)
    {
        var holders = named.ToList();
        var active = holders.Where(h => !h.IsDisabled).ToList();
        return holders.Count == 0 || active.Any(h => h.Department is null || h.Department == unit) ? null
            : active.Count == 0 ? OwnerGap.PersonDisabled
            : OwnerGap.PersonMoved;
    }

    private static Owned OfItem(KeyTask task, WorkItem item)
    {
        var lead = CheckInDuties.LeadOf(task, item);
        // The person of the task answers for an item of the task's own unit only.
        return new(OwnedKind.Item, LightSubject.OfItem(task.Number, item.Number).ToString(), lead, item.Person ?? (lead == task.Lead ? task.Person : null));
    }
}
