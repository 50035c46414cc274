using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>Which lines are listed; it stands in the address.</summary>
public sealed record PlanFilter
{
    /// <summary>What is chosen for lines without a lead.</summary>
    public const string NoLead = "none";

    private const string Path = "/plan/tasks";
    private const string ItemsView = "items";

    /// <summary>True for work items, false for tasks.</summary>
    public bool Items { get; init; }

    public string? Text { get; init; }

    /// <summary>The code of a dimension; null for all.</summary>
    public string? Dimension { get; init; }

    /// <summary>The code of a department, or <see cref="NoLead"/>; null for all.</summary>
    public string? Lead { get; init; }

    /// <summary>What an address asks for.</summary>
    public static PlanFilter Of(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new()
        {
            Items = address.Get("view") == ItemsView,
            Text = Meant(address.Get("q")),
            Dimension = Meant(address.Get("dimension")),
            Lead = Meant(address.Get("lead")),
        };
    }

    /// <summary>The address of the list.</summary>
    public string Write(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.To(Path, ("view", Items ? ItemsView : null), ("q", Text), ("dimension", Dimension), ("lead", Lead));
    }

    /// <summary>The lines that are listed. Withdrawn work is not among them: it is on the page of its task.</summary>
    public IReadOnlyList<PlanLine> Lines(CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var tasks = plan.Tasks.Where(t => Dimension is null || t.Dimension == Dimension).OrderBy(t => t.Number);
        var lines = Items
            ? tasks.SelectMany(t => t.WorkItems.Where(i => !i.IsWithdrawn), (t, i) => new PlanLine(t, i))
            : tasks.Select(t => new PlanLine(t, null));
        return
        [
            .. lines.Where(l => Lead is null || (l.Lead ?? NoLead) == Lead)
                .Where(l => Text is null || Holds(l, plan)),
        ];
    }

    private bool Holds(PlanLine line, CityPlan plan) =>
        new[] { line.Number, line.Text, line.Person, line.Lead is { } lead ? plan.DepartmentName(lead) : null }
            .Any(t => t?.Contains(Text!.Trim(), StringComparison.OrdinalIgnoreCase) == true);

    private static string? Meant(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
