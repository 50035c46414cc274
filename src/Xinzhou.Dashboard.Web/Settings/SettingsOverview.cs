using System.Data.Common;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>What an installation runs with, each setting with its source. Secrets are said to be set, and no more.</summary>
/// <param name="configuration">Where settings come from.</param>
/// <param name="settings">What was read of it.</param>
public sealed class SettingsOverview(IConfiguration configuration, DashboardSettings settings)
{
    private static readonly string[] ConnectionParts = ["Host", "Port", "Database"];

    /// <summary>The settings, those that decide about access first.</summary>
    public IReadOnlyList<ShownSetting> All() =>
    [
        Shown("PublicRead", Text(settings.PublicRead)),
        Shown("SessionMinutes", Text(settings.SessionMinutes)),
        Shown("SessionHours", Text(settings.SessionHours)),
        Shown("SessionsAtOnce", Text(settings.SessionsAtOnce)),
        Shown("SecondFactorRoles", settings.SecondFactorRoles.Count == 0 ? "none" : string.Join(", ", settings.SecondFactorRoles.Select(Code.Of))),
        Shown("PasswordHistory", Text(settings.PasswordHistory)),
        Shown("PasswordDays", Text(settings.PasswordDays)),
        Shown("ApiRequestsPerSecond", Text(settings.ApiRequestsPerSecond)),
        Shown("EvidenceMegabytes", Text(settings.EvidenceMegabytes)),
        Shown("Supervision:Mode", settings.Supervision.Mode.ToString()),
        Shown("Supervision:ReminderAfter", Text(settings.Supervision.ReminderAfter)),
        Shown("Supervision:NoticeAfter", Text(settings.Supervision.NoticeAfter)),
        Shown("Supervision:TalkAfter", Text(settings.Supervision.TalkAfter)),
        Shown("Supervision:CircularAfter", Text(settings.Supervision.CircularAfter)),
        Shown("Messages:QuietFrom", Text(settings.Messages.Quiet.From)),
        Shown("Messages:QuietUntil", Text(settings.Messages.Quiet.Until)),
        Shown("Messages:QuietDaysOff", Text(settings.Messages.Quiet.DaysOff)),
        Shown("Messages:ReminderDays", Text(settings.Messages.ReminderDays)),
        Shown("Oidc:Authority", settings.Oidc?.Authority.ToString()),
        Shown("Oidc:ClientId", settings.Oidc?.ClientId),
        Secret("Oidc:ClientSecret", settings.Oidc?.ClientSecret),
        Shown("Oidc:Name", settings.Oidc?.Name),
        Shown("Proxies", settings.Proxies.Count == 0 ? null : string.Join(", ", settings.Proxies)),
        Shown("Hosts", string.Join(", ", settings.Hosts)),
        Shown("LimitPercent", Text(settings.LimitPercent)),
        Shown("Smtp:Host", settings.Smtp?.Host),
        Shown("Smtp:Port", settings.Smtp is { } smtp ? Text(smtp.Port) : null),
        Shown("Smtp:From", settings.Smtp?.From.ToString()),
        Shown("Smtp:User", settings.Smtp?.User),
        Secret("Smtp:Password", settings.Smtp?.Password),
        Shown("Smtp:Tls", settings.Smtp?.Tls.ToString()),
        Shown("Backup:Folder", settings.Backup?.Folder),
        Shown("Backup:SecondFolder", settings.Backup?.SecondFolder),
        Shown("Backup:At", settings.Backup?.At.ToString("HH:mm", CultureInfo.InvariantCulture)),
        Shown("Backup:Keep", settings.Backup is { } kept ? Text(kept.Keep) : null),
        Shown("Backup:LateHours", settings.Backup is { } late ? Text((int)late.LateAfter.TotalHours) : null),
        Shown("Backup:Key", settings.Backup?.KeyFile),
        Shown("Backup:Cipher", settings.BackupCipher.ToString()),
        Shown("Secrets:KeyFile", configuration["Dashboard:Secrets:KeyFile"]),
        Shown("Secrets:FormerKeyFile", configuration["Dashboard:Secrets:FormerKeyFile"]),
        Shown("Audit:At", settings.Audit.At.ToString("HH:mm", CultureInfo.InvariantCulture)),
        Shown("Audit:HeadFile", settings.Audit.HeadFile),
        Shown("Audit:Digest", settings.Audit.Digest.ToString()),
        Shown("Audit:Syslog:Host", settings.Audit.Syslog?.Host),
        Shown("Audit:Syslog:Port", settings.Audit.Syslog is { } collector ? Text(collector.Port) : null),
        Shown("Audit:Syslog:Tls", settings.Audit.Syslog?.Tls.ToString()),
        Shown("Audit:Syslog:CaFile", configuration["Dashboard:Audit:Syslog:CaFile"]),
        Shown("Demo", Text(settings.Demo)) is { Source: SettingSource.BuiltIn } demo && settings.Demo
            ? demo with { Source = SettingSource.CommandLine }
            : Shown("Demo", Text(settings.Demo)),
        Shown("Map:GeoJson", configuration["Dashboard:Map:GeoJson"]),
        Shown("Map:ApprovalNumber", configuration["Dashboard:Map:ApprovalNumber"]),
        Shown("LogLevel", settings.LogLevel.ToString()),
        Connection("Dashboard", settings.Connection),
        Connection("DashboardOwner", settings.OwnerConnection),
    ];

    /// <summary>The settings that the installation was given, and not one run of it, by name: what a backup takes along.</summary>
    public IReadOnlyDictionary<string, string> Given() => All()
        .Where(s => s is { IsSecret: false, Value: not null, Source: SettingSource.File or SettingSource.Environment })
        .ToDictionary(s => s.Name, s => s.Value!, StringComparer.Ordinal);

    private static string Text(bool value) => value ? "true" : "false";

    private static string Text(TimeOnly value) => value.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private ShownSetting Shown(string name, string? value) => new($"Dashboard:{name}", value, SourceOf($"Dashboard:{name}"));

    private ShownSetting Secret(string name, string? value) => Shown(name, null) with { IsSecret = value is not null };

    // Of a connection only which server and which database: the rest may be a secret.
    private ShownSetting Connection(string name, string? connection)
    {
        var key = $"ConnectionStrings:{name}";
        if (connection is null) return new(key, null, SettingSource.BuiltIn);
        var parts = new DbConnectionStringBuilder { ConnectionString = connection };
        return new(
            key,
            string.Join(";", ConnectionParts.Where(parts.ContainsKey).Select(p => $"{p}={parts[p]}")),
            SourceOf(key),
            IsSecret: true);
    }

    private SettingSource SourceOf(string key)
    {
        var provider = (configuration as IConfigurationRoot)?.Providers.LastOrDefault(p => p.TryGet(key, out var text) && !string.IsNullOrWhiteSpace(text));
        return provider switch
        {
            null => SettingSource.BuiltIn,
            CommandLineConfigurationProvider => SettingSource.CommandLine,
            EnvironmentVariablesConfigurationProvider => SettingSource.Environment,
            FileConfigurationProvider => SettingSource.File,
            _ => SettingSource.Other,
        };
    }
}
