using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>
/// Whether every target, task, work item and notice has a live owner: an active unit, and an active person where one has to be named.
/// </summary>
public sealed class OwnershipReport
{
    private readonly Dictionary<OwnedKind, int> _all;

    private OwnershipReport(IReadOnlyList<MissingOwner> missing, Dictionary<OwnedKind, int> all, IReadOnlyDictionary<string, int> byUnit) =>
        (Missing, _all, ByUnit) = (missing, all, byUnit);

    /// <summary>What has none, in the order of <see cref="OwnedKind"/> and of the plan.</summary>
    public IReadOnlyList<MissingOwner> Missing { get; }

    /// <summary>How many there are in all.</summary>
    public int All => _all.Values.Sum();

    /// <summary>How much each unit is named for, by its code.</summary>
    public IReadOnlyDictionary<string, int> ByUnit { get; }

    /// <param name="plan">The plan as it is known at the moment.</param>
    /// <param name="lights">The lights of the moment: its shown targets, and its day.</param>
    /// <param name="notices">The notices as they stand at the moment.</param>
    /// <param name="accounts">Who has an account.</param>
    public static OwnershipReport Of(CityPlan plan, LightBoard lights, IEnumerable<Notice> notices, IEnumerable<AccountHolder> accounts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(lights);
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(accounts);
        var units = plan.Departments.ToDictionary(d => d.Code, StringComparer.Ordinal);
        var names = accounts.ToLookup(a => a.Name, StringComparer.Ordinal);
        var all = Owned.All(plan, lights, notices).ToList();
        return new(
            [.. all.Select(o => (Owned: o, Gap: o.Gap(units, names, lights.Day)))
                .Where(o => o.Gap is not null)
                .Select(o => new MissingOwner(o.Owned.Kind, o.Owned.Subject, o.Owned.Unit, o.Owned.Person, o.Gap!.Value))],
            all.CountBy(o => o.Kind).ToDictionary(),
            all.Select(o => o.Unit).OfType<string>().CountBy(u => u, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>How many of a kind there are.</summary>
    public int Count(OwnedKind kind) => _all.GetValueOrDefault(kind);

    /// <summary>Those of a kind that have no live owner.</summary>
    public IEnumerable<MissingOwner> Of(OwnedKind kind) => Missing.Where(m => m.Kind == kind);
}
