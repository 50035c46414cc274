using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>The commitment of a target in hand. What is half typed is kept as a draft; what somebody else saved meanwhile is shown beside it.</summary>
public sealed partial class TargetForm(CommitmentChanges changes, Drafts drafts, IStringLocalizer<TargetForm> text)
{
    private PlanForm form = new();
    private DateTimeOffset? draftOf;
    private bool isSaved;
    private string? saved;
    private IReadOnlyList<BothSide> sides = [];
    private HistoryEntry? last;
    private List<PlanCheckFault> unread = [];
    private IReadOnlyList<Department> departments = [];
    private IReadOnlyList<Choice<string>> baselines = [];
    private IReadOnlyList<Choice<string>> tasks = [];

    /// <summary>The target as it stands.</summary>
    [Parameter, EditorRequired]
    public required TargetLine Line { get; set; }

    /// <summary>The plan that it stands in.</summary>
    [Parameter, EditorRequired]
    public required PlanNow Now { get; set; }

    /// <summary>Raised when it was saved or proposed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnSaved { get; set; }

    private IStringLocalizer<TargetForm> Text => text;

    private CommitmentTarget Target => PlanTargetPage.TargetOf(Line);

    private bool IsFirst => Now.Seen(Target) is null;

    private bool IsApproximate => Line.Target.Figure.Comparator == Comparator.Approximately;

    private string DraftName => $"plan-target/{Line.Target.Figure.Key}";

    // What is held of just this commitment: what another says beside it is not this form's.
    private Commitment? Held => Now.Plan.Commitments.FirstOrDefault(c => c.Target == Target);

    protected override void OnParametersSet()
    {
        var (figure, held) = (Line.Target.Figure, Held);
        departments = [.. Now.Departments.Where(d => !d.IsDissolvedOn(Now.Lights.Day) || d.Code == held?.Owner)];
        baselines = [new("", text["NoBaseline"]), .. BaselineYears(held).Select(y => new Choice<string>(y.ToString(CultureInfo.InvariantCulture), Baseline(figure, y)))];
        tasks = [new("", text["NoTask"]), .. Now.Plan.Tasks.OrderBy(t => t.Number).Select(t => new Choice<string>(t.Number.ToString(CultureInfo.InvariantCulture), text["Task", t.Number, t.Title]))];
        if (Now.Seen(Target) is var seen && (form.Typed.Count == 0 || seen != form.Seen)) Meet(seen);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await drafts.FindAsync<PlanForm>(DraftName) is { Value.Typed.Count: > 0 } draft)
        {
            (form, draftOf) = (draft.Value, draft.SavedAt);
            if (Now.Seen(Target) is var seen && seen != form.Seen) Meet(seen);
            StateHasChanged();
        }
    }

    // Somebody has saved. Who has typed nothing sees it at once; else both are shown, and only what he touched is his.
    private void Meet(long? seen)
    {
        var held = PlanRaw.Of(Held);
        if (!form.IsTouched)
        {
            form = PlanForm.Of(held, seen) with { Reason = form.Reason };
            return;
        }

        sides = [.. form.ChangedSince(held).Select(f => new BothSide(Words.Field(f), Shown(f, form.Begun.GetValueOrDefault(f, "")), Shown(f, held[f]), Shown(f, form[f])))];
        last = Words.History(Now.Book, PlanSubject.OfCommitment(Target)) is [var newest, ..] ? newest : null;
    }

    private IEnumerable<int> BaselineYears(Commitment? held)
    {
        var year = Line.Target.Year ?? int.MaxValue;
        var known = Line.Target.Light.Inputs is TargetInputs inputs ? inputs.Values.Select(v => v.Year).Where(y => y < year) : [];
        // What holds can stay, also where its figure is known no more.
        return known.Concat(held?.BaselineYear is { } own ? [own] : []).Distinct().Order();
    }

    private string Baseline(Figure figure, int year) =>
        TargetBaseline.Of(figure, year, Now.Figures) is { } value
            ? text["BaselineOf", year, LightNumbers.Amount(value.Value, figure.Uom)]
            : text["BaselineUnknown", year];

    private Task EditAsync(PlanField field, string? typed)
    {
        Faults = [];
        return ChangeAsync(form.With(field, typed));
    }

    private Task ChangeAsync(PlanForm typed)
    {
        (form, isSaved) = (typed, false);
        // Nobody waits for it: the next press of a button counts at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, typed));
        return Task.CompletedTask;
    }

    private async Task DiscardAsync()
    {
        BeginAnew();
        (form, draftOf, isSaved, sides, last, unread) = (PlanForm.Of(PlanRaw.Of(Held), Now.Seen(Target)), null, false, [], null, []);
        await drafts.DropAsync(DraftName);
    }

    private async Task SaveAsync()
    {
        isSaved = false;
        BeginAnew();
        var (typed, wrong, target, isFirst) = (form, new List<PlanCheckFault>(), Target, IsFirst);
        var said = PlanRaw.Commitment(target, form, wrong);
        unread = wrong;
        if (unread.Count > 0) return;
        var (figure, seen, reason, pending) = (Line.Target.Figure.Id, form.Seen, form.Reason, Now.Pledges.Proposals.Count);
        var done = text[isFirst ? "Saved" : "Proposed"].Value;
        if (await DoAsync(
            Right.SetTargets,
            actor => changes.SaveAsync(figure, new(said, seen), reason, actor, CancellationToken.None),
            now => now.Seen(target) != seen || now.Pledges.Proposals.Count != pending,
            done))
        {
            await drafts.DropAsync(DraftName);
            (draftOf, saved, isSaved) = (null, done, ReferenceEquals(form, typed) || !form.IsTouched);
            if (isSaved) form = new();
            await OnSaved.InvokeAsync();
            (sides, last) = ([], null);
            // What was typed since stays, upon what was saved.
            if (!isSaved) await ChangeAsync(form.Over(PlanRaw.Of(Held), Now.Seen(Target)));
        }
        else if (IsOutdated)
        {
            await OnSaved.InvokeAsync();
            Meet(Now.Seen(Target));
            form = form.Over(PlanRaw.Of(Held), Now.Seen(Target));
        }
    }

    private string? ErrorOf(params PlanCheckReason[] reasons) =>
        Faults.Concat(unread).Where(f => reasons.Contains(f.Reason)).Select(Words.Fault).ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;

    private Department? DepartmentOf(string code) => departments.FirstOrDefault(d => d.Code == code);

    private string Shown(PlanField field, string raw) => field == PlanField.Lead && raw.Length > 0 ? Now.Plan.DepartmentName(raw) : raw;
}
