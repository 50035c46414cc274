using System.Globalization;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>What became of a plan's file.</summary>
public sealed record PlanImportReport
{
    /// <summary>Rows with anything in them, over all sheets.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows of what was not held at all.</summary>
    public int New { get; init; }

    /// <summary>Rows that say something else than what is held.</summary>
    public int Changed { get; init; }

    /// <summary>Rows that say what is held.</summary>
    public int Unchanged { get; init; }

    /// <summary>Faulty rows; any refuses the file.</summary>
    public int Rejected { get; init; }

    /// <summary>What each row of the plan says beside what is held; empty when the file was refused. Departments are not among them.</summary>
    public IReadOnlyList<PlanRowOutcome> Outcomes { get; init; } = [];

    /// <summary>The departments that are (in a dry run, would be) entered.</summary>
    public IReadOnlyList<Department> NewDepartments { get; init; } = [];

    /// <summary>Why the file was refused; empty when it was not.</summary>
    public IReadOnlyList<PlanFault> Faults { get; init; } = [];

    /// <summary>What is remarked and refuses nothing.</summary>
    public IReadOnlyList<PlanFault> Warnings { get; init; } = [];

    /// <summary>True when it was told to stop before the end; nothing is stored then.</summary>
    public bool Stopped { get; init; }

    /// <summary>True when nothing was wrong and it came to the end.</summary>
    public bool Accepted => Faults.Count == 0 && !Stopped;

    /// <summary>An import that was told to stop before anything was read.</summary>
    public static PlanImportReport StoppedAtOnce { get; } = new() { Rows = 0, Stopped = true };

    /// <summary>The line that ends the output of the command.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"plan: rows {Rows}, new {New}, changed {Changed}, unchanged {Unchanged}, rejected {Rejected}");
}
