using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>A notice in hand: typed, kept as a draft, issued. From a light it begins with what the plan says of it.</summary>
public sealed partial class IssueForm(
    NoticeSteps steps, SupervisionSettings settings, WorkingDays days, Drafts drafts, Address address, NavigationManager navigation,
    LightWords lights, IStringLocalizer<IssueForm> text)
{
    private const string DraftName = "notice/new";

    private IssueDraft form = new();
    private DateTimeOffset? draftOf;
    private string? refused;
    private Notice? open;
    private ClockDates clock = null!;
    private IReadOnlyList<Department> units = [];
    private IReadOnlyList<Choice<MatterGrade>> grades = [];
    private IReadOnlyList<Choice<NoticeOrigin>> origins = [];

    /// <summary>The subject of the light that it comes from; null where it comes from none.</summary>
    [Parameter]
    public string? Light { get; set; }

    private Address Address => address;

    private IStringLocalizer<IssueForm> Text => text;

    protected override void OnInitialized()
    {
        var now = Now();
        units = [.. now.Plan.Departments.Where(d => !d.IsDissolvedOn(now.Today)).OrderBy(d => d.Order)];
        grades = [.. Enum.GetValues<MatterGrade>().Select(g => new Choice<MatterGrade>(g, Words.Grade(g)))];
        origins = [.. Enum.GetValues<NoticeOrigin>().Select(o => new Choice<NoticeOrigin>(o, Words.Origin(o)))];
        form = Begun();
        open = LightSubject.Parse(Light) is { } on
            ? now.Snapshot.Notices.At(now.Moment, days)
                .LastOrDefault(n => !n.IsClosed && n.Assignment.Origin == NoticeOrigin.Light && LightSubject.Parse(n.Assignment.Reference) == on)
            : null;
        Reckon();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Who comes from a light has something else in mind than what he left half done.
        if (!firstRender || Light is not null || await drafts.FindAsync<IssueDraft>(DraftName) is not { } draft) return;
        // A unit may have been dissolved since the draft was kept.
        (form, draftOf) = (draft.Value with { Leads = Standing(draft.Value.Leads), Assisting = Standing(draft.Value.Assisting) }, draft.SavedAt);
        Reckon();
        StateHasChanged();
    }

    private IssueDraft Begun()
    {
        if (LightSubject.Parse(Light) is not { } subject) return new();
        var (now, begun) = (Now(), new IssueDraft { Origin = NoticeOrigin.Light, Reference = subject.ToString() });
        if (subject.Kind == LightSubjectKind.Target)
        {
            var board = now.Snapshot.LightsAt(now.Moment);
            return board.Targets.FirstOrDefault(t => t.Light.Subject == subject) is not { } target ? begun : begun with
            {
                Subject = Cut(lights.Subject(subject, board)),
                Leads = Standing(target.Commitment?.Owner is { } owner ? [owner] : []),
                Person = target.Commitment?.Person ?? "",
            };
        }

        if (now.Plan.Task((int)subject.Number) is not { } task) return begun;
        var item = task.WorkItems.FirstOrDefault(i => subject.Kind == LightSubjectKind.Item && i.Number == subject.Part);
        return begun with
        {
            Subject = Cut(item?.Text ?? task.Title),
            Leads = Standing((item?.Lead ?? task.Lead) is { } lead ? [lead] : []),
            Assisting = Standing([.. task.Supporting.Where(s => s != (item?.Lead ?? task.Lead))]),
            Person = item?.Person ?? task.Person ?? "",
        };
    }

    private static string Cut(string text) => text.Length > NoticeDraft.MaxLine ? text[..NoticeDraft.MaxLine] : text;

    private IReadOnlyList<string> Standing(IReadOnlyList<string> codes) => [.. codes.Where(c => units.Any(u => u.Code == c))];

    private IReadOnlyList<Department> Chosen(IReadOnlyList<string> codes) => [.. units.Where(u => codes.Contains(u.Code))];

    private static IReadOnlyList<string> CodesOf(IReadOnlyList<Department> chosen) => [.. chosen.Select(d => d.Code)];

    private void Reckon() => clock = SupervisionClock.Run(new() { Assigned = Now().Today, Grade = form.Grade, Mode = settings.Mode }, days);

    private void Change(IssueDraft typed)
    {
        (form, refused) = (typed, null);
        Reckon();
        // Nobody waits for it: the next press of a button counts at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, typed));
    }

    private async Task DiscardAsync()
    {
        (form, draftOf, refused) = (Begun(), null, null);
        Reckon();
        await drafts.DropAsync(DraftName);
    }

    private async Task IssueAsync()
    {
        refused = null;
        // Both a leader and the inspection office may; the command asks which he is.
        if (await ActorAsync(Right.SeeReturns) is not { } user) return;
        var outcome = await steps.IssueAsync(
            new()
            {
                Grade = form.Grade,
                Subject = form.Subject,
                Requirement = form.Requirement,
                Origin = form.Origin,
                Reference = form.Origin == NoticeOrigin.Free ? null : form.Reference,
                Leads = form.Leads,
                Assisting = form.Assisting,
                Person = form.Person,
            },
            user.ToActor(),
            CancellationToken.None);
        refused = Words.Of(outcome);
        if (outcome.Numbers is not [var first, ..]) return;
        await drafts.DropAsync(DraftName);
        await UntilAsync(s => s.Notices.Has(outcome.Numbers[^1]));
        // As the links between these pages do: the page is loaded anew.
        navigation.NavigateTo(address.To(outcome.Numbers.Count > 1 ? NoticeFilter.Path : $"/supervision/{first}"), forceLoad: true);
    }
}
