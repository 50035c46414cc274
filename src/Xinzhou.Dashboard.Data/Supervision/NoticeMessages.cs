using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model.Messages;
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
        ToAsync(change, notice, MessageKind.NoticeAssigned, null, [notice.Lead, .. notice.Assisting], [], cancellation);

    /// <summary>What was done: to the unit what the office does, to the office what the unit wants decided.</summary>
    public static Task DoneAsync(Change change, NoticeAssignment notice, NoticeEntry entry, CancellationToken cancellation) => entry.Act switch
    {
        NoticeAct.Claim or NoticeAct.AskExtension =>
            ToAsync(change, notice, MessageKind.NoticeClaimed, Code.Of(entry.Act), [], [Role.Supervisor], cancellation),
        NoticeAct.Sign or NoticeAct.Feedback => Task.CompletedTask,
        NoticeAct.Escalate => EscalatedAsync(change, notice, entry.Level!.Value, cancellation),
        _ => ToAsync(change, notice, MessageKind.NoticeMoved, Code.Of(entry.Act), [notice.Lead], [], cancellation),
    };

    /// <summary>升级: to the unit and the inspection office; from 约谈 on to the leaders too.</summary>
    public static Task EscalatedAsync(Change change, NoticeAssignment notice, EscalationLevel level, CancellationToken cancellation) => ToAsync(
        change, notice, MessageKind.NoticeEscalated, Code.Of(level), [notice.Lead],
        level >= EscalationLevel.Talk ? [Role.Supervisor, Role.Leader] : [Role.Supervisor], cancellation);

    private static async Task ToAsync(
        Change change, NoticeAssignment notice, MessageKind kind, string? act, string[] units, Role[] roles, CancellationToken cancellation)
    {
        var told = await change.Context.Users
            .Where(u => u.DisabledAt == null
                && ((u.Role == Role.Reporter && units.Contains(u.DepartmentCode)) || roles.Contains(u.Role)) && u.UserName != change.Actor)
            .Select(u => u.Id).ToListAsync(cancellation);
        change.Context.AddRange(told.Select(u => new MessageEntity
        {
            UserId = u,
            At = change.Now,
            Kind = kind,
            Details = new() { Notice = notice.Number.Code, Act = act, Text = notice.Subject },
        }));
    }
}
