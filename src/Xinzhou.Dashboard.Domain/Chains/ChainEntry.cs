namespace Xinzhou.Dashboard.Domain.Chains;

/// <summary>What is said of an industry chain.</summary>
public sealed record ChainEntry
{
    /// <summary>The greatest length of a name.</summary>
    public const int MaxLength = 100;

    /// <summary>What the chain is called; never empty.</summary>
    public required string Name { get; init; }

    /// <summary>链长: a person or a post; null is not known.</summary>
    public string? Head { get; init; }

    /// <summary>Since when he is it; of a head that is known.</summary>
    public DateOnly? HeadSince { get; init; }

    /// <summary>序号 of the task that the chain belongs to; null where it belongs to none.</summary>
    public int? Task { get; init; }

    /// <summary>The code of the indicator that speaks of it; null where none does.</summary>
    public string? Indicator { get; init; }

    /// <summary>True where there is no such chain any more: it is kept and shown nowhere else.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The same without white space around its texts; an empty one is none.</summary>
    public ChainEntry Trimmed() => this with { Name = Name?.Trim() ?? "", Head = string.IsNullOrWhiteSpace(Head) ? null : Head.Trim() };

    /// <summary>What is wrong with it; empty if it can be said.</summary>
    /// <param name="today">The day; nobody is it from a later one.</param>
    /// <param name="isTask">Whether there is a task of a number.</param>
    /// <param name="isIndicator">Whether there is an indicator of a code.</param>
    public IEnumerable<ChainFault> Faults(DateOnly today, Func<int, bool> isTask, Func<string, bool> isIndicator)
    {
        ArgumentNullException.ThrowIfNull(isTask);
        ArgumentNullException.ThrowIfNull(isIndicator);
        if (string.IsNullOrWhiteSpace(Name)) yield return ChainFault.NameMissing;
        if (Name?.Length > MaxLength || Head?.Length > MaxLength) yield return ChainFault.TooLong;
        if (Head is not null && HeadSince is null) yield return ChainFault.SinceMissing;
        if (Head is null && HeadSince is not null) yield return ChainFault.SinceOfNobody;
        if (HeadSince > today) yield return ChainFault.SinceLater;
        if (Task is { } task && !isTask(task)) yield return ChainFault.UnknownTask;
        if (Indicator is { } indicator && !isIndicator(indicator)) yield return ChainFault.UnknownIndicator;
    }
}
