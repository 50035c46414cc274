using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>What the plan's file says, if nothing in it is faulty.</summary>
public sealed record PlanReading
{
    /// <summary>The number of rows with anything written in them, over all sheets.</summary>
    public required int Rows { get; init; }

    /// <summary>What could be read, sheet by sheet, each in the order of the file; with any fault none of it is stored.</summary>
    public IReadOnlyList<PlanDraft> Drafts { get; init; } = [];

    /// <summary>Departments that there are none of yet: those of the sheet, and where they are to be created those that other sheets name.</summary>
    public IReadOnlyList<Department> NewDepartments { get; init; } = [];

    /// <summary>Departments that there are, and whose place in the order is another in the file, or whose code it gives.</summary>
    public IReadOnlyList<Department> ChangedDepartments { get; init; } = [];

    /// <summary>How many rows of the sheet of departments say what is known already, or what another row says.</summary>
    public int UnchangedDepartments { get; init; }

    /// <summary>How many rows of the other sheets say what another row says.</summary>
    public int RepeatedRows { get; init; }

    /// <summary>What is wrong, by sheet and line. Any fault refuses the whole file.</summary>
    public IReadOnlyList<PlanFault> Faults { get; init; } = [];

    /// <summary>What is remarked and refuses nothing.</summary>
    public IReadOnlyList<PlanFault> Warnings { get; init; } = [];

    /// <summary>The number of lines that have a fault (a header and an unreadable file count as one).</summary>
    public int RejectedLines => Faults.Select(f => (f.Sheet, f.Fault.Line)).Distinct().Count();
}
