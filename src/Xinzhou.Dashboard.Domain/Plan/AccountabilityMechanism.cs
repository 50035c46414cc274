namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>责任机制: a mechanism or requirement that the article names.</summary>
public sealed record AccountabilityMechanism
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string Name { get; init; }
    public string? NameEn { get; init; }
    public required string Quote { get; init; }

    /// <summary>The article's heading that it stands under (督导力, 创造力, …).</summary>
    public required string Group { get; init; }
}
