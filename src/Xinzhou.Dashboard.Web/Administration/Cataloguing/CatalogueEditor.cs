using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>
/// Part of a page in which an entry of the catalogue is changed: what is typed is kept as a draft, what is refused is said at
/// its field, and what somebody else saved meanwhile is told before it is saved over.
/// </summary>
/// <typeparam name="TEdit">What is typed.</typeparam>
public abstract class CatalogueEditor<TEdit> : WorkPart
    where TEdit : CatalogueEdit
{
    private TEdit? edit;

    /// <summary>What is typed.</summary>
    protected TEdit Edit => edit ??= Begin();

    /// <summary>When the draft was kept that is shown; null where none is.</summary>
    protected DateTimeOffset? DraftOf { get; private set; }

    /// <summary>Why it was not saved; null while nothing was refused.</summary>
    protected ChangeRefusal? Refusal { get; private set; }

    /// <summary>What is wrong with it.</summary>
    protected IReadOnlyList<CatalogueFault> Faults { get; private set; } = [];

    /// <summary>Whether it was saved and nothing typed since.</summary>
    protected bool IsSaved { get; private set; }

    /// <summary>The words of the catalogue.</summary>
    [Inject]
    protected CatalogueWords Words { get; set; } = null!;

    /// <summary>What is refused and has no field of its own; null if there is nothing.</summary>
    protected string? Refused => Trouble
        ?? (Refusal is { } why && why is not (ChangeRefusal.Faulty or ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong) && !IsOfField(why) ? Words.Refusal(why) : null)
        ?? Faults.Where(f => !IsOfField(f)).Select(Words.Fault).FirstOrDefault();

    /// <summary>What is wrong with the reason; null while it is right.</summary>
    protected string? ReasonError => Refusal is ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong ? Words.Refusal(Refusal.Value) : null;

    /// <summary>The name of the draft.</summary>
    protected abstract string DraftName { get; }

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>What is typed before anybody has typed.</summary>
    protected abstract TEdit Begin();

    /// <summary>Whether a fault is said at a field.</summary>
    protected abstract bool IsOfField(CatalogueFault fault);

    /// <summary>Whether a refusal is said at a field.</summary>
    protected virtual bool IsOfField(ChangeRefusal refusal) => false;

    /// <summary>The sentence of the first fault of these; null if there is none.</summary>
    protected string? ErrorOf(params CatalogueFaultReason[] reasons) => Faults.FirstOrDefault(f => reasons.Contains(f.Reason)) is { } fault ? Words.Fault(fault) : null;

    /// <summary>Brings back what was half typed. After the first rendering.</summary>
    protected async Task RestoreAsync()
    {
        if (await Drafts.FindAsync<TEdit>(DraftName) is { } draft)
        {
            (edit, DraftOf) = (draft.Value, draft.SavedAt);
        }
    }

    /// <summary>Forgets what was said and typed so far, without the draft.</summary>
    protected void BeginAnew() => (edit, DraftOf, Refusal, Faults, IsSaved, Trouble) = (null, null, null, [], false, null);

    /// <summary>Changes what is typed, whatever else has been typed since the field was drawn.</summary>
    protected Task EditAsync(Func<TEdit, TEdit> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        (edit, IsSaved) = (typed(Edit), false);
        Keep();
        return Task.CompletedTask;
    }

    /// <summary>Takes away what was typed.</summary>
    protected async Task DiscardAsync()
    {
        BeginAnew();
        await Drafts.DropAsync(DraftName);
    }

    /// <summary>Saves, in the name of the person, what is typed.</summary>
    /// <param name="save">The command.</param>
    /// <param name="reload">Reads anew what holds, after it was saved or found to be changed by somebody else.</param>
    /// <param name="over">What was typed, upon what holds now: to save once more is then deliberate.</param>
    /// <returns>Whether it was saved.</returns>
    protected async Task<bool> SaveAsync(Func<TEdit, Actor, Task<ChangeOutcome<CatalogueFault>>> save, Func<Task> reload, Func<TEdit, TEdit>? over = null)
    {
        ArgumentNullException.ThrowIfNull(save);
        ArgumentNullException.ThrowIfNull(reload);
        (Refusal, Faults, IsSaved) = (null, [], false);
        if (await ActorAsync(Right.KeepCatalogue) is not { } user)
        {
            return false;
        }

        var typed = Edit;
        var outcome = await save(typed, user.ToActor());
        (Refusal, Faults) = (outcome.Refusal, outcome.Faults);
        if (Refusal == ChangeRefusal.Stale)
        {
            await reload();
            edit = over?.Invoke(Edit) ?? Edit;
            Keep();
        }

        if (Refusal is not null)
        {
            return false;
        }

        await Drafts.DropAsync(DraftName);
        await reload();
        // What was typed since stays, upon what was saved; a dialog closes and begins anew.
        if (over is null || edit is null || ReferenceEquals(edit, typed))
        {
            BeginAnew();
            IsSaved = true;
        }
        else
        {
            (edit, DraftOf) = (over(Edit), null);
            Keep();
        }

        Toasts.Say(Words.Saved);
        return true;
    }

    // Nobody waits for it: the next press of a button counts at once.
    private void Keep()
    {
        var typed = Edit;
        _ = GuardAndShowAsync(() => Drafts.KeepAsync(DraftName, typed));
    }
}
