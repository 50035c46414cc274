namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>举措: what the article names under a dimension.</summary>
public sealed record Initiative
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string Name { get; init; }
    public string? NameEn { get; init; }
    public required string Quote { get; init; }

    /// <summary>False when the article counts members but does not name them.</summary>
    public bool MembersStated { get; init; } = true;

    /// <summary>A remark of the data on what is not stated.</summary>
    public string? Note { get; init; }
}
