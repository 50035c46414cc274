using Xinzhou.Dashboard.Domain.Deadlines;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>A deadline with the unit that owes it.</summary>
/// <param name="Unit">The code of the unit.</param>
/// <param name="Deadline">What, and by when.</param>
internal sealed record OwedDeadline(string Unit, Deadline Deadline)
{
    /// <summary>The work items that are meant, as 3/2; empty for what is none.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Who issued it; null where that does not matter.</summary>
    public Guid? IssuedBy { get; init; }

    /// <summary>Nobody is reminded of it before this day: of what was assigned today everybody was told today.</summary>
    public DateOnly NotBefore { get; init; } = DateOnly.MinValue;
}
