using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>Part of a page on which the plan is kept: what is refused is said at its field, and what others saved meanwhile is told.</summary>
public abstract class PlanPart : WorkPart
{
    /// <summary>Why it was not saved; null while nothing was refused.</summary>
    protected ChangeRefusal? Refusal { get; set; }

    /// <summary>What is wrong with it.</summary>
    protected IReadOnlyList<PlanCheckFault> Faults { get; set; } = [];

    /// <summary>The words.</summary>
    [Inject]
    protected PlanWords Words { get; set; } = null!;

    /// <summary>What is held.</summary>
    [Inject]
    protected SnapshotStore Store { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    [Inject]
    private PlanEditing Editing { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>What is wrong with the reason; null while it is right.</summary>
    protected string? ReasonError => Refusal is ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong ? Words.Refusal(Refusal.Value) : null;

    /// <summary>What is refused and is said at no field.</summary>
    protected string? Refused => Trouble
        ?? (Refusal is { } why && why is not (ChangeRefusal.Faulty or ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong) ? Words.Refusal(why) : null)
        ?? (Faults.Count > 0 ? string.Join(' ', Faults.Select(Words.Fault).Distinct()) : null);

    /// <summary>True when somebody else has saved meanwhile.</summary>
    protected bool IsOutdated => Refusal is ChangeRefusal.Stale or ChangeRefusal.Taken;

    /// <summary>Forgets what was refused.</summary>
    protected void BeginAnew() => (Refusal, Faults, Trouble) = (null, [], null);

    /// <summary>Says something of the plan in the name of the person: all of it, or nothing. Back when the snapshot holds it.</summary>
    /// <returns>Whether it was saved.</returns>
    protected Task<bool> SaveAsync(IReadOnlyList<PlanEdit> edits, string? reason)
    {
        ArgumentNullException.ThrowIfNull(edits);
        return DoAsync(
            Right.EditPlan,
            actor => Editing.SaveAsync(edits, reason, actor, CancellationToken.None),
            now => edits.Any(e => now.Seen(e.Said.Subject) != e.Seen),
            Words.Saved);
    }

    /// <summary>Does something in the name of the person. Back when the snapshot shows it, or what somebody else did meanwhile.</summary>
    /// <param name="right">The right that it takes.</param>
    /// <param name="act">Does it.</param>
    /// <param name="isShown">Whether the snapshot shows it.</param>
    /// <param name="done">What is said when it was done.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> DoAsync(Right right, Func<Actor, Task<ChangeOutcome<PlanCheckFault>>> act, Func<PlanNow, bool> isShown, string done)
    {
        ArgumentNullException.ThrowIfNull(act);
        BeginAnew();
        if (await ActorAsync(right) is not { } user) return false;
        var outcome = await act(user.ToActor());
        (Refusal, Faults) = (outcome.Refusal, outcome.Faults);
        if (Refusal is null || IsOutdated) await UntilAsync(isShown);
        if (Refusal is not null) return false;
        Toasts.Say(done);
        return true;
    }

    /// <summary>Waits until what is held is as it should be, or for some seconds.</summary>
    protected Task UntilAsync(Func<PlanNow, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return Store.UntilAsync(() => holds(PlanNow.Of(Store, Time)), Time, Leaving);
    }
}
