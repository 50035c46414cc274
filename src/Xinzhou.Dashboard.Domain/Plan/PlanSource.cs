namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>The article and the Opinion that everything known of the plan comes from.</summary>
public sealed record PlanSource
{
    /// <summary>The article's title.</summary>
    public required string Title { get; init; }
    public string? Column { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The title of the Opinion.</summary>
    public required string Policy { get; init; }

    /// <summary>The day of adoption as the article gives it: MM-dd, without a year.</summary>
    public string? Adopted { get; init; }
    public string? AdoptedBy { get; init; }

    /// <summary>The year inferred for the adoption.</summary>
    public int? AdoptedYearInferred { get; init; }
}
