
namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words for roles (by the name of <see cref="Domain.Organisation.Role"/>), to be read through IStringLocalizer.</summary>
public sealed class RoleNames;
