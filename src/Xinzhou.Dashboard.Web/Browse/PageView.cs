using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>
/// What a reading page reads: one snapshot, at the moment that the address asks for. It is taken once per rendered page,
/// so that a page is consistent within itself.
/// </summary>
public sealed class PageView
{
    public PageView(SnapshotStore store, Address address, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(time);
        Snapshot = store.Current;
        var asked = address.AsOf.Past;
        AsOf = asked ?? new(time.GetUtcNow());
        IsPast = asked is not null;
        Figures = Snapshot.Figures.At(AsOf);
    }

    public Snapshot Snapshot { get; }

    /// <summary>The plan as it was known at the moment asked for.</summary>
    public CityPlan Plan => field ??= Snapshot.PlanAt(AsOf);

    /// <summary>All lights of the moment asked for.</summary>
    public LightBoard Lights => field ??= Snapshot.LightsAt(AsOf);

    /// <summary>交账: the reviews as they stood at the moment asked for.</summary>
    public ReviewBook Reviews => field ??= Snapshot.Reviews.At(AsOf);

    public Catalogue Catalogue => Snapshot.Catalogue;

    /// <summary>The statistical code of the city.</summary>
    public string City => Catalogue.City.Code;

    /// <summary>The figures as they were shown at the moment asked for.</summary>
    public BookView Figures { get; }

    /// <summary>The moment asked for; now when the address names none.</summary>
    public AsOf AsOf { get; }

    /// <summary>True when the address asks for a past moment.</summary>
    public bool IsPast { get; }

    /// <summary>The day in Asia/Shanghai that the page speaks from.</summary>
    public DateOnly Today => Shanghai.DayOf(AsOf.Moment);

    /// <summary>When a light takes another colour if nothing is reported, published or decided; null where it does not within a year.</summary>
    public LightTurn? TurnOf(LightSubject subject) => Snapshot.TurnsAt(AsOf).GetValueOrDefault(subject);

    /// <summary>The light of a task.</summary>
    public Light LightOf(KeyTask task) => Lights.LightOf(task);

    /// <summary>The released progress of a key task at the moment asked for, the newest quarter first.</summary>
    public IReadOnlyList<TaskProgress> Progress(int task) => TaskProgress.Known(Snapshot.Progress, task, AsOf.Moment);

    /// <summary>True for a figure that the demonstration made: one entered in a return of its departments, or a target it set.</summary>
    public bool IsGenerated(Figure figure) => Snapshot.IsGenerated(figure);

    /// <summary>True for the figure that is shown of its statement.</summary>
    public bool IsShown(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Figures.Find(figure.Series.Id)?.Find(figure)?.Shown(AsOf)?.Id == figure.Id;
    }

    /// <summary>What took the place of a released figure, and why; null where it was not corrected.</summary>
    public Correction? CorrectionOf(Figure figure) => Snapshot.CorrectionOf(figure, AsOf);

    /// <summary>Why a released figure took the place of another; null where it is the first.</summary>
    public string? CorrectedWhy(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Snapshot.Origins.GetValueOrDefault(figure.Id)?.Correction;
    }

    public IEnumerable<Finding> Findings(Figure figure) => Snapshot.Rules.Findings(Figures, figure);

    /// <summary>All conflicts at the moment asked for.</summary>
    public IReadOnlyList<Conflict> Conflicts => Digest.Conflicts;

    /// <summary>What can be said of all figures at the moment asked for.</summary>
    public Digest Digest => field ??= Snapshot.DigestAt(AsOf);
}
