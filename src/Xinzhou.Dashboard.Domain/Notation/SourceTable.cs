namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>A table to import, as its file writes it, whatever the file was: CSV, a workbook, or facts in JSON.</summary>
public sealed record SourceTable
{
    /// <summary>The longest file that is read, in bytes.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>The maximum number of rows that are read.</summary>
    public const int MaxRows = 200_000;

    /// <summary>The most a packed file may grow by.</summary>
    public const int MaxExpansion = 20;

    /// <summary>Rows above the table among which its header is looked for, itself among them.</summary>
    public const int MaxTitleRows = 10;

    /// <summary>The names of the header, in its order.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The line of the header.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>What is remarked on the file and refuses nothing.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];

    /// <summary>The rows that have anything written in them; those of a long file are not held, but read anew whenever they are asked for.</summary>
    public IReadOnlyCollection<SourceRow> Rows { get; init; } = [];

    /// <summary>What is wrong with the file itself or with cells as such; the rows tell the rest.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>A file that cannot be read.</summary>
    public static SourceTable Unreadable(Fault fault) => new() { Faults = [fault] };
}
