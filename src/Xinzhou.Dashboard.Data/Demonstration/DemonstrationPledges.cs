using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>
/// Some of the made-up commitments on their way: signed, with a plan path, changed after they were signed, a change that is pending, one that was rejected.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">What is held.</param>
/// <param name="clock">The clock of the demonstration.</param>
/// <param name="loader">Reads anew what was entered.</param>
/// <param name="reporters">Who is responsible and has an account.</param>
/// <param name="leader">Who proposes.</param>
/// <param name="deputy">Who decides.</param>
internal sealed class DemonstrationPledges(
    IDbContextFactory<DashboardContext> contexts,
    SnapshotStore snapshots,
    DemonstrationClock clock,
    SnapshotLoader loader,
    IReadOnlyList<Actor> reporters,
    Actor leader,
    Actor deputy)
{
    private const int Signed = 4;
    private const int SignedBefore = 40;
    private const int Paths = 8;

    private CommitmentChanges Commitments => new(contexts, snapshots, clock);

    /// <summary>Enters them, in the weeks before a moment; nothing where there are no such targets.</summary>
    public async Task EnterAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        // What was known when the first was signed: a document without a day is known only from its import.
        var (first, today) = (new AsOf(now.AddDays(-SignedBefore)), Shanghai.DayOf(now));
        var check = new CommitmentCheck(snapshots.Current.PlanAt(first), snapshots.Current.Figures.At(first), today);
        AssessedTarget[] sound =
        [
            .. snapshots.Current.LightsAt(new(now)).Targets
                .Where(t => t.Commitment is not null && t.Year > today.Year && check.Faults(t.Figure, t.Commitment).Count == 0),
        ];
        (AssessedTarget Target, Actor Person)[] able =
        [
            .. sound.Select(t => (Target: t, Person: reporters.FirstOrDefault(r => Signatory.Fault(t.Commitment!, r) is null)!))
                .Where(t => t.Person is not null),
        ];
        foreach (var (target, person) in able.Take(Signed)) await SignAsync(target, person, now.AddDays(-SignedBefore), cancellation);
        // Of the others every second has a path, year by year.
        foreach (var target in sound.Except(able.Take(Signed + 1).Select(t => t.Target)).Where((_, i) => i % 2 == 0).Take(Paths))
        {
            await DecideAsync(
                await ProposeAsync(target, "演示：分年度计划路径", now.AddDays(-SignedBefore + 2), today.Year, cancellation), ProposalVerdict.Approved, null, now.AddDays(-SignedBefore + 3), cancellation);
        }

        // The last of those that are signed is changed, and its signature falls away.
        if (able is [_, _, _, var changed, ..])
        {
            await DecideAsync(await ProposeAsync(changed.Target, "演示：补充计划路径", now.AddDays(-30), null, cancellation), ProposalVerdict.Approved, null, now.AddDays(-29), cancellation);
        }

        if (able is [_, _, _, _, var refused, ..])
        {
            await DecideAsync(
                await ProposeAsync(refused.Target, "演示：按上年进度调整路径", now.AddDays(-20), null, cancellation), ProposalVerdict.Rejected, "演示：依据不足，维持原定安排", now.AddDays(-18), cancellation);
        }

        if (able is [var pending, ..]) await ProposeAsync(pending.Target, "演示：分年度落实", now.AddDays(-2), null, cancellation);
        clock.Now = now;
    }

    private async Task SignAsync(AssessedTarget target, Actor person, DateTimeOffset at, CancellationToken cancellation)
    {
        clock.Now = at;
        Must(await new CommitmentSigning(contexts, snapshots, clock).SignAsync(
            target.Figure.Id, TargetTerms.Of(target.Figure, target.Commitment!).Digest, SignatureFactor.Code, person, cancellation));
    }

    /// <summary>Proposes a path on the straight way from the base to the target: of one point in the year before it, or of each year from one on.</summary>
    /// <returns>The number of the proposal; null where there is no year between.</returns>
    private async Task<long?> ProposeAsync(AssessedTarget target, string reason, DateTimeOffset at, int? first, CancellationToken cancellation)
    {
        clock.Now = at;
        var commitment = target.Commitment!;
        if (commitment.BaselineYear is not { } from || target is not { Year: { } to, Figure.Value: { } value } || to - from < 2) return null;
        if (TargetBaseline.Of(target.Figure, from, snapshots.Current.Figures.At(new(at))) is not { } start) return null;
        var said = new CommitmentStatement
        {
            Origin = PlanOrigin.NotRecorded,
            Target = commitment.Target,
            Path = [.. Years(first ?? to - 1).Select(y => new YearPoint(y, Math.Round(start.Value + ((value - start.Value) * (y - from) / (to - from)), 1)))],
        };
        Must(await Commitments.SaveAsync(target.Figure.Id, new(said, snapshots.Current.PlanBook.LastSaidOf(said.Target)?.Origin.Id), reason, leader, cancellation));
        snapshots.Replace(await loader.CatchUpAsync(snapshots.Current, cancellation));
        return snapshots.Current.Pledges.Pending(said.Target)?.Id;

        IEnumerable<int> Years(int since)
        {
            for (var year = Math.Max(since, from + 1); year < to; year++) yield return year;
        }
    }

    private async Task DecideAsync(long? proposal, ProposalVerdict verdict, string? reason, DateTimeOffset at, CancellationToken cancellation)
    {
        if (proposal is not { } number) return;
        clock.Now = at;
        Must(await Commitments.DecideAsync(number, verdict, reason, deputy, cancellation));
        snapshots.Replace(await loader.CatchUpAsync(snapshots.Current, cancellation));
    }

    private static void Must(ChangeOutcome<PlanCheckFault> outcome)
    {
        if (outcome.Refusal is { } why) throw new InvalidOperationException($"The demonstration was refused: {why} {string.Join(' ', outcome.Faults)}.");
    }
}
