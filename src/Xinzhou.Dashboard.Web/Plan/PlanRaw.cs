using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>The things of the plan as a form holds them: codes, and days and paths as they are written.</summary>
public static class PlanRaw
{
    private const char Between = '\n';

    private const decimal UsualTolerance = 5;

    /// <summary>The fields of a task.</summary>
    public static Dictionary<PlanField, string> Of(KeyTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new()
        {
            [PlanField.Title] = task.Title,
            [PlanField.Dimension] = task.Dimension,
            [PlanField.Aspect] = task.Aspect ?? "",
            [PlanField.Lead] = task.Lead ?? "",
            [PlanField.Responsible] = string.Join(Between, task.Responsible),
            [PlanField.Supporting] = string.Join(Between, task.Supporting),
            [PlanField.Person] = task.Person ?? "",
        };
    }

    /// <summary>The fields of a work item; empty ones for one that is only to come.</summary>
    public static Dictionary<PlanField, string> Of(WorkItem? item) => new()
    {
        [PlanField.Text] = item?.Text ?? "",
        [PlanField.Lead] = item?.Lead ?? "",
        [PlanField.Person] = item?.Person ?? "",
        [PlanField.Start] = PlanDayNotation.Write(item?.Start, isStart: true),
        [PlanField.Due] = PlanDayNotation.Write(item?.Due, isStart: false),
        [PlanField.Path] = PathNotation.Write(item?.Path ?? []),
    };

    /// <summary>The fields of a commitment; empty ones where nobody is known to owe the target.</summary>
    public static Dictionary<PlanField, string> Of(Commitment? commitment) => new()
    {
        [PlanField.Lead] = commitment?.Owner ?? "",
        [PlanField.Person] = commitment?.Person ?? "",
        [PlanField.Baseline] = commitment?.BaselineYear is { } year ? year.ToString(CultureInfo.InvariantCulture) : commitment?.Baseline ?? "",
        [PlanField.Tolerance] = commitment?.Tolerance?.ToString(CultureInfo.InvariantCulture) ?? "",
        [PlanField.Task] = commitment?.Task?.ToString(CultureInfo.InvariantCulture) ?? "",
        [PlanField.YearPath] = YearPathNotation.Write(commitment?.Path ?? []),
        [PlanField.Justification] = commitment?.Justification ?? "",
    };

    /// <summary>What a form says of a commitment; what cannot be read stands in the faults, and nothing is said then.</summary>
    public static CommitmentStatement Commitment(CommitmentTarget target, PlanForm form, ICollection<PlanCheckFault> faults)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(faults);
        // Without one the usual holds, and then that is what is said.
        var tolerance = form.Said(PlanField.Tolerance) is { } typed ? typed.Length == 0 ? UsualTolerance : NumberOf(typed) : (decimal?)null;
        var path = form.Said(PlanField.YearPath) is { } written ? YearPathNotation.Read(written) : null;
        if (form.Said(PlanField.YearPath) is { } unread && path is null) faults.Add(new(PlanSubject.OfCommitment(target), PlanCheckReason.BadPath, unread));
        return new()
        {
            Origin = PlanOrigin.NotRecorded,
            Target = target,
            Owner = form.Said(PlanField.Lead),
            Person = form.Said(PlanField.Person),
            Baseline = form.Said(PlanField.Baseline),
            Tolerance = tolerance,
            Task = form.Said(PlanField.Task) is { } task ? int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : null,
            Path = path,
            Justification = form.Said(PlanField.Justification),
        };

        decimal? NumberOf(string text)
        {
            if (NumberNotation.Read(text.TrimEnd('%', '％').Trim(), out _) is { } number) return number;
            faults.Add(new(PlanSubject.OfCommitment(target), PlanCheckReason.BadTolerance, text));
            return null;
        }
    }

    /// <summary>Several codes of a field.</summary>
    public static IReadOnlyList<string> Several(string raw) => raw is null or "" ? [] : raw.Split(Between);

    /// <summary>Several codes as a field.</summary>
    public static string Joined(IEnumerable<string> codes) => string.Join(Between, codes);

    /// <summary>What a form says of a task.</summary>
    public static TaskStatement Task(int number, PlanForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new()
        {
            Origin = PlanOrigin.NotRecorded,
            Number = number,
            Title = form.Said(PlanField.Title) ?? (form.IsOfficial ? form[PlanField.Title].Trim() : null),
            Dimension = form.Said(PlanField.Dimension),
            Aspect = form.Said(PlanField.Aspect),
            Lead = form.Said(PlanField.Lead),
            Responsible = form.Said(PlanField.Responsible) is { } responsible ? Several(responsible) : null,
            Supporting = form.Said(PlanField.Supporting) is { } supporting ? Several(supporting) : null,
            Person = form.Said(PlanField.Person),
        };
    }

    /// <summary>What a form says of a work item; what cannot be read stands in the faults, and nothing is said then.</summary>
    public static WorkItemStatement Item(int task, int number, PlanForm form, IDictionary<PlanField, Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(faults);
        return new()
        {
            Origin = PlanOrigin.NotRecorded,
            Task = task,
            Number = number,
            Text = form.Said(PlanField.Text),
            Lead = form.Said(PlanField.Lead),
            Person = form.Said(PlanField.Person),
            Start = Day(form, PlanField.Start, faults),
            Due = Day(form, PlanField.Due, faults),
            Path = Path(form, faults),
        };
    }

    /// <summary>A day that is typed; null where it stays, or cannot be read.</summary>
    public static PlanDay? Day(string typed, bool isStart, out Fault? fault)
    {
        ArgumentNullException.ThrowIfNull(typed);
        fault = null;
        if (typed.Trim() is not { Length: > 0 } text) return new(null);
        var day = PlanDayNotation.Read(text, isStart, out var wrong);
        if (wrong is not null) fault = Fault.Of(0, "", text, wrong);
        return day;
    }

    private static PlanDay? Day(PlanForm form, PlanField field, IDictionary<PlanField, Fault> faults)
    {
        if (form.Said(field) is not { } typed) return null;
        var day = Day(typed, field == PlanField.Start, out var fault);
        if (fault is not null) faults[field] = fault;
        return day;
    }

    private static IReadOnlyList<PlanPoint>? Path(PlanForm form, IDictionary<PlanField, Fault> faults)
    {
        if (form.Said(PlanField.Path) is not { } typed) return null;
        if (typed.Length == 0) return [];
        var path = PathNotation.Read(typed, out var wrong);
        if (wrong is not null) faults[PlanField.Path] = Fault.Of(0, "", typed, wrong);
        return path;
    }
}
