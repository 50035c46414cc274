namespace Xinzhou.Dashboard.Web.Account;

/// <summary>What the security administrator enters of a user.</summary>
/// <param name="DisplayName">The name people know him by.</param>
/// <param name="Role">What he may do.</param>
/// <param name="DepartmentCode">The department he acts for; null if there is none.</param>
/// <param name="Email">Where single sign-on finds him; null if there is none.</param>
public sealed record UserDraft(string DisplayName, Role Role, string? DepartmentCode, string? Email);
