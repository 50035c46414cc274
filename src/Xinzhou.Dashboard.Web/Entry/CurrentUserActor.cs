namespace Xinzhou.Dashboard.Web.Entry;

/// <summary>The person of a session as the rules of rights see him.</summary>
internal static class CurrentUserActor
{
    /// <summary>Who acts.</summary>
    public static Actor ToActor(this CurrentUser user) => new(user.Id, user.UserName, user.DisplayName, user.Role, user.DepartmentCode);
}
