using Xinzhou.Dashboard.Web.Plan.CheckIns;
using Xinzhou.Dashboard.Web.Plan.Targets;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>Registers what the pages need on which the plan is kept.</summary>
internal static class PlanSetup
{
    public static IServiceCollection AddPlan(this IServiceCollection services) =>
        services.AddSingleton<PlanFields>().AddSingleton<PlanWords>().AddSingleton<TargetWords>()
            .AddSingleton<CheckInText>();
}
