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
    private DeskRow? shown;
    private DeskAct shownAct;
    private long seen;
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

    /// <summary>The lights that it is one of.</summary>
    [Parameter, EditorRequired]
    public required LightBoard Board { get; set; }

    /// <summary>Raised when it was decided, or is not to be.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClosed { get; set; }

    private DeskWords Desk => desk;

    private IStringLocalizer<DecisionDialog> Text => text;

    /// <summary>Whether a new notice comes of it: an instruction always is one, and where none is at work.</summary>
    private bool Issues => Act == DeskAct.Instruct || Row?.Notice is not { IsRunning: true };

    // An instruction is what the notice refers to.
    private int MaxLength => Act == DeskAct.Instruct ? NoticeDraft.MaxLine : NoticeEntry.MaxLength;

    private string DraftName => $"desk/{Row?.Light.Subject}/{Act}";

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(shown, Row) && shownAct == Act) return;
        var isAnother = shown?.Light.Subject != Row?.Light.Subject || shownAct != Act;
        (shown, shownAct, refused, isMissing) = (Row, Act, null, false);
        if (Row is null || !isAnother) return;
        (seen, sentence, isMajor) = (Row.Notice?.LastEventId ?? 0, null, false);
        Reckon();
        if (await drafts.FindAsync<string>(DraftName) is { } draft) sentence = draft.Value;
    }

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
        _ = GuardAsync(() => drafts.KeepAsync(DraftName, typed ?? ""));
    }

    private async Task CloseAsync()
    {
        if (Row is not null) await drafts.DropAsync(DraftName);
        await OnClosed.InvokeAsync();
    }

    private async Task DoAsync()
    {
        (refused, isMissing) = (null, string.IsNullOrWhiteSpace(sentence));
        if (Row is not { } row || isMissing) return;
        // Both a leader and the inspection office may; the command asks which he is.
        if (await ActorAsync(Right.SeeReturns) is not { } user) return;
        var actor = user.ToActor();
        var (number, last) = (row.Notice?.Assignment.Number, seen);
        if (Issues)
        {
            var issued = await steps.IssueAsync(DraftOf(row), actor, CancellationToken.None);
            if ((refused = Words.Of(issued)) is not null || issued.Numbers is not [var first, ..]) return;
            (number, last) = (first, 0);
        }

        if (LevelOf(Act) is { } level && number is { } on && !(Act == DeskAct.Notice && Issues))
        {
            var raised = await steps.DoAsync(on, new(NoticeAct.Escalate) { Level = level, Text = sentence }, last, actor, CancellationToken.None);
            if ((refused = Words.Of(raised)) is not null)
            {
                // What was issued stands; who looks again sees it.
                seen = Store.Current.Notices.Find(on, Now().Moment, days)?.LastEventId ?? last;
                return;
            }
        }

        await drafts.DropAsync(DraftName);
        toasts.Say(text["Done", Desk.Act(Act), number?.Code ?? ""]);
        var isRaised = LevelOf(Act) is not null && !(Act == DeskAct.Notice && Issues);
        if (number is { } done) await UntilAsync(s => s.Notices.Find(done, Now().Moment, days) is { } held && (!isRaised || held.LastEventId > last));
        await OnClosed.InvokeAsync();
    }

    private NoticeDraft DraftOf(DeskRow row) => new()
    {
        Grade = isMajor ? MatterGrade.Major : MatterGrade.Ordinary,
        Subject = DeskModel.Cut(row.Item is { Text.Length: > 0 } item ? item.Text : Desk.Title(row, Board)),
        Requirement = sentence,
        Origin = Act == DeskAct.Instruct ? NoticeOrigin.Instruction : NoticeOrigin.Light,
        Reference = Act == DeskAct.Instruct ? sentence : row.Reference.ToString(),
        Leads = row.Lead is { } lead ? [lead] : [],
        Person = row.Person,
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
