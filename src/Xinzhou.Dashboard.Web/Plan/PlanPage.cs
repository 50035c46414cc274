using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>A page on which the plan is kept: it looks again whenever something is saved, by whomever.</summary>
public abstract class PlanPage : WorkPage
{
    /// <summary>The plan as it was when the page last looked.</summary>
    protected PlanNow Now { get; private set; } = null!;

    [Inject]
    private SnapshotStore Store { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>Looks at the plan as it is now.</summary>
    protected void Look()
    {
        Now = PlanNow.Of(Store, Time);
        ShowNow();
    }

    /// <summary>Works out of <see cref="Now"/> what the page shows.</summary>
    protected abstract void ShowNow();

    /// <inheritdoc/>
    protected override void OnInitialized() => Store.Changed += OnChanged;

    /// <summary>The departments to filter by, in their order.</summary>
    /// <param name="first">What stands before them: all, none.</param>
    protected IReadOnlyList<Choice<string>> DepartmentChoices(params IEnumerable<Choice<string>> first) =>
        [.. first, .. Now.Departments.Select(d => new Choice<string>(d.Code, d.Name))];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Store.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    // Raised on the thread that replaced the snapshot: only hands over. Until the page has looked for the first time, it will.
    private void OnChanged() => _ = InvokeAsync(() =>
    {
        if (Leaving.IsCancellationRequested || Now is null) return;
        Look();
        StateHasChanged();
    });
}
