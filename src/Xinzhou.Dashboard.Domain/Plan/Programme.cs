namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>专项: a programme that the article names.</summary>
public sealed record Programme
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string Name { get; init; }
    public string? NameEn { get; init; }
    public required string Quote { get; init; }

    /// <summary>The members, where the article names them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>How many members of each kind it counts (谷 1, 区 7), where it does.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    /// <summary>False when members are counted or implied but not named.</summary>
    public bool MembersStated { get; init; }
    public string? Note { get; init; }
}
