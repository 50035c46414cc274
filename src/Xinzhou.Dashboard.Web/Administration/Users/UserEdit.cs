using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>What is typed of a user, as it was typed.</summary>
public sealed record UserEdit
{
    /// <summary>The name he signs in with; of a new user only.</summary>
    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public Role Role { get; init; } = Role.Viewer;

    public string? Department { get; init; }

    public string? Email { get; init; }

    /// <summary>What was in force when the administrator began; null for a new user.</summary>
    public UserDraft? Seen { get; init; }

    /// <summary>Begins with what holds of a user.</summary>
    public static UserEdit Of(UserRow user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new()
        {
            DisplayName = user.DisplayName,
            Role = user.Role,
            Department = user.DepartmentCode,
            Email = user.Email,
            Seen = new(user.DisplayName, user.Role, user.DepartmentCode, user.Email),
        };
    }

    /// <summary>True when what a fault is about is another than before: it is not to be said any more.</summary>
    public bool Answers(AccountFault fault, UserEdit before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return fault switch
        {
            AccountFault.UserNameInvalid or AccountFault.UserNameTaken or AccountFault.UserNameReserved => UserName != before.UserName,
            AccountFault.DisplayNameMissing => DisplayName != before.DisplayName,
            AccountFault.DepartmentMissing or AccountFault.UnknownDepartment => (Department, Role) != (before.Department, before.Role),
            AccountFault.EmailInvalid or AccountFault.EmailTaken => Email != before.Email,
            _ => false,
        };
    }

    /// <summary>What is meant.</summary>
    public UserDraft Draft() => new(
        DisplayName?.Trim() ?? "",
        Role,
        string.IsNullOrWhiteSpace(Department) ? null : Department,
        string.IsNullOrWhiteSpace(Email) ? null : Email.Trim());
}
