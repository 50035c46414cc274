using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Demonstration;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Opens the database before anything else starts, and closes it after everything else has stopped. Registered first:
/// hosted services start in this order and stop in the opposite one, the web server starts last.
/// </summary>
internal sealed class DatabaseLifetime(
    IServiceProvider services, DashboardDatabase database, IDbContextFactory<DashboardContext> contexts, DashboardSettings settings, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        AuditOrigin.Current = AuditOrigin.OfCommand();
        await services.OpenDatabaseAsync(cancellationToken);
        await SettingsNote.WriteAsync(contexts, time, Noted(settings), cancellationToken);
        if (settings.IsDevelopment)
        {
            await Personas.EnterAsync(contexts, time, cancellationToken);
        }

        if (settings.Demo)
        {
            await services.GetRequiredService<DemonstrationData>().LoadAsync(cancellation: cancellationToken);
        }
    }

    /// <summary>What decides who gets in and what leaves the house. No secret is among it.</summary>
    private static object Noted(DashboardSettings settings) => new
    {
        environment = settings.IsDevelopment ? StartArguments.Development : StartArguments.Production,
        settings.PublicRead,
        settings.SessionMinutes,
        settings.SessionHours,
        settings.SessionsAtOnce,
        secondFactor = string.Join(", ", settings.SecondFactorRoles.Select(Code.Of)),
        settings.PasswordHistory,
        settings.PasswordDays,
        settings.ApiRequestsPerSecond,
        proxies = string.Join(", ", settings.Proxies),
        singleSignOn = settings.Oidc is { } provider ? $"{provider.Authority} {provider.ClientId} {provider.Name}" : null,
        mail = settings.Smtp is { } smtp ? $"{smtp.Host}:{smtp.Port} {smtp.Tls} {smtp.From} {smtp.User}" : null,
        backups = settings.Backup is { } backup
            ? string.Create(CultureInfo.InvariantCulture, $"{backup.At:HH:mm} ×{backup.Keep} {backup.Folder} {backup.SecondFolder} {backup.KeyFile}").TrimEnd()
            : null,
        secrets = settings.Secrets.Current?.Id,
        auditLog = string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Audit.At:HH:mm} {settings.Audit.HeadFile} {(settings.Audit.Syslog is { } collector ? $"{collector.Host}:{collector.Port} {collector.Tls}" : null)}").Trim(),
        logLevel = settings.LogLevel.ToString(),
    };

    // Not cut short by the token: a server that is left running would be worse than a late exit.
    public async Task StopAsync(CancellationToken cancellationToken) => await database.DisposeAsync();
}
