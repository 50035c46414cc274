
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>Who did something.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name shown.</param>
public sealed record Person(Guid Id, string Name);
