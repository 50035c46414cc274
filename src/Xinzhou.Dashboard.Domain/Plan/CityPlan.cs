using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>The plan: everything known of it, in official order.</summary>
public sealed record CityPlan
{
    public static CityPlan Empty { get; } = new();

    public PlanSource? Source { get; init; }
    public IReadOnlyList<Dimension> Dimensions { get; init; } = [];
    public IReadOnlyList<Aspect> Aspects { get; init; } = [];
    public IReadOnlyList<KeyTask> Tasks { get; init; } = [];
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
    public IReadOnlyList<Programme> Programmes { get; init; } = [];
    public IReadOnlyList<AccountabilityMechanism> Accountability { get; init; } = [];
    public IReadOnlyList<Department> Departments { get; init; } = [];

    /// <summary>责任: who owes which target.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>标志性成果, by milestone and dimension.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>What the article does not state (原文未载明).</summary>
    public IReadOnlyList<string> NotStated { get; init; } = [];

    /// <summary>What the article leaves ambiguous.</summary>
    public IReadOnlyList<string> Ambiguities { get; init; } = [];

    public Dimension? Dimension(string code) => Dimensions.FirstOrDefault(d => d.Code == code || d.Name == code || d.FullName == code);

    /// <summary>The department of a code, a name or a code given later; null where there is none.</summary>
    public Department? Department(string codeOrName) => Departments.FirstOrDefault(d => d.IsCalled(codeOrName));

    /// <summary>The name of a department; its code where the department is gone.</summary>
    public string DepartmentName(string code) => Departments.FirstOrDefault(d => d.Code == code)?.Name ?? code;

    public KeyTask? Task(int number) => Tasks.FirstOrDefault(t => t.Number == number);

    public IEnumerable<KeyTask> TasksOf(Dimension dimension) => Tasks.Where(t => t.Dimension == dimension.Code);

    /// <summary>The milestone that is next due on a day; null after the last.</summary>
    public Milestone? Next(DateOnly today) => Milestones.FirstOrDefault(m => m.Due >= today);
}
