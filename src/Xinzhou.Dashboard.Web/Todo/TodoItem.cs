namespace Xinzhou.Dashboard.Web.Todo;

/// <summary>Something that waits for somebody.</summary>
public sealed record TodoItem
{
    public required TodoKind Kind { get; init; }

    /// <summary>What it is about: a form, a work item, a unit. In Chinese where <see cref="IsChinese"/>.</summary>
    public required string Title { get; init; }

    /// <summary>True for what is written as the plan or the catalogue has it.</summary>
    public bool IsChinese { get; init; }

    /// <summary>More of it: the unit, the quarter, why it came back; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>How many are meant; null for one.</summary>
    public int? Count { get; init; }

    /// <summary>By when; null where no date presses.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>True when its time has passed.</summary>
    public bool IsLate { get; init; }

    /// <summary>Where it is done, below the base of the site.</summary>
    public required string Path { get; init; }

    /// <summary>The quarter that the place is asked for; null where the path says all.</summary>
    public string? Quarter { get; init; }
}
