using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>The dialog with the dates of one entry, or of one that is to be made.</summary>
public sealed partial class EntryDialog(
    CalendarEntries calendar, WorkingDays working, Drafts drafts, Toasts toasts, DayWords days, IStringLocalizer<EntryDialog> text, IStringLocalizer<CalendarPage> words)
{
    private static readonly int[] Shifts = [1, 3, 5];

    private IReadOnlyList<CalendarEntry> entries = [];
    private CalendarEntry? held;
    private DatesEdit edit = new();
    private DateTimeOffset? draftOf;
    private string? refusal;
    private bool wasOpen;
    private bool isReady;
    private string? looked;

    /// <summary>The form; null before one was chosen.</summary>
    [Parameter, EditorRequired]
    public required ReturnForm? Form { get; set; }

    /// <summary>The quarter.</summary>
    [Parameter, EditorRequired]
    public required Quarter Quarter { get; set; }

    /// <summary>Whether it is shown.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Raised when it is to be closed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    /// <summary>Raised when dates were saved.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnSaved { get; set; }

    private WorkingDays Working => working;

    private DayWords Days => days;

    private IStringLocalizer<EntryDialog> Text => text;

    private IStringLocalizer<CalendarPage> Words => words;

    private bool IsOpened => held?.IsOpened == true;

    private string DraftName => $"calendar/{Form!.Code}/{Quarter.Code}";

    private string? DueHint => edit is { Due: { } due, Opens: { } opens } ? days.Span(opens, due) : null;

    /// <summary>The days of the quarter before, three months later: what a shift that is taken back goes back to. Null where they hold.</summary>
    private ReturnDates? Regular => !IsOpened && Proposed() is { } regular && edit.Dates(held?.Dates) != regular ? regular : null;

    protected override async Task OnParametersSetAsync()
    {
        var opening = Open && !wasOpen && Form is not null;
        wasOpen = Open;
        if (!opening)
        {
            return;
        }

        (isReady, refusal, draftOf, Trouble, edit) = (false, null, null, null, new());
        await GuardAsync(async () =>
        {
            await LoadAsync();
            edit = Begin();
        });
        isReady = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isReady && Open && draftOf is null && looked != DraftName)
        {
            var name = looked = DraftName;
            if (await drafts.FindAsync<DatesEdit>(name) is { } draft && looked == name)
            {
                (edit, draftOf) = (draft.Value, draft.SavedAt);
                StateHasChanged();
            }
        }

        if (!Open) looked = null;
    }

    private async Task LoadAsync()
    {
        entries = await calendar.AllAsync(Leaving);
        held = entries.FirstOrDefault(e => e.Form == Form!.Code && e.Quarter == Quarter);
    }

    private DatesEdit Begin() => DatesEdit.Of(held?.Dates ?? Proposed() ?? First(), held?.Version);

    /// <summary>As in the quarter before, of this form or else of any; null where there is none.</summary>
    private ReturnDates? Proposed() =>
        (entries.FirstOrDefault(e => e.Form == Form!.Code && e.Quarter == Quarter.Previous) ?? entries.FirstOrDefault(e => e.Quarter == Quarter.Previous)) is { } before
            ? CalendarCheck.Next(before.Dates)
            : null;

    /// <summary>In the month after the quarter.</summary>
    private ReturnDates First()
    {
        var first = Shanghai.StartOf(Quarter.LastDay.AddDays(1));
        return new(first, first.AddDays(14).AddHours(18), first.AddMonths(1).AddHours(-6), 3, 3);
    }

    private Task EditAsync(Func<DatesEdit, DatesEdit> typed)
    {
        edit = typed(edit);
        // Nobody waits for it: what comes of the change comes at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, edit));
        return Task.CompletedTask;
    }

    private async Task DiscardAsync()
    {
        (edit, draftOf, refusal) = (Begin(), null, null);
        await drafts.DropAsync(DraftName);
    }

    private async Task SaveAsync()
    {
        refusal = null;
        if (Form is not { } form)
        {
            return;
        }

        var name = DraftName;
        if (await ActorAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        ChangeOutcome<CalendarFault> outcome = edit.Dates(held?.Dates) is { } dates
            ? await calendar.SetAsync(form.Code, Quarter, dates, edit.Seen, edit.Reason, user.ToActor(), CancellationToken.None)
            : new(ChangeRefusal.Faulty, [CalendarFault.BadMoment]);
        refusal = outcome.Text();
        if (outcome.Refusal is ChangeRefusal.Stale or ChangeRefusal.Taken)
        {
            // What the other saved is said; to save once more is then deliberate.
            await LoadAsync();
            edit = edit with { Seen = held?.Version };
        }

        if (refusal is not null)
        {
            return;
        }

        await drafts.DropAsync(name);
        toasts.Say(words["Saved"]);
        await OnSaved.InvokeAsync();
        // Who has opened another meanwhile keeps that.
        if (Form is not null && DraftName == name) await OnClose.InvokeAsync();
    }
}
