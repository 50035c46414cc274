namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>能级: one of the seven capability dimensions.</summary>
public sealed record Dimension
{
    public required string Code { get; init; }

    /// <summary>The place in the official order, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>产业.</summary>
    public required string Name { get; init; }

    /// <summary>产业能级.</summary>
    public required string FullName { get; init; }

    /// <summary>An English gloss, where the data has one.</summary>
    public string? NameEn { get; init; }

    /// <summary>The official heading.</summary>
    public required string Heading { get; init; }

    /// <summary>The article's sentence that carries the heading.</summary>
    public string? Quote { get; init; }

    /// <summary>按照…的思路, where the article gives one.</summary>
    public string? Principle { get; init; }

    /// <summary>What it is for, where the article says so.</summary>
    public string? Goal { get; init; }

    public IReadOnlyList<Initiative> Initiatives { get; init; } = [];
}
