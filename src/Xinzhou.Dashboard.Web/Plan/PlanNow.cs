using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>The plan and its lights as they are at the moment.</summary>
/// <param name="Snapshot">What is held.</param>
/// <param name="Moment">Now.</param>
public sealed record PlanNow(Snapshot Snapshot, AsOf Moment)
{
    /// <summary>Everything that was said of the plan.</summary>
    public PlanBook Book => Snapshot.PlanBook;

    /// <summary>The plan.</summary>
    public CityPlan Plan => Snapshot.PlanAt(Moment);

    /// <summary>The departments, in their order.</summary>
    public IEnumerable<Department> Departments => Plan.Departments.OrderBy(d => d.Order);

    /// <summary>The lights.</summary>
    public LightBoard Lights => Snapshot.LightsAt(Moment);

    /// <summary>The figures.</summary>
    public BookView Figures => Snapshot.Figures.At(Moment);

    /// <summary>Proposals to change commitments, and signatures.</summary>
    public PledgeBook Pledges => Snapshot.Pledges;

    /// <summary>Now, of a store.</summary>
    public static PlanNow Of(SnapshotStore store, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        return new(store.Current, new(time.GetUtcNow()));
    }

    /// <summary>The number of the last that was said of a subject; null if nothing was.</summary>
    public long? Seen(string subject) => Book.Versions(subject).LastOrDefault()?.Origin.Id;

    /// <summary>The number of the last that was said of a commitment, or of one that speaks of the same targets; null if nothing was.</summary>
    public long? Seen(CommitmentTarget target) => Book.LastSaidOf(target)?.Origin.Id;

    /// <summary>The number of the last decision on a light, be it lifted or over; null if there was none.</summary>
    public long? Seen(LightSubject subject) => Snapshot.LightOverrides.Where(o => o.Subject == subject).Select(o => (long?)o.Id).Max();
}
