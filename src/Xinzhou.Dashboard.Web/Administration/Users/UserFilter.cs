using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>Which users are listed; stands in the address.</summary>
/// <param name="Text">Part of name, user name, e-mail or department; null for any.</param>
/// <param name="Role">The role; null for any.</param>
/// <param name="Standing">Whether they can sign in; null for any.</param>
public sealed record UserFilter(string? Text, Role? Role, UserStanding? Standing)
{
    private const string TextName = "q";
    private const string RoleName = "role";
    private const string StandingName = "state";

    /// <summary>The filter of an address; what it does not know counts for nothing.</summary>
    public static UserFilter Read(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(
            address.Get(TextName) is { Length: > 0 } text ? text : null,
            Code.TryParse<Role>(address.Get(RoleName), out var role) ? role : null,
            Code.TryParse<UserStanding>(address.Get(StandingName), out var standing) ? standing : null);
    }

    /// <summary>The address of the list with this filter, and of a user in it.</summary>
    public string Write(Address address, string? user)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.To(
            user is null ? "/admin/users" : $"/admin/users/{user}",
            (TextName, Text),
            (RoleName, Role is { } role ? Code.Of(role) : null),
            (StandingName, Standing is { } standing ? Code.Of(standing) : null));
    }

    /// <summary>Whether a user is listed.</summary>
    /// <param name="user">The user.</param>
    /// <param name="department">The name of his department; null for none.</param>
    public bool Holds(UserRow user, string? department)
    {
        ArgumentNullException.ThrowIfNull(user);
        return (Role is null || user.Role == Role)
            && (Standing is null || user.Standing == Standing)
            && (Text is not { } text || new[] { user.DisplayName, user.UserName, user.Email, department }
                .Any(t => t?.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase) == true));
    }
}
