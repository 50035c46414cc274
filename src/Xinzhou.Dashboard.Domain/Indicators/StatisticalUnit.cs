namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A territory that figures are published for.</summary>
public sealed record StatisticalUnit
{
    /// <summary>The GB/T 2260 division code where there is one; the name for a created unit.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? NameEn { get; init; }
    public required UnitLevel Level { get; init; }

    /// <summary>The code of the unit this one belongs to; null for the nation and for created units.</summary>
    public string? Parent { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The place in the official order, from 1.</summary>
    public required int Order { get; init; }
}
