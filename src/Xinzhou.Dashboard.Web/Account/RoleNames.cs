namespace Xinzhou.Dashboard.Web.Account;

/// <summary>The words for roles (by the name of <see cref="Domain.Access.Role"/>), to be read through IStringLocalizer.</summary>
public sealed class RoleNames;
