
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>Who acts: a signed-in person, as the rules of rights see him.</summary>
/// <param name="Id">The user.</param>
/// <param name="UserName">The name he signs in with; the audit log carries it.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Role">What he may do. One person has one role.</param>
/// <param name="Department">The code of the department he reports for; null if there is none.</param>
public sealed record Actor(Guid Id, string UserName, string Name, Role Role, string? Department);
