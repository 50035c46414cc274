using Xinzhou.Dashboard.Domain.Access;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>The signed-in person as the rules of rights see him.</summary>
internal static class ActorOf
{
    public static Actor Actor(this CurrentUser user) => new(user.Id, user.UserName, user.DisplayName, user.Role, user.DepartmentCode);
}
