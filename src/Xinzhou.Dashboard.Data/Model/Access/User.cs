using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>Somebody who can sign in. Users are disabled, never deleted: the log and the figures name them.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>The name by which people know him: 张三.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What he may do: exactly one role.</summary>
    public Role Role { get; set; }

    /// <summary>The department that he acts for; null if there is none.</summary>
    public string? DepartmentCode { get; set; }

    /// <summary>Since when he may not sign in; null while he may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>A persona of the Development environment: signs in by one click there, and in no way elsewhere.</summary>
    public bool IsPersona { get; init; }

    /// <summary>When he was entered.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When his password was chosen; null without one.</summary>
    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>His last sign-in; null before the first.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }
}
