using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.CheckIns;

/// <summary>Leaves messages with those whom a check-in concerns; they are saved with what they tell of.</summary>
internal static class CheckInMessages
{
    /// <summary>报送: to the inspection office, once a day for a unit and quarter, however many items it sends.</summary>
    public static async Task SentAsync(Change change, CheckInKey key, string department, CancellationToken cancellation)
    {
        var details = new MessageDetails { Quarter = key.Quarter.Code, Department = await NameAsync(change, department, cancellation) };
        var (quarter, name, since) = (details.Quarter, details.Department, Shanghai.StartOf(Shanghai.DayOf(change.Now)));
        if (await change.Context.Messages.AnyAsync(
            m => m.Kind == MessageKind.CheckInSent && m.At >= since && m.Details.Quarter == quarter && m.Details.Department == name, cancellation))
        {
            return;
        }

        await change.TellAsync(MessageKind.CheckInSent, details, new() { Roles = [Role.Supervisor] }, cancellation);
    }

    /// <summary>确认, 退回: to the reporters of the unit.</summary>
    public static async Task DecidedAsync(Change change, CheckIn sent, CheckInOutcome outcome, string? reason, CancellationToken cancellation) => await change.TellAsync(
        outcome == CheckInOutcome.SentBack ? MessageKind.CheckInReturned : MessageKind.CheckInAcknowledged,
        new()
        {
            CheckIns = FormattableString.Invariant($"{sent.Key.Task}/{sent.Key.Item}"),
            Quarter = sent.Key.Quarter.Code,
            Department = await NameAsync(change, sent.Department, cancellation),
            Text = reason,
        },
        new() { Units = [sent.Department] },
        cancellation);

    private static Task<string> NameAsync(Change change, string department, CancellationToken cancellation) =>
        change.Context.Departments.Where(d => d.Code == department).Select(d => d.Name).SingleAsync(cancellation);
}
