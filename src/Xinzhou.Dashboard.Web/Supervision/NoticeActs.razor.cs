using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>What the reader may do about a notice: chosen, typed, done.</summary>
public sealed partial class NoticeActs(
    NoticeSteps steps, NoticeEvidenceStore evidence, WorkingDays days, TimeProvider time, Drafts drafts, Toasts toasts, IStringLocalizer<NoticeActs> text)
{
    private IReadOnlyList<NoticeAct> acts = [];
    private IReadOnlyList<Choice<EscalationLevel?>> levels = [];
    private ActDraft? form;
    private DateTimeOffset? draftOf;
    private string? refused;

    /// <summary>The notice.</summary>
    [Parameter, EditorRequired]
    public required Notice Notice { get; set; }

    /// <summary>The reader.</summary>
    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Raised when something was done.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnDone { get; set; }

    private IStringLocalizer<NoticeActs> Text => text;

    private NoticeNumber Number => Notice.Assignment.Number;

    private string DraftName => $"notice/{Number}";

    /// <summary>Whether what is typed can still be done: others may have been before.</summary>
    private bool IsPossible => form is { } typed && acts.Contains(typed.Act);

    protected override void OnParametersSet()
    {
        acts = [.. Enum.GetValues<NoticeAct>().Where(MayNow).OrderBy(a => Order(a))];
        levels = [.. Enum.GetValues<EscalationLevel>().Where(l => !(l <= Notice.Escalation)).Select(l => new Choice<EscalationLevel?>(l, Words.Level(l)))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || await drafts.FindAsync<ActDraft>(DraftName) is not { } draft) return;
        (form, draftOf) = (draft.Value, draft.SavedAt);
        StateHasChanged();
    }

    /// <summary>Whether it could be done now if everything that it asks for were given.</summary>
    private bool MayNow(NoticeAct act) =>
        NoticeRules.MayDo(act, Actor)
        && !NoticeRules.Faults(Notice, new(act), Actor, days).Any(f => f.Reason is NoticeReason.OtherUnit or NoticeReason.NotSigned or NoticeReason.AlreadySigned
            or NoticeReason.NotRunning or NoticeReason.NotClaimed or NoticeReason.NotVerified or NoticeReason.NotSettled or NoticeReason.OwnWork
            or NoticeReason.DatePassed or NoticeReason.RequestOpen or NoticeReason.NoRequest);

    /// <summary>What was done since the form was begun.</summary>
    private IReadOnlyList<NoticeEvent> DoneSince(ActDraft typed) => [.. Notice.Events.Where(e => e.Id > (typed.Begun ?? typed.Seen))];

    // What moves the notice on comes first.
    private int Order(NoticeAct act) => act switch
    {
        NoticeAct.Sign or NoticeAct.Verify or NoticeAct.Close => 0,
        NoticeAct.Extend or NoticeAct.RefuseExtension when Notice.OpenRequest is not null => 0,
        NoticeAct.Feedback => 1,
        NoticeAct.Claim or NoticeAct.Refuse => 2,
        _ => 3,
    };

    // What was typed for something that cannot be done any more goes along.
    private void Begin(NoticeAct act) => (form, draftOf, refused) = (
        new ActDraft
        {
            Act = act,
            Text = form is { } typed && !IsPossible ? typed.Text : "",
            Evidence = form is { } shown && !IsPossible ? shown.Evidence : "",
            Seen = Notice.LastEventId,
            Begun = Notice.LastEventId,
            // Who grants what was asked for grants that date, unless he sets another.
            Until = act == NoticeAct.Extend ? Notice.OpenRequest?.Until : null,
        },
        null, null);

    private void Change(ActDraft typed)
    {
        (form, refused) = (typed, null);
        // Nobody waits for it: the next press of a button counts at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, typed));
    }

    private Task<IReadOnlyList<Evidence>> LoadAsync(CancellationToken cancellation) => evidence.ListAsync(Number, Actor, cancellation);

    private async Task<(Evidence? Added, string? Refused)> AddAsync(CurrentUser user, string name, Stream content, CancellationToken cancellation)
    {
        var outcome = await evidence.AddAsync(Number, name, content, user.ToActor(), cancellation);
        return (outcome.Added, Words.Of(outcome));
    }

    private bool IsStill(ActDraft typed) => form is { } shown && (shown.Act, shown.Begun) == (typed.Act, typed.Begun);

    private async Task CloseAsync()
    {
        (form, draftOf, refused) = (null, null, null);
        await drafts.DropAsync(DraftName);
    }

    private async Task DoAsync()
    {
        refused = null;
        if (form is not { } typed || !IsPossible) return;
        decimal? percent = null;
        if (typed.Act == NoticeAct.Feedback)
        {
            var written = typed.Percent.Trim().Normalize(System.Text.NormalizationForm.FormKC).TrimEnd('%').Trim();
            percent = decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        if (await ActorAsync(Right.SeeReturns) is not { } user) return;
        var entry = new NoticeEntry(typed.Act)
        {
            // What has no field for words is done without those that came along.
            Text = typed.Act is NoticeAct.Sign or NoticeAct.Close ? null : typed.Text,
            Evidence = typed.Evidence,
            Files = typed.Files,
            Percent = percent,
            From = typed.From,
            Until = typed.Until,
            Level = typed.Level,
        };
        var seen = typed.Seen;
        var outcome = await steps.DoAsync(Number, entry, seen, user.ToActor(), CancellationToken.None);
        var why = Words.Of(outcome);
        if (why is null || outcome.Refusal == ChangeRefusal.Stale)
        {
            await UntilAsync(s => s.Notices.Find(Number, new AsOf(time.GetUtcNow()), days)?.LastEventId > seen);
        }

        // Who has begun something else meanwhile keeps that.
        if (IsStill(typed))
        {
            refused = why;
            // What somebody else did stands above; to do it all the same is deliberate.
            if (outcome.Refusal == ChangeRefusal.Stale) form = form! with { Seen = Store.Current.Notices.Find(Number, new AsOf(time.GetUtcNow()), days)?.LastEventId ?? seen };
            else if (why is null) await CloseAsync();
        }

        if (why is null) toasts.Say(text["Saved"]);
        await OnDone.InvokeAsync();
    }
}
