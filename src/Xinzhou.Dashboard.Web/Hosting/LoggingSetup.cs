using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Structured logs, to stderr: one compact JSON object a line in Production, readable lines in Development.</summary>
internal static class LoggingSetup
{
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <param name="services">Gets the logger.</param>
    /// <param name="settings">Says the form and the least level.</param>
    /// <param name="least">Raises the least level: a command is quieter than the server.</param>
    public static IServiceCollection AddDashboardLogging(
        this IServiceCollection services, DashboardSettings settings, LogEventLevel least = LogEventLevel.Verbose) =>
        services.AddSerilog(logger =>
        {
            least = Higher(settings.LogLevel, least);
            logger.MinimumLevel.Is(least);
            if (settings.LogLevel > LogEventLevel.Debug)
            {
                Quiet("Microsoft", LogEventLevel.Warning);
                Quiet("System", LogEventLevel.Warning);
                Quiet("Npgsql", LogEventLevel.Warning);
            }

            // It writes whole addresses, at whatever level: some carry a token.
            Quiet("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning);
            // It warns at every start that nothing encrypts its keys: docs/security.md says what protects them.
            Quiet("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error);
            logger.Filter.ByExcluding(IsFailedStart);
            if (settings.IsDevelopment)
                logger.WriteTo.Console(
                    outputTemplate: Readable,
                    formatProvider: CultureInfo.InvariantCulture,
                    standardErrorFromLevel: LogEventLevel.Verbose);
            else
                logger.WriteTo.Console(new CompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose);

            // What is said of a name goes before what is said of all, also where it is less.
            void Quiet(string name, LogEventLevel level) => logger.MinimumLevel.Override(name, Higher(level, least));
        });

    private static LogEventLevel Higher(LogEventLevel one, LogEventLevel other) => (LogEventLevel)Math.Max((int)one, (int)other);

    // A start that fails throws as well, and the command line says why: in a sentence when it is one that is expected.
    private static bool IsFailedStart(LogEvent entry) =>
        entry.Properties.GetValueOrDefault("EventId") is StructureValue identity
        && identity.Properties.Any(p => p is { Name: "Name", Value: ScalarValue { Value: "HostedServiceStartupFaulted" } });
}
