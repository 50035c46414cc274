namespace Xinzhou.Dashboard.Data.Model.Demonstration;

/// <summary>One row when this installation holds made-up figures.</summary>
internal sealed class DemonstrationEntity
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>When they were made.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>The seed of their random numbers.</summary>
    public required int Seed { get; init; }
}
