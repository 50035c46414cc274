namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>方面: one of the five first-level parts of the Opinion, four of which are not named.</summary>
public sealed record Aspect
{
    public required string Code { get; init; }
    public required int Order { get; init; }

    /// <summary>Null while it is not published.</summary>
    public string? Title { get; init; }
    public required Status TitleStatus { get; init; }

    /// <summary>How many key tasks it holds; null when not stated.</summary>
    public int? TaskCount { get; init; }
}
