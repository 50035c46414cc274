using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Pledges;

/// <summary>What is held of the commitment of a target, read under the lock of the plan.</summary>
internal sealed class HeldCommitment
{
    private readonly PlanBook _book;
    private readonly BookView _view;
    private readonly AsOf _now;

    private HeldCommitment(PlanBook book, BookView view, AsOf now) => (_book, _view, _now) = (book, view, now);

    /// <param name="change">The change.</param>
    /// <param name="snapshots">The figures.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<HeldCommitment> ReadAsync(Change change, SnapshotStore snapshots, CancellationToken cancellation)
    {
        var now = new AsOf(change.Now);
        return new(await PlanImportReading.BookAsync(change.Context, cancellation), snapshots.Current.Figures.At(now), now);
    }

    /// <summary>The target of a number; null where it is none that is shown.</summary>
    public Figure? Target(long figure) => _view.Targets().FirstOrDefault(f => f.Id == figure);

    /// <summary>The commitment of a target; null where nobody is known to owe it.</summary>
    public Commitment? Of(Figure target) => Of(target, _book);

    /// <summary>The number of the last that was said of a commitment, or of one that speaks of the same targets; null if nothing was.</summary>
    public long? Seen(CommitmentTarget target) => _book.LastSaidOf(target)?.Origin.Id;

    /// <summary>True when nothing of what is to be said is another in the plan.</summary>
    public bool Says(CommitmentStatement said) => new KnownPlan(_book, _now).Says(said);

    /// <summary>What is wrong with what is to be said, of any target that it is of; empty if it can be said.</summary>
    public IReadOnlyList<PlanCheckFault> Faults(CommitmentStatement said)
    {
        var (plan, today) = (_book.At(_now), Shanghai.DayOf(_now.Moment));
        var targets = _view.Targets().Where(f => said.Target.Covers(f.Series, f.Period)).ToList();
        var after = _book.With([said with { Origin = PlanOrigin.NotRecorded with { Id = long.MaxValue, KnownFrom = _now.Moment } }]);
        var check = new CommitmentCheck(plan, _view, today);
        return
        [
            .. new PlanCheck(plan, _ => targets.Count > 0, today).Faults(said)
                .Concat(targets.SelectMany(t => Of(t, after) is { } commitment ? check.Faults(t, commitment) : []))
                .Distinct(),
        ];
    }

    private Commitment? Of(Figure target, PlanBook book) => Commitments.Of(book.At(_now)).Find(target.Series, target.Period);
}
