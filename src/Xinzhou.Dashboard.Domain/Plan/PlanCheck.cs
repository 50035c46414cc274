using System.Buffers;
using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>Whether something can be said of the plan: what a person enters is held to the same as a document.</summary>
/// <param name="plan">The plan as it is known.</param>
/// <param name="hasTarget">True for a commitment to a target that is known.</param>
/// <param name="today">The day in the city.</param>
public sealed class PlanCheck(CityPlan plan, Func<CommitmentTarget, bool> hasTarget, DateOnly today)
{
    /// <summary>The greatest length of a wording.</summary>
    public const int MaxLength = 2000;

    private static readonly SearchValues<char> Separators = SearchValues.Create("、；;，,\n");

    /// <summary>What is wrong; empty if it can be said.</summary>
    /// <param name="statement">What is to be said.</param>
    /// <param name="isNewItem">True for a work item that is said in the same change.</param>
    public IReadOnlyList<PlanCheckFault> Faults(PlanStatement statement, Func<int, int, bool>? isNewItem = null)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return
        [
            .. (statement switch
            {
                TaskStatement said => OfTask(said),
                WorkItemStatement said => OfItem(said),
                ProgressStatement said => OfProgress(said, isNewItem),
                CommitmentStatement said => OfCommitment(said),
                OutcomeStatement said => OfOutcome(said),
                _ => throw new ArgumentException($"{statement.GetType().Name} is not known.", nameof(statement)),
            }).OfType<(PlanCheckReason Reason, string Found)>().Select(f => new PlanCheckFault(statement.Subject, f.Reason, f.Found)),
        ];
    }

    private IEnumerable<(PlanCheckReason, string)?> OfTask(TaskStatement said) =>
    [
        Task(said.Number),
        Wording(said.Title),
        said.Dimension is { } dimension ? Dimension(dimension) : null,
        said.Aspect is { Length: > 0 } aspect && plan.Aspects.All(a => a.Code != aspect) ? (PlanCheckReason.UnknownAspect, aspect) : null,
        .. new[] { said.Lead ?? "" }.Concat(said.Responsible ?? []).Concat(said.Supporting ?? []).Select(Department),
        Person(said.Person),
        Wording(said.Quote, mayBeEmpty: true),
    ];

    private IEnumerable<(PlanCheckReason, string)?> OfItem(WorkItemStatement said)
    {
        var held = plan.Task(said.Task)?.WorkItems.FirstOrDefault(i => i.Number == said.Number);
        var (start, due) = ((said.Start ?? held?.Start)?.Day, (said.Due ?? held?.Due)?.Day);
        return
        [
            Task(said.Task),
            said.Number < 1 ? (PlanCheckReason.BadNumber, Text(said.Number)) : null,
            Wording(said.Text),
            Department(said.Lead),
            Person(said.Person),
            due < start ? (PlanCheckReason.DueBeforeStart, due.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
            .. (said.Path ?? []).Select(p => Percent(p.Percent)),
            .. (said.Path ?? []).Zip((said.Path ?? []).Skip(1)).Select(pair => IsRising(pair.First, pair.Second)
                ? ((PlanCheckReason, string)?)null
                : (PlanCheckReason.PathNotRising, pair.Second.Quarter.Code)),
        ];
    }

    private IEnumerable<(PlanCheckReason, string)?> OfProgress(ProgressStatement said, Func<int, int, bool>? isNewItem) =>
    [
        Task(said.Task),
        plan.Task(said.Task) is { } task && task.WorkItems.All(i => i.Number != said.Item) && isNewItem?.Invoke(said.Task, said.Item) != true
            ? (PlanCheckReason.UnknownItem, Text(said.Item)) : null,
        Percent(said.Percent),
        said.Quarter.LastDay > today ? (PlanCheckReason.QuarterNotEnded, said.Quarter.Code) : null,
        Wording(said.Text, mayBeEmpty: true),
    ];

    private IEnumerable<(PlanCheckReason, string)?> OfCommitment(CommitmentStatement said) =>
    [
        hasTarget(said.Target) ? null : (PlanCheckReason.NoTarget, said.Target.Indicator),
        Department(said.Owner),
        Person(said.Person),
        said.Tolerance is < 0 or > 100 ? (PlanCheckReason.BadTolerance, Text(said.Tolerance.Value)) : null,
        said.Task is { } task and not 0 ? Task(task) : null,
        Wording(said.Justification, mayBeEmpty: true),
        .. (said.Path ?? []).Zip((said.Path ?? []).Skip(1)).Select(pair => pair.First.Year < pair.Second.Year
            ? ((PlanCheckReason, string)?)null
            : (PlanCheckReason.PathNotRising, Text(pair.Second.Year))),
    ];

    private IEnumerable<(PlanCheckReason, string)?> OfOutcome(OutcomeStatement said) =>
    [
        plan.Milestones.Any(m => m.Year == said.Year) ? null : (PlanCheckReason.UnknownMilestone, Text(said.Year)),
        Dimension(said.Dimension),
        Wording(said.Text),
        Department(said.Owner),
        Wording(said.Evidence, mayBeEmpty: true),
    ];

    private (PlanCheckReason, string)? Task(int number) => plan.Task(number) is null ? (PlanCheckReason.UnknownTask, Text(number)) : null;

    private (PlanCheckReason, string)? Dimension(string code) =>
        plan.Dimensions.Any(d => d.Code == code) ? null : (PlanCheckReason.UnknownDimension, code);

    private (PlanCheckReason, string)? Department(string? code) =>
        string.IsNullOrEmpty(code) ? null
        : plan.Departments.FirstOrDefault(d => d.Code == code) is not { } department ? (PlanCheckReason.UnknownDepartment, code)
        : department.IsDissolvedOn(today) ? (PlanCheckReason.DissolvedDepartment, department.Name)
        : null;

    private static bool IsRising(PlanPoint one, PlanPoint next) => one.Quarter.LastDay < next.Quarter.LastDay && one.Percent < next.Percent;

    private static (PlanCheckReason, string)? Percent(decimal percent) =>
        percent is >= 0 and <= 100 ? null : (PlanCheckReason.PercentRange, Text(percent));

    private static (PlanCheckReason, string)? Person(string? name) =>
        name is null || !name.AsSpan().ContainsAny(Separators) ? Wording(name, mayBeEmpty: true) : (PlanCheckReason.SeveralPersons, name);

    private static (PlanCheckReason, string)? Wording(string? text, bool mayBeEmpty = false) =>
        text is null || (text.Length <= MaxLength && (mayBeEmpty || text.Trim().Length > 0)) ? null : (PlanCheckReason.BadText, text);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
