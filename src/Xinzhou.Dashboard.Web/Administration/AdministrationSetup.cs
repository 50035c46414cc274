using Xinzhou.Dashboard.Web.Administration.Calendar;
using Xinzhou.Dashboard.Web.Administration.Cataloguing;
using Xinzhou.Dashboard.Web.Administration.Forms;
using Xinzhou.Dashboard.Web.Administration.Lights;
using Xinzhou.Dashboard.Web.Administration.Rules;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Administration;

/// <summary>Registers what the pages of the system administrator need.</summary>
internal static class AdministrationSetup
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) =>
        services.AddSingleton<RuleWords>()
            .AddSingleton<FormWords>()
            .AddSingleton<CatalogueWords>()
            .AddSingleton<SettingsOverview>()
            .AddSingleton<DayWords>()
            .AddSingleton<ThresholdWords>();
}
