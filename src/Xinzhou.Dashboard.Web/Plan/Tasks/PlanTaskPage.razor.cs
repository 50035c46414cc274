using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>One task as it is kept: its responsibilities, its work items, its lights, and what it was before. A leader decides on lights and changes nothing else.</summary>
public sealed partial class PlanTaskPage(
    SnapshotStore store,
    TimeProvider time,
    Caller caller,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<PlanTaskPage> text)
{
    private PlanNow now = null!;
    private KeyTask? task;
    private bool mayEdit;

    /// <summary>序号.</summary>
    [Parameter]
    public int Number { get; set; }

    private Address Address => address;

    private IStringLocalizer<PlanTaskPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        await GuardAsync(async () => mayEdit = await caller.FindAsync(Right.EditPlan, Leaving) is not null);
        store.Changed += OnChanged;
    }

    protected override void OnParametersSet()
    {
        Look();
        if (task is null) navigation.NotFound();
    }

    protected override void Dispose(bool disposing)
    {
        store.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    private void Look()
    {
        now = PlanNow.Of(store, time);
        task = now.Plan.Task(Number);
    }

    // Raised on the thread that replaced the snapshot: only hands over.
    private void OnChanged() => _ = InvokeAsync(() =>
    {
        if (Leaving.IsCancellationRequested) return;
        Look();
        StateHasChanged();
    });

    private string FactsOf(KeyTask of) => string.Join(" · ", new[]
    {
        PlanFields.Dimension(of.Dimension, now.Plan),
        of.Lead is { } lead ? text["LedBy", now.Plan.DepartmentName(lead)].Value : text["NoLead"].Value,
        text["Items", of.WorkItems.Count(i => !i.IsWithdrawn)].Value,
    }.OfType<string>());
}
