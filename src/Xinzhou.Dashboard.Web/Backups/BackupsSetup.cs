using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Backups;

/// <summary>Registers the backups that are taken by themselves.</summary>
internal static class BackupsSetup
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton(provider => new ScheduledBackups(
            provider.GetRequiredService<DashboardDatabase>(), provider.GetRequiredService<DashboardSettings>().Backup, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<BackupOverview>()
        .AddHostedService<BackupLifetime>();
}
