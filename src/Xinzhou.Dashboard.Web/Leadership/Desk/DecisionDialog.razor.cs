using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>A decision on something that stands badly: a notice is issued, or the open one is raised.</summary>
public sealed partial class DecisionDialog(
    NoticeSteps steps, SupervisionSettings settings, WorkingDays days, Drafts drafts, Toasts toasts, DeskWords desk, IStringLocalizer<DecisionDialog> text)
{
    private DeskRow? opened;
    private DeskAct openedAct;
    private DeskRow? row;
    private DeskAct act;
    private (NoticeNumber? Notice, long Last) begun;
    private (NoticeNumber? Notice, long Last) seen;
    private string? sentence;
    private bool isMissing;
    private bool isMajor;
    private string? refused;
    private ClockDates? clock;

    /// <summary>What it is about; null while nothing is to be decided.</summary>
    [Parameter, EditorRequired]
    public required DeskRow? Row { get; set; }

    /// <summary>What is to be decided.</summary>
    [Parameter, EditorRequired]
    public required DeskAct Act { get; set; }

    /// <summary>What stands badly now: it is one of it, or was.</summary>
    [Parameter, EditorRequired]
    public required DeskModel Model { get; set; }

    /// <summary>Raised when it was decided, or is not to be.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClosed { get; set; }

    private DeskWords Desk => desk;

    private IStringLocalizer<DecisionDialog> Text => text;

    /// <summary>Whether it can still be decided: others may have gone further, or the unit may have claimed.</summary>
    private bool IsPossible => row is null || row.Acts.Contains(act);

    /// <summary>Whether it stands badly no more.</summary>
    private bool IsGone => row is { } held && Model.Rows.All(r => r.Light.Subject != held.Light.Subject);

    /// <summary>Whether a new notice comes of it: an instruction always is one, and where none is at work.</summary>
    private bool Issues => act == DeskAct.Instruct || row?.Notice is not { IsRunning: true };

    /// <summary>The notice that what was done meanwhile is told of: the open one, else the one that was open in the beginning.</summary>
    private Notice? About => row?.Notice ?? (begun.Notice is { } number ? Model.Notices.FirstOrDefault(n => n.Assignment.Number == number) : null);

    /// <summary>The notice that was issued since it was begun; null where none was.</summary>
    private NoticeAssignment? Issued => About is { } notice && notice.Assignment.Number != begun.Notice ? notice.Assignment : null;

    /// <summary>What was done about the notice since it was begun.</summary>
    private IReadOnlyList<NoticeEvent> DoneSince =>
        About is not { } notice ? [] : [.. notice.Events.Where(e => notice.Assignment.Number != begun.Notice || e.Id > begun.Last)];

    // An instruction is what the notice refers to.
    private int MaxLength => act == DeskAct.Instruct ? NoticeDraft.MaxLine : NoticeEntry.MaxLength;

    private string DraftName => $"desk/{row?.Light.Subject}/{act}";

    protected override async Task OnParametersSetAsync()
    {
        // What is asked about goes on being it when the lights are judged anew.
        row = Row is null ? null : Model.Renewed(Row);
        if (opened?.Light.Subject == Row?.Light.Subject && openedAct == Act) return;
        (opened, openedAct, act) = (Row, Act, Act);
        (refused, isMissing, sentence, isMajor) = (null, false, null, false);
        if (row is null) return;
        begun = seen = StateOf(row);
        Reckon();
        // Who has gone on to another by the time it is found gets no words of this one.
        var (about, what) = (row.Light.Subject, act);
        if (await drafts.FindAsync<string>(DraftName) is { } draft && IsOf(about, what)) sentence = draft.Value;
    }

    private bool IsOf(LightSubject about, DeskAct what) => row?.Light.Subject == about && act == what;

    private static (NoticeNumber? Notice, long Last) StateOf(DeskRow of) => (of.Notice?.Assignment.Number, of.Notice?.LastEventId ?? 0);

    private void Reckon() => clock = SupervisionClock.Run(
        new() { Assigned = Now().Today, Grade = isMajor ? MatterGrade.Major : MatterGrade.Ordinary, Mode = settings.Mode }, days);

    private void Grade(bool major)
    {
        isMajor = major;
        Reckon();
    }

    private void Typed(string? typed)
    {
        (sentence, isMissing, refused) = (typed, false, null);
        // Nobody waits for it: the next press of a button counts at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, typed ?? ""));
    }

    private async Task CloseAsync()
    {
        if (row is not null) await drafts.DropAsync(DraftName);
        await OnClosed.InvokeAsync();
    }

    /// <summary>Something else is decided, with the words that are typed already, of what he sees was done meanwhile.</summary>
    private async Task TakeAsync(DeskAct other)
    {
        if (row is { } of) seen = StateOf(of);
        await drafts.DropAsync(DraftName);
        (act, refused) = (other, null);
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, sentence ?? ""));
    }

    private async Task DoAsync()
    {
        (refused, isMissing) = (null, string.IsNullOrWhiteSpace(sentence));
        if (row is not { } of || isMissing || !IsPossible) return;
        // What was pressed for is done, whatever he looks at meanwhile.
        var (what, words, draft, name, issues, known) = (act, sentence, DraftOf(of), DraftName, Issues, seen);
        // Both a leader and the inspection office may; the command asks which he is.
        if (await ActorAsync(Right.SeeReturns) is not { } user) return;
        var actor = user.ToActor();
        if (known.Notice != of.Notice?.Assignment.Number)
        {
            // One was issued or closed meanwhile: what he decides he decides of that.
            if (IsOf(of.Light.Subject, what)) (refused, seen) = (Words.Overtaken, StateOf(of));
            return;
        }

        var (number, last) = known;
        if (issues)
        {
            var issued = await steps.IssueAsync(draft, actor, CancellationToken.None);
            if (Words.Of(issued) is { } why)
            {
                await RefuseAsync(why, issued.Faults.Select(f => f.Number).FirstOrDefault(n => n is not null), 0);
                return;
            }

            if (issued.Numbers is not [var first, ..]) return;
            (number, last) = (first, 0);
        }

        var isRaised = LevelOf(what) is not null && !(what == DeskAct.Notice && issues);
        if (isRaised && LevelOf(what) is { } level && number is { } on)
        {
            var raised = await steps.DoAsync(on, new(NoticeAct.Escalate) { Level = level, Text = words }, last, actor, CancellationToken.None);
            if (Words.Of(raised) is { } why)
            {
                // What was issued stands; what somebody else did is shown, and to go on all the same is deliberate.
                await RefuseAsync(why, on, raised.Refusal == ChangeRefusal.Stale ? last : null);
                return;
            }
        }

        await drafts.DropAsync(name);
        toasts.Say(text["Done", Desk.Act(what), number?.Code ?? ""]);
        if (number is { } done) await UntilAsync(s => s.Notices.Find(done, Now().Moment, days) is { } held && (!isRaised || held.LastEventId > last));
        if (IsOf(of.Light.Subject, what)) await OnClosed.InvokeAsync();

        async Task RefuseAsync(string why, NoticeNumber? about, long? done)
        {
            if (!IsOf(of.Light.Subject, what)) return;
            refused = why;
            await MeetAsync(about, done);
        }
    }

    /// <summary>Waits until what others did is shown; from then on it counts as seen.</summary>
    /// <param name="number">The notice that they did it about; null where nothing is known of others.</param>
    /// <param name="last">The last that he has seen done about it; null where nothing more need come.</param>
    private async Task MeetAsync(NoticeNumber? number, long? last)
    {
        if (number is not { } on) return;
        await UntilAsync(s => s.Notices.Find(on, Now().Moment, days) is { } held && (last is not { } known || known == 0 || held.LastEventId != known));
        seen = (on, Store.Current.Notices.Find(on, Now().Moment, days)?.LastEventId ?? 0);
    }

    private NoticeDraft DraftOf(DeskRow of) => new()
    {
        Grade = isMajor ? MatterGrade.Major : MatterGrade.Ordinary,
        Subject = DeskModel.Cut(of.Item is { Text.Length: > 0 } item ? item.Text : Desk.Title(of, Model.Board)),
        Requirement = sentence,
        Origin = act == DeskAct.Instruct ? NoticeOrigin.Instruction : NoticeOrigin.Light,
        Reference = act == DeskAct.Instruct ? sentence : of.Reference.ToString(),
        Leads = of.Lead is { } lead ? [lead] : [],
        Person = of.Person,
    };

    private static EscalationLevel? LevelOf(DeskAct act) => act switch
    {
        DeskAct.Remind => EscalationLevel.Reminder,
        DeskAct.Notice => EscalationLevel.Notice,
        DeskAct.Talk => EscalationLevel.Talk,
        DeskAct.Circular => EscalationLevel.Circular,
        _ => null,
    };
}
