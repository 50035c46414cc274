using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>What lists of returns can be narrowed to: that of which there are returns.</summary>
/// <param name="Quarters">The newest first.</param>
/// <param name="Forms">Code, name and English name, in their order.</param>
/// <param name="Departments">In their order.</param>
public sealed record ReturnChoices(
    IReadOnlyList<Quarter> Quarters, IReadOnlyList<(string Code, string Name, string? NameEn)> Forms, IReadOnlyList<Department> Departments)
{
    /// <summary>Nothing to choose from.</summary>
    public static ReturnChoices None { get; } = new([], [], []);
}
