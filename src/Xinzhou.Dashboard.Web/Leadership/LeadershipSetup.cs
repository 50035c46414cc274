using Xinzhou.Dashboard.Web.Leadership.Desk;

namespace Xinzhou.Dashboard.Web.Leadership;

/// <summary>Registers what the desks of leaders and of the inspection office need.</summary>
internal static class LeadershipSetup
{
    public static IServiceCollection AddLeadership(this IServiceCollection services) => services.AddSingleton<ChangeWords>().AddSingleton<DeskWords>();
}
