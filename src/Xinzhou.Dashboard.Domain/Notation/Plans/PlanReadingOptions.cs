using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>What reading the plan's file depends on besides the file.</summary>
public sealed record PlanReadingOptions
{
    /// <summary>The plan as it is known at <see cref="Now"/>, with the departments.</summary>
    public required CityPlan Plan { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>The moment of the import.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>True for a commitment to a target that is known.</summary>
    public required Func<CommitmentTarget, bool> HasTarget { get; init; }

    /// <summary>True when unknown departments are to be created.</summary>
    public bool Create { get; init; }

    /// <summary>A date of publication for all rows that have none of their own.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>True where of <see cref="Published"/> only the month is known.</summary>
    public bool PublishedToMonth { get; init; }
}
