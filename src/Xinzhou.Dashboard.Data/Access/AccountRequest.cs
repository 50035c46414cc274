using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What a security administrator has asked for over an account.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="User">Whom it is about; null for a user who is yet to be entered.</param>
/// <param name="UserName">The name he signs in with.</param>
/// <param name="DisplayName">The name people know him by.</param>
/// <param name="Role">What he is to be allowed.</param>
/// <param name="DepartmentCode">The department he is to act for; null if there is none.</param>
/// <param name="Email">Where single sign-on is to find him; null if there is none.</param>
/// <param name="RequestedBy">Who asks.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="State">What became of it.</param>
public sealed record AccountRequest(
    int Id,
    AccountRequestKind Kind,
    Guid? User,
    string UserName,
    string DisplayName,
    Role Role,
    string? DepartmentCode,
    string? Email,
    Person RequestedBy,
    DateTimeOffset RequestedAt,
    AccountRequestState State)
{
    /// <summary>What holds of him now: role, department, e-mail; null for a user who is yet to be entered.</summary>
    public (Role Role, string? DepartmentCode, string? Email)? Now { get; init; }

    /// <summary>When it was decided; null while it is not.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When whoever asked fetched the link; null if he has not.</summary>
    public DateTimeOffset? LinkAt { get; init; }

    /// <summary>Whether it brings about a link that has not been fetched yet.</summary>
    public bool HasLink => State == AccountRequestState.InForce && LinkAt is null && Kind is AccountRequestKind.Create or AccountRequestKind.Invite;
}
