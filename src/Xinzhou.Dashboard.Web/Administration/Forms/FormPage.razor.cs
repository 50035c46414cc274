using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>One form, or a new one: who reports it, its rows in order, the grid that comes of it, and what it was before.</summary>
public sealed partial class FormPage(
    FormCatalogue catalogue,
    CalendarEntries calendar,
    SnapshotStore store,
    NavigationManager navigation,
    Drafts drafts,
    Address address,
    TimeProvider time,
    FormWords words,
    FigureWords figures,
    IStringLocalizer<FormPage> text)
{
    private const int MaxFaults = 12;

    private ReturnForm? held;
    private FormEdit? edit;
    private FormEdit? removed;
    private FormRows? list;
    private IReadOnlyList<FormVersion> history = [];
    private IReadOnlyList<RowFault> faults = [];
    private IReadOnlyList<Choice<Stage>> stages = [];
    private IReadOnlyList<Department> departments = [];
    private Quarter? next;
    private ChangeRefusal? refusal;
    private DateTimeOffset? draftOf;
    private bool isChanged;
    private bool looked;
    private bool previewing;
    private bool adding;
    private bool done;
    private int? share;

    /// <summary>The code of the form; null for a new one.</summary>
    [Parameter]
    public string? Code { get; set; }

    private Address Address => address;

    private FormWords Words => words;

    private IStringLocalizer<FormPage> Text => text;

    private int inUse => history.Sum(v => v.Returns);

    private int cells => edit!.Rows.Sum(r => r.Part is not null && r.Total is not null ? 0 : r.Growth ? 2 : 1);

    private string DraftName => $"form/{Code ?? "new"}";

    protected override async Task OnInitializedAsync()
    {
        stages = [.. FormCheck.Stages.Select(s => new Choice<Stage>(s, figures.Stage(s)))];
        departments = [.. store.Current.Plan.Departments.OrderBy(d => d.Order)];
        done = address.Get("done") == "saved";
        if (Code is null)
        {
            edit = new();
            return;
        }

        if (await GuardAsync(ReloadAsync) && held is null)
        {
            navigation.NotFound();
        }

        edit = held is null ? null : FormEdit.Of(held);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The form may come only after the first drawing.
        if (looked || edit is null)
        {
            return;
        }

        looked = true;
        if (await drafts.FindAsync<FormEdit>(DraftName) is { } draft)
        {
            (edit, draftOf, isChanged) = (draft.Value, draft.SavedAt, true);
            StateHasChanged();
        }
    }

    private async Task ReloadAsync()
    {
        held = await catalogue.FindAsync(Code!, Leaving);
        history = held is null ? [] : await catalogue.HistoryAsync(held.Code, Leaving);
        var now = time.GetUtcNow();
        next = (await calendar.AllAsync(Leaving)).LastOrDefault(e => e.Form == Code && !e.IsOpened && e.Dates.ClosesAt > now)?.Quarter;
    }

    private Task EditAsync(Func<FormEdit, FormEdit> typed)
    {
        (edit, isChanged, done, removed) = (typed(edit!), true, false, null);
        // Nobody waits for it: what comes of the change comes at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, edit));
        return Task.CompletedTask;
    }

    private async Task RemoveAsync(int key)
    {
        var before = removed ?? edit;
        await EditAsync(f => f.Remove(key));
        removed = before;
    }

    // What was typed meanwhile would have made the offer go.
    private Task UndoAsync() => removed is { } before ? EditAsync(f => f with { Rows = before.Rows }) : Task.CompletedTask;

    // Away with what was typed: what others saved meanwhile is the new ground.
    private async Task DiscardAsync()
    {
        if (Code is not null) await ReloadAsync();
        edit = held is null ? new() : FormEdit.Of(held);
        (draftOf, refusal, faults, isChanged, removed) = (null, null, [], false, null);
        await drafts.DropAsync(DraftName);
    }

    private async Task SaveAsync()
    {
        (refusal, faults, done) = (null, [], false);
        if (edit is null || await ActorAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        var typed = edit;
        var outcome = await catalogue.SaveAsync(typed.ToForm(store.Current.Catalogue), typed.Seen, typed.Reason, user.ToActor(), CancellationToken.None);
        (refusal, faults) = (outcome.Refusal, [.. outcome.Faults.Select(f => new RowFault(f, f.Row is { } row ? typed.Rows[row - 1].Key : null))]);
        if (refusal == ChangeRefusal.Stale)
        {
            // What the other saved stands in the history now; to save once more is then deliberate.
            await ReloadAsync();
            edit = edit with { Seen = held?.Version };
        }

        if (refusal is not null)
        {
            return;
        }

        await drafts.DropAsync(DraftName);
        if (held is null)
        {
            navigation.NavigateTo(address.To($"/admin/forms/{typed.Code.Trim()}", ("done", "saved")), forceLoad: true);
            return;
        }

        await ReloadAsync();
        draftOf = null;
        if (ReferenceEquals(edit, typed) || !isChanged)
        {
            (edit, removed, isChanged, done) = (FormEdit.Of(held), null, false, true);
            return;
        }

        // What was typed since stays, upon what was saved.
        (edit, done) = (edit with { Seen = held.Version }, true);
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, edit));
    }

    private async Task GoToAsync(int key, string column)
    {
        previewing = false;
        StateHasChanged();
        if (list is not null) await list.GoToAsync(key, column);
    }

    private int? PlaceOf(int key) => edit!.Rows.ToList().FindIndex(r => r.Key == key) is >= 0 and var at ? at + 1 : null;

    private string? ErrorOf(FormFaultReason reason) => faults.FirstOrDefault(f => f.Fault.Reason == reason) is { } found ? words.Fault(found.Fault, null) : null;

    private IReadOnlyList<string> Chosen(FormEdit form, string department, bool on) =>
        [.. departments.Select(d => d.Code).Where(d => d == department ? on : form.Departments.Contains(d))];
}
