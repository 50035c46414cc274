namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>重点任务: one of the 39.</summary>
public sealed record KeyTask
{
    /// <summary>1–39; provisional until the official numbers are known.</summary>
    public required int Number { get; init; }
    public required Status NumberStatus { get; init; }
    public required string Title { get; init; }
    public required Status TitleStatus { get; init; }

    /// <summary>From the article, or a placeholder whose content is not published.</summary>
    public required Status ContentStatus { get; init; }

    /// <summary>The code of its dimension.</summary>
    public required string Dimension { get; init; }
    public required Status DimensionStatus { get; init; }

    /// <summary>The code of its aspect; null when it is in one of the unnamed ones.</summary>
    public string? Aspect { get; init; }

    /// <summary>The clause of the article.</summary>
    public string? Quote { get; init; }

    /// <summary>牵头单位, by its code; null is not known.</summary>
    public string? Lead { get; init; }

    /// <summary>责任单位, by their codes.</summary>
    public IReadOnlyList<string> Responsible { get; init; } = [];

    /// <summary>配合单位, by their codes.</summary>
    public IReadOnlyList<string> Supporting { get; init; } = [];

    /// <summary>责任人; null is not known.</summary>
    public string? Person { get; init; }

    /// <summary>Its parts in the order of their numbers, withdrawn ones among them.</summary>
    public IReadOnlyList<WorkItem> WorkItems { get; init; } = [];

    /// <summary>What was said of the task itself, the earliest known first; without what the article says.</summary>
    public IReadOnlyList<TaskStatement> History { get; init; } = [];

    /// <summary>True for the 14 whose content is not published.</summary>
    public bool IsPlaceholder => ContentStatus == Status.Placeholder;
}
