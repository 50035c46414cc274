using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Data.Pledges;

/// <summary>Leaves messages with those whom a commitment concerns; they are saved with what they tell of.</summary>
internal static class PledgeMessages
{
    /// <summary>责任落实: to the unit that owes the target, and to the person that is named, who signs.</summary>
    /// <param name="change">The change.</param>
    /// <param name="target">The target; null where none that is shown is meant.</param>
    /// <param name="owner">The code of the unit; null where it is not known, and nobody can be told.</param>
    /// <param name="person">责任人; null where nobody is named.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task AssignedAsync(Change change, Figure? target, string? owner, string? person, string reason, CancellationToken cancellation) =>
        owner is null
            ? Task.CompletedTask
            : change.TellAsync(MessageKind.CommitmentAssigned, Of(target) with { Text = reason }, new() { Units = [owner], Named = person }, cancellation);

    /// <summary>变更申请: to the other leaders, one of whom approves it or not.</summary>
    public static Task ProposedAsync(Change change, Figure target, string reason, CancellationToken cancellation) =>
        change.TellAsync(MessageKind.CommitmentProposed, Of(target) with { Text = reason }, new() { Roles = [Role.Leader] }, cancellation);

    /// <summary>批准, 不予批准: to who proposed it. Who withdraws his own tells the others that there is nothing to decide any more.</summary>
    public static Task DecidedAsync(
        Change change, Figure? target, ProposalVerdict verdict, Guid author, string? reason, CancellationToken cancellation) => change.TellAsync(
        MessageKind.CommitmentDecided,
        Of(target) with { Act = Code.Of(verdict), Text = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() },
        verdict == ProposalVerdict.Withdrawn ? new() { Roles = [Role.Leader] } : new() { People = [author] },
        cancellation);

    /// <summary>The target that a commitment is of, as it is shown; null where none is.</summary>
    public static Figure? Find(FigureBook figures, CommitmentTarget target, DateTimeOffset now) =>
        figures.At(new AsOf(now)).Targets().FirstOrDefault(f => target.Covers(f.Series, f.Period));

    private static MessageDetails Of(Figure? target) => new()
    {
        Concern = Code.Of(ConcernKind.Target),
        Reference = target?.Key,
        About = target is null ? null : target.Period.Naming(target.Series.Indicator.Name),
    };
}
