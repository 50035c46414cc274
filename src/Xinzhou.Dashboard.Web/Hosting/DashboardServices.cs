using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xinzhou.Dashboard.Data;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Secrets;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>What the server and every command have in common.</summary>
internal static partial class DashboardServices
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, DashboardSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddDashboardData(provider =>
        {
            var logging = provider.GetRequiredService<ILoggerFactory>();
            return settings.Connection is { } connection
                ? DashboardDatabase.Configured(connection, settings.OwnerConnection, logging)
                : DashboardDatabase.Private(settings.DataDirectory, logging);
        });
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FigureCache>(provider, settings.DataDirectory));
        services.AddSingleton(settings.Supervision).AddSingleton(settings.Messages).AddSingleton(settings.Secrets);
        return services;
    }

    /// <summary>Opens the database, brings it to the newest schema and enters the data that comes with the product.</summary>
    public static async Task OpenDatabaseAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<DashboardDatabase>();
        await database.OpenAsync(cancellation);
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Migrator));
        foreach (var migration in await Migrator.MigrateAsync(database.Owner, cancellation)) LogApplied(log, migration);
        var (contexts, time) = (services.GetRequiredService<IDbContextFactory<DashboardContext>>(), services.GetRequiredService<TimeProvider>());
        await StoredSecrets.ProtectAsync(DashboardContexts.On(database.Owner), services.GetRequiredService<SecretKeys>(), time, cancellation);
        await ReferenceCatalogue.EnterAsync(contexts, time, cancellation);
        await ReferenceImport.EnterAsync(contexts, time, cancellation);
        await FigureOpening.EnsureAsync(contexts, time, cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Applied the migration {Migration}")]
    private static partial void LogApplied(ILogger log, string migration);
}
