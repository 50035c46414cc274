using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>The tasks, or their work items, as they are kept; several of them are changed at once.</summary>
public sealed partial class PlanTasksPage(
    Caller caller,
    Address address,
    WorkScript script,
    PlanWords words,
    IStringLocalizer<PlanTasksPage> text)
{
    private const int Page = 200;

    private readonly HashSet<string> selected = [];
    private PlanFilter filter = new();
    private IReadOnlyList<PlanLine> lines = [];
    private IReadOnlyList<Choice<string>> dimensions = [];
    private IReadOnlyList<Choice<string>> leads = [];
    private bool mayEdit;
    private bool isOpen;
    private int limit = Page;

    private Address Address => address;

    private PlanWords Words => words;

    private IStringLocalizer<PlanTasksPage> Text => text;

    private IReadOnlyList<PlanLine> Chosen => [.. lines.Where(l => selected.Contains(l.Subject))];

    protected override async Task OnInitializedAsync()
    {
        filter = PlanFilter.Of(address);
        Look();
        await GuardAsync(async () => mayEdit = await caller.FindAsync(Right.EditPlan, Leaving) is not null);
    }

    protected override void ShowNow()
    {
        dimensions = [new(null!, text["All"]), .. Now.Plan.Dimensions.OrderBy(d => d.Order).Select(d => new Choice<string>(d.Code, Names.Of(d)))];
        leads = DepartmentChoices(new(null!, text["All"]), new(PlanFilter.NoLead, text["NoLead"]));
        lines = filter.Lines(Now.Plan);
    }

    private Task FilterAsync(PlanFilter asked)
    {
        if (asked.Items != filter.Items) selected.Clear();
        (filter, limit) = (asked, Page);
        lines = filter.Lines(Now.Plan);
        // What is out of sight is not changed along.
        selected.IntersectWith(lines.Select(l => l.Subject));
        return script.ShowAddressAsync(filter.Write(address));
    }

    private void Select(PlanLine line, bool taken)
    {
        if (taken) selected.Add(line.Subject);
        else selected.Remove(line.Subject);
    }

    private void SelectAll() => selected.UnionWith(lines.Select(l => l.Subject));

    private void ShowSaved()
    {
        selected.Clear();
        Look();
    }

    private Domain.Progress.Light? LightOf(PlanLine line) =>
        line.Item is { } item ? Now.Lights.Item(line.Task.Number, item.Number) : Now.Lights.Task(line.Task.Number);
}
