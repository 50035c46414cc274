using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.CheckIns;

/// <summary>The check-ins that wait for the inspection office.</summary>
public sealed partial class CheckInDesk(CheckInSteps steps, CheckInText sentences, Toasts toasts, IStringLocalizer<CheckInDesk> text)
{
    private CheckInDuty? asked;
    private string? refused;
    private CheckInKey? refusedOf;
    private string? refusedBack;
    private bool isOver;

    /// <summary>What waits, the earliest sent first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CheckInDuty> Duties { get; set; }

    /// <summary>The plan that it stands in.</summary>
    [Parameter, EditorRequired]
    public required PlanNow Now { get; set; }

    /// <summary>The day of the city.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    private IStringLocalizer<CheckInDesk> Text => text;

    private void Ask(CheckInDuty duty) => (asked, refused, refusedBack, isOver) = (duty, null, null, false);

    private void Close() => asked = null;

    // Why one was refused stays, though the next was acknowledged.
    private async Task AcknowledgeAsync(CheckInDuty duty)
    {
        var why = await DecideAsync(duty, actor => steps.AcknowledgeAsync(duty.Latest!.Id, actor, CancellationToken.None), text["Acknowledged"]);
        if (why is not null || refusedOf is null || refusedOf == duty.Key) (refused, refusedOf) = (why, why is null || why == Trouble ? null : duty.Key);
    }

    private async Task SendBackAsync(string reason)
    {
        if (asked is not { } duty) return;
        var answer = await DecideAsync(duty, actor => steps.SendBackAsync(duty.Latest!.Id, reason, actor, CancellationToken.None), text["SentBack"]);
        // Who has opened another meanwhile keeps that.
        if (asked?.Key != duty.Key) return;
        refusedBack = answer;
        if (refusedBack is null) asked = null;
        else if (Store.Current.CheckIns.Latest(duty.Key) is { } latest && latest.Id != duty.Latest!.Id) asked = duty with { Latest = latest };
        isOver = asked?.Latest is { } held && Store.Current.CheckIns.Find(held.Id)?.Decision is not null;
    }

    /// <summary>What was done about a check-in that somebody has seen: it was decided, or sent anew; null where nothing was.</summary>
    private string? Meanwhile(CheckInDuty duty, CheckInBook book) =>
        book.Find(duty.Latest!.Id)?.Decision is { } decided
            ? text[decided.Reason is null ? "DecidedMeanwhile" : "DecidedWhy", duty.Item.Task, duty.Item.Number, decided.By.Name, FigureWords.Moment(decided.At), text[$"Did{decided.Outcome}"].Value, decided.Reason ?? ""].Value
            : book.Latest(duty.Key) is { } latest && latest.Id != duty.Latest.Id
                ? text["SentMeanwhile", duty.Item.Task, duty.Item.Number, latest.SentBy.Name, FigureWords.Moment(latest.SentAt)].Value
                : null;

    /// <summary>Decides in the name of the person; back when the snapshot holds it.</summary>
    /// <returns>Why it was not done; null if it was.</returns>
    private async Task<string?> DecideAsync(CheckInDuty duty, Func<Actor, Task<ChangeOutcome<CheckInFault>>> decide, string said)
    {
        if (await ActorAsync(Right.RunSupervision) is not { } user) return Trouble;
        var outcome = await decide(user.ToActor());
        var isOvertaken = outcome.Faults.Contains(CheckInFault.Decided);
        if (outcome.Refusal is null || isOvertaken) await UntilAsync(now => Meanwhile(duty, now.Snapshot.CheckIns) is not null);
        if (isOvertaken && Meanwhile(duty, Store.Current.CheckIns) is { } done) return done;
        if (sentences.Of(outcome) is { } why) return why;
        toasts.Say(said);
        return null;
    }
}
