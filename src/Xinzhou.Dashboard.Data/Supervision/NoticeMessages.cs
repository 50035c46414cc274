using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Supervision;

/// <summary>Leaves messages with those whom a notice concerns; they are saved with what they tell of.</summary>
internal static class NoticeMessages
{
    /// <summary>交办: to the unit that leads and to those that assist.</summary>
    public static Task AssignedAsync(Change change, NoticeAssignment notice, CancellationToken cancellation) =>
        ToAsync(change, notice, MessageKind.NoticeAssigned, null, new() { Units = [notice.Lead, .. notice.Assisting] }, cancellation);

    /// <summary>What was done: to the unit what the office does, to the office what the unit wants decided.</summary>
    public static Task DoneAsync(Change change, NoticeAssignment notice, NoticeEntry entry, CancellationToken cancellation) => entry.Act switch
    {
        NoticeAct.Claim or NoticeAct.AskExtension =>
            ToAsync(change, notice, MessageKind.NoticeClaimed, Code.Of(entry.Act), new() { Roles = [Role.Supervisor] }, cancellation),
        NoticeAct.Sign or NoticeAct.Feedback => Task.CompletedTask,
        NoticeAct.Escalate => EscalatedAsync(change, notice, entry.Level!.Value, cancellation),
        // Whoever issued it and those who assist hear how it ends.
        NoticeAct.Close or NoticeAct.Reopen => ToAsync(
            change, notice, MessageKind.NoticeMoved, Code.Of(entry.Act), new() { Units = [notice.Lead, .. notice.Assisting], People = [notice.By.Id] }, cancellation),
        _ => ToAsync(change, notice, MessageKind.NoticeMoved, Code.Of(entry.Act), new() { Units = [notice.Lead] }, cancellation),
    };

    /// <summary>升级: to the unit and the inspection office; from 约谈 on to the leaders too.</summary>
    public static Task EscalatedAsync(Change change, NoticeAssignment notice, EscalationLevel level, CancellationToken cancellation) => ToAsync(
        change, notice, MessageKind.NoticeEscalated, Code.Of(level),
        new() { Units = [notice.Lead], Roles = level >= EscalationLevel.Talk ? [Role.Supervisor, Role.Leader] : [Role.Supervisor] }, cancellation);

    private static Task<int> ToAsync(
        Change change, NoticeAssignment notice, MessageKind kind, string? act, Audience audience, CancellationToken cancellation) =>
        change.TellAsync(kind, new() { Notice = notice.Number.Code, Act = act, Text = notice.Subject }, audience, cancellation);
}
