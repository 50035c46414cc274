using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>One work item in hand, or a new one.</summary>
public sealed partial class ItemDialog(IStringLocalizer<ItemDialog> text)
{
    private readonly Dictionary<PlanField, Fault> unread = [];
    private PlanForm form = new();
    private int number;
    private bool wasOpen;
    private bool isTextMissing;
    private IReadOnlyList<BothSide> sides = [];
    private HistoryEntry? last;
    private IReadOnlyList<Department> departments = [];

    /// <summary>Whether it is open.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Raised when it is closed.</summary>
    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    /// <summary>The task that it is part of.</summary>
    [Parameter, EditorRequired]
    public required KeyTask Task { get; set; }

    /// <summary>The item; null for a new one.</summary>
    [Parameter]
    public WorkItem? Item { get; set; }

    /// <summary>The plan that it stands in.</summary>
    [Parameter, EditorRequired]
    public required PlanNow Now { get; set; }

    /// <summary>Raised when it was saved.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnSaved { get; set; }

    private IStringLocalizer<ItemDialog> Text => text;

    private string Subject => PlanSubject.OfItem(Task.Number, number);

    private WorkItem? Held => Task.WorkItems.FirstOrDefault(i => i.Number == number);

    protected override void OnParametersSet()
    {
        departments = [.. Now.Departments];
        if (Open && !wasOpen)
        {
            BeginAnew();
            unread.Clear();
            number = Item?.Number ?? NextNumber();
            (form, isTextMissing, sides, last) = (PlanForm.Of(PlanRaw.Of(Item), Now.Seen(Subject)), false, [], null);
        }
        else if (Open && Now.Seen(Subject) is var seen && seen != form.Seen)
        {
            Meet();
        }

        wasOpen = Open;
    }

    // After all numbers that there ever were: what is said of a number stays with its work.
    private int NextNumber()
    {
        var next = Task.WorkItems.Select(i => i.Number).DefaultIfEmpty().Max() + 1;
        while (Now.Book.HasItem(Task.Number, next)) next++;
        return next;
    }

    private void Meet()
    {
        var held = PlanRaw.Of(Held);
        sides = [.. form.ChangedSince(held).Select(f => new BothSide(Words.Field(f), Shown(f, form.Begun.GetValueOrDefault(f, "")), Shown(f, held[f]), Shown(f, form[f])))];
        last = Words.History(Now.Book, Subject) is [var newest, ..] ? newest : null;
    }

    private void Edit(PlanField field, string? typed)
    {
        form = form.With(field, typed);
        unread.Remove(field);
    }

    private async Task CloseAsync(bool open)
    {
        wasOpen = false;
        await OpenChanged.InvokeAsync(open);
    }

    private async Task SaveAsync()
    {
        unread.Clear();
        var said = PlanRaw.Item(Task.Number, number, form, unread);
        isTextMissing = form[PlanField.Text].Trim().Length == 0;
        if (unread.Count > 0 || isTextMissing) return;
        var of = number;
        if (await SaveAsync([new(said, form.Seen)], form.Reason))
        {
            await OnSaved.InvokeAsync();
            // Who has opened another meanwhile keeps that.
            if (Open && number == of) await CloseAsync(false);
        }
        else if (IsOutdated)
        {
            await OnSaved.InvokeAsync();
            Meet();
            form = form.Over(PlanRaw.Of(Held), Now.Seen(Subject));
        }
    }

    private string? ErrorOf(PlanField field) => unread.TryGetValue(field, out var fault) ? fault.Sentence() : null;

    private string Shown(PlanField field, string raw) => field == PlanField.Lead && raw.Length > 0 ? Now.Plan.DepartmentName(raw) : raw;
}
