using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.CheckIns;

/// <summary>One check-in in hand: typed, kept as a draft, sent; files go along.</summary>
public sealed partial class CheckInForm(
    CheckInSteps steps, EvidenceStore store, CheckInText sentences, Drafts drafts, Toasts toasts, IStringLocalizer<CheckInForm> text)
{
    private CheckInDraft form = new();
    private DateTimeOffset? draftOf;
    private string? refused;
    private string? percentError;
    private string? doneError;

    /// <summary>What is to be said.</summary>
    [Parameter, EditorRequired]
    public required CheckInDuty Duty { get; set; }

    /// <summary>Raised when the form is to go.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    private IStringLocalizer<CheckInForm> Text => text;

    private CheckInKey Key => Duty.Key;

    private string DraftName => $"check-in/{Key}";

    protected override void OnInitialized() => form = Begun();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || await drafts.FindAsync<CheckInDraft>(DraftName) is not { } draft) return;
        (form, draftOf) = (draft.Value, draft.SavedAt);
        if (form.Seen != Duty.Latest?.Id) Meet();
        StateHasChanged();
    }

    private string Id(string field) => FormattableString.Invariant($"{field}-{Key.Task}-{Key.Item}");

    /// <summary>What was sent last, to be mended; of a quarter of which nothing was sent what was known before it.</summary>
    private CheckInDraft Begun() => Duty.Latest is { } sent
        ? new()
        {
            Percent = sent.Entry.Percent.ToString(CultureInfo.InvariantCulture),
            Done = sent.Entry.Done,
            Next = sent.Entry.Next ?? "",
            Obstacles = sent.Entry.Obstacles ?? "",
            Evidence = [.. sent.Evidence.Select(e => e.Id)],
            Seen = sent.Id,
        }
        : new();

    private void Change(CheckInDraft typed)
    {
        (form, refused, percentError, doneError) = (typed, null, null, null);
        // Nobody waits for it: the next press of a button counts at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, typed));
    }

    private async Task DiscardAsync()
    {
        (form, draftOf, refused, percentError, doneError) = (Begun(), null, null, null, null);
        await drafts.DropAsync(DraftName);
    }

    private Task<IReadOnlyList<Evidence>> LoadAsync(CancellationToken cancellation) => store.ListAsync(Key, Duty.Department, cancellation);

    private async Task<(Evidence? Added, string? Refused)> AddAsync(CurrentUser user, string name, Stream content, CancellationToken cancellation)
    {
        var outcome = await store.AddAsync(Key, name, content, user.ToActor(), cancellation);
        return (outcome.Added, sentences.Of(outcome));
    }

    private async Task SendAsync()
    {
        (refused, percentError, doneError) = (null, null, null);
        var typed = form.Percent.Trim().Normalize(System.Text.NormalizationForm.FormKC).TrimEnd('%').Trim();
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            percentError = text["PercentMissing"];
        }

        var entry = new CheckInEntry(number, form.Done, form.Next, form.Obstacles);
        var faults = entry.Trimmed().Faults().ToList();
        percentError ??= faults.Where(f => f is CheckInFault.PercentRange or CheckInFault.TooManyDecimals).Select(sentences.Fault).FirstOrDefault();
        doneError = faults.Contains(CheckInFault.DoneMissing) ? sentences.Fault(CheckInFault.DoneMissing) : null;
        if (percentError is not null || doneError is not null || await ActorAsync(Right.EnterReturns) is not { } user) return;

        var seen = form.Seen;
        var outcome = await steps.SendAsync(Key, entry, form.Evidence, seen, user.ToActor(), CancellationToken.None);
        refused = sentences.Of(outcome);
        if (refused is null || outcome.Refusal == ChangeRefusal.Stale) await UntilAsync(now => now.Snapshot.CheckIns.Latest(Key)?.Id != seen);
        if (outcome.Refusal == ChangeRefusal.Stale)
        {
            // To send it once more, beside what a colleague has sent, is deliberate.
            form = form with { Seen = Store.Current.CheckIns.Latest(Key)?.Id };
            return;
        }

        if (refused is not null) return;
        await drafts.DropAsync(DraftName);
        toasts.Say(text["Sent"]);
        await OnClose.InvokeAsync();
    }

    // A colleague has sent something since the draft was begun: it stands above the form.
    private void Meet() => (refused, form) = (text["SentMeanwhile"], form with { Seen = Duty.Latest?.Id });
}
