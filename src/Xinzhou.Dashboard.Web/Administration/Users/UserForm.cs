using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>What is typed of a user.</summary>
public sealed class UserForm
{
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? Role { get; set; }

    public string? Department { get; set; }

    public string? Email { get; set; }

    /// <summary>A form filled with a user.</summary>
    public static UserForm Of(UserRow user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new()
        {
            UserName = user.UserName,
            DisplayName = user.DisplayName,
            Role = Code.Of(user.Role),
            Department = user.DepartmentCode,
            Email = user.Email,
        };
    }

    /// <summary>What is meant; a role that does not exist is the least one.</summary>
    public UserDraft Draft() => new(
        DisplayName?.Trim() ?? "",
        Code.TryParse<Role>(Role, out var role) ? role : Domain.Organisation.Role.Viewer,
        string.IsNullOrWhiteSpace(Department) ? null : Department,
        string.IsNullOrWhiteSpace(Email) ? null : Email.Trim());
}
