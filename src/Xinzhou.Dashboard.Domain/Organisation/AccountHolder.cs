namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>Somebody who has an account, as far as it says whether he still acts for a unit.</summary>
/// <param name="Name">The name by which people know him.</param>
/// <param name="Department">The code of the department that he acts for; null if there is none.</param>
/// <param name="IsDisabled">He may not sign in any more.</param>
public sealed record AccountHolder(string Name, string? Department, bool IsDisabled);
