using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>A page on which the plan is kept: it looks again whenever something is saved, by whomever.</summary>
public abstract class PlanPage : LivePage
{
    /// <summary>The plan as it was when the page last looked.</summary>
    protected PlanNow Now { get; private set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool HasLooked => Now is not null;

    /// <inheritdoc/>
    protected override void Look()
    {
        Now = PlanNow.Of(Store, Time);
        ShowNow();
    }

    /// <summary>Works out of <see cref="Now"/> what the page shows.</summary>
    protected abstract void ShowNow();

    /// <inheritdoc/>
    protected override void OnInitialized() => Follow();

    /// <summary>The departments to filter by, in their order.</summary>
    /// <param name="first">What stands before them: all, none.</param>
    protected IReadOnlyList<Choice<string>> DepartmentChoices(params IEnumerable<Choice<string>> first) =>
        [.. first, .. Now.Departments.Select(d => new Choice<string>(d.Code, d.Name))];
}
