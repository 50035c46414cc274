using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>One task in hand. What is half typed is kept as a draft; what somebody else saved meanwhile is shown beside it.</summary>
public sealed partial class TaskForm(Drafts drafts, PlanFields fields, IStringLocalizer<TaskForm> text)
{
    private PlanForm form = new();
    private DateTimeOffset? draftOf;
    private bool isSaved;
    private bool isLeadMissing;
    private bool isTitleMissing;
    private IReadOnlyList<BothSide> sides = [];
    private HistoryEntry? last;
    private IReadOnlyList<Choice<string>> dimensions = [];
    private IReadOnlyList<Choice<string>> aspects = [];
    private IReadOnlyList<Department> departments = [];

    /// <summary>Raised when it was saved.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnSaved { get; set; }

    private IStringLocalizer<TaskForm> Text => text;

    private string Subject => PlanSubject.OfTask(Task.Number);

    private string DraftName => $"plan-task/{Task.Number}";

    protected override void OnParametersSet()
    {
        dimensions = [.. Now.Plan.Dimensions.OrderBy(d => d.Order).Select(d => new Choice<string>(d.Code, Names.Of(d)))];
        aspects = [new("", text["NoAspect"]), .. Now.Plan.Aspects.OrderBy(a => a.Order).Select(a => new Choice<string>(a.Code, fields.Aspect(a.Code, Now.Plan)!))];
        departments = [.. Now.Departments];
        if (Now.Seen(Subject) is var seen && (form.Typed.Count == 0 || seen != form.Seen)) Meet(seen);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await drafts.FindAsync<PlanForm>(DraftName) is { Value.Typed.Count: > 0 } draft)
        {
            (form, draftOf) = (draft.Value, draft.SavedAt);
            if (Now.Seen(Subject) is var seen && seen != form.Seen) Meet(seen);
            StateHasChanged();
        }
    }

    // Somebody has saved. Who has typed nothing sees it at once; else both are shown, and only what he touched is his.
    private void Meet(long? seen)
    {
        var held = PlanRaw.Of(Task);
        if (!form.IsTouched)
        {
            form = PlanForm.Of(held, seen) with { Reason = form.Reason };
            return;
        }

        sides = [.. form.ChangedSince(held).Select(f => new BothSide(Words.Field(f), Shown(f, form.Begun.GetValueOrDefault(f, "")), Shown(f, held[f]), Shown(f, form[f])))];
        last = Words.History(Now.Book, Subject) is [var newest, ..] ? newest : null;
    }

    private Task EditAsync(PlanField field, string? typed) => ChangeAsync(form.With(field, typed));

    private Task ChangeAsync(PlanForm typed)
    {
        (form, isSaved) = (typed, false);
        // Nobody waits for it: the next press of a button counts at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, typed));
        return System.Threading.Tasks.Task.CompletedTask;
    }

    private async Task DiscardAsync()
    {
        BeginAnew();
        (form, draftOf, isSaved, isLeadMissing, isTitleMissing, sides, last) = (PlanForm.Of(PlanRaw.Of(Task), Now.Seen(Subject)), null, false, false, false, [], null);
        await drafts.DropAsync(DraftName);
    }

    private async Task SaveAsync()
    {
        isSaved = false;
        // A task that has a lead keeps one; where none is known yet, the rest can be kept all the same.
        isLeadMissing = form.Said(PlanField.Lead) is "";
        isTitleMissing = form[PlanField.Title].Trim().Length == 0;
        if (isLeadMissing || isTitleMissing) return;
        var typed = form;
        if (await SaveAsync([new(PlanRaw.Task(Task.Number, form), form.Seen)], form.Reason))
        {
            await drafts.DropAsync(DraftName);
            (draftOf, isSaved) = (null, ReferenceEquals(form, typed) || !form.IsTouched);
            if (isSaved) form = new();
            await OnSaved.InvokeAsync();
            (sides, last) = ([], null);
            // What was typed since stays, upon what was saved.
            if (!isSaved) await ChangeAsync(form.Over(PlanRaw.Of(Task), Now.Seen(Subject)));
        }
        else if (IsOutdated)
        {
            await OnSaved.InvokeAsync();
            Meet(Now.Seen(Subject));
            form = form.Over(PlanRaw.Of(Task), Now.Seen(Subject));
        }
    }

    private Department? DepartmentOf(string code) => departments.FirstOrDefault(d => d.Code == code);

    private IReadOnlyList<Department> Chosen(PlanField field) => PlanRaw.Several(form[field]) is var codes ? [.. departments.Where(d => codes.Contains(d.Code))] : [];

    private string Shown(PlanField field, string raw) => field switch
    {
        PlanField.Dimension => PlanFields.Dimension(raw, Now.Plan) ?? "",
        PlanField.Aspect => raw.Length == 0 ? "" : fields.Aspect(raw, Now.Plan) ?? "",
        PlanField.Lead => raw.Length == 0 ? "" : Now.Plan.DepartmentName(raw),
        PlanField.Responsible or PlanField.Supporting => string.Join(Languages.IsEnglish ? ", " : "、", PlanRaw.Several(raw).Select(Now.Plan.DepartmentName)),
        _ => raw,
    };
}
