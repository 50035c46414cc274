using System.Globalization;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>What became of a file.</summary>
public sealed record ImportReport
{
    /// <summary>Rows with anything in them; of the plan, its entries.</summary>
    public required int Rows { get; init; }

    /// <summary>Figures that the rows state.</summary>
    public required int Figures { get; init; }

    /// <summary>Figures stored (in a dry run, that would be).</summary>
    public int New { get; init; }

    /// <summary>Figures that were there already.</summary>
    public int Unchanged { get; init; }

    /// <summary>New figures that are shown at once in the place of one that was.</summary>
    public int Superseding { get; init; }

    /// <summary>Conflicts newly arisen.</summary>
    public int Conflicts { get; init; }

    /// <summary>Findings newly arisen.</summary>
    public int Findings { get; init; }

    /// <summary>Faulty rows; any refuses the file.</summary>
    public int Rejected { get; init; }

    /// <summary>Why the file was refused; empty when it was not.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What was ignored.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];

    /// <summary>True when it was told to stop before the end; nothing is stored then.</summary>
    public bool Stopped { get; init; }

    /// <summary>True when nothing was wrong and it came to the end.</summary>
    public bool Accepted => Faults.Count == 0 && !Stopped;

    /// <summary>An import that was told to stop before anything was read.</summary>
    public static ImportReport StoppedAtOnce { get; } = new() { Rows = 0, Figures = 0, Stopped = true };

    /// <summary>The line that ends the output of the command.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"import: rows {Rows}, figures {Figures}, new {New}, unchanged {Unchanged}, superseding {Superseding}, conflicts {Conflicts}, findings {Findings}, rejected {Rejected}");
}
