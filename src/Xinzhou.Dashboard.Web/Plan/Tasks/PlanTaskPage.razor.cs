using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>One task as it is kept: its responsibilities, its work items, its lights, and what it was before. A leader decides on lights and changes nothing else.</summary>
public sealed partial class PlanTaskPage(
    Caller caller,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<PlanTaskPage> text)
{
    private KeyTask? task;
    private bool mayEdit;

    /// <summary>序号.</summary>
    [Parameter]
    public int Number { get; set; }

    private Address Address => address;

    private IStringLocalizer<PlanTaskPage> Text => text;

    protected override Task OnInitializedAsync() =>
        GuardAsync(async () => mayEdit = await caller.FindAsync(Right.EditPlan, Leaving) is not null);

    protected override void OnParametersSet()
    {
        Look();
        if (task is null) navigation.NotFound();
    }

    protected override void ShowNow() => task = Now.Plan.Task(Number);

    private string FactsOf(KeyTask of) => string.Join(" · ", new[]
    {
        PlanFields.Dimension(of.Dimension, Now.Plan),
        of.Lead is { } lead ? text["LedBy", Now.Plan.DepartmentName(lead)].Value : text["NoLead"].Value,
        text["Items", of.WorkItems.Count(i => !i.IsWithdrawn)].Value,
    }.OfType<string>());
}
