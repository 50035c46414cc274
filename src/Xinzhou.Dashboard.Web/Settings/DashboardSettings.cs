using System.Net;
using Serilog.Events;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Secrets;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Browse.Counties;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>The settings of this installation, checked. Every setting is read here and nowhere else.</summary>
public sealed record DashboardSettings
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] Any = ["*"];

    /// <summary>Absolute path of the data folder.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Development for training and work on the program; Production for a real installation.</summary>
    public required bool IsDevelopment { get; init; }

    /// <summary>Whether anybody may read pages and the reading API. In Development unless said otherwise.</summary>
    public required bool PublicRead { get; init; }

    /// <summary>Whether the demonstration data set is asked for.</summary>
    public required bool Demo { get; init; }

    /// <summary>How many requests a second the API takes from one token.</summary>
    public required int ApiRequestsPerSecond { get; init; }

    /// <summary>After how many minutes without a request a person has to sign in again.</summary>
    public required int SessionMinutes { get; init; }

    /// <summary>How many hours after signing in a person has to sign in again, whatever he does.</summary>
    public required int SessionHours { get; init; }

    /// <summary>How many sessions a person has at once; one more ends his oldest.</summary>
    public required int SessionsAtOnce { get; init; }

    /// <summary>How long a session lasts, and how many a person has.</summary>
    public SessionLimits Sessions => new(TimeSpan.FromMinutes(SessionMinutes), TimeSpan.FromHours(SessionHours), SessionsAtOnce);

    /// <summary>The roles that take a second factor: whoever has signed in without one does nothing but set it up.</summary>
    public required IReadOnlyList<Role> SecondFactorRoles { get; init; }

    /// <summary>How many of his last passwords a person may not take again; 0 for any.</summary>
    public required int PasswordHistory { get; init; }

    /// <summary>After how many days a password has to be changed; 0 for never.</summary>
    public required int PasswordDays { get; init; }

    /// <summary>The greatest size of a file of evidence, in megabytes.</summary>
    public required int EvidenceMegabytes { get; init; }

    /// <summary>Which days notices count, and when what is late climbs the ladder.</summary>
    public required SupervisionSettings Supervision { get; init; }

    /// <summary>When people are sent no mail unless they choose otherwise, and how early they are reminded.</summary>
    public required MessageSettings Messages { get; init; }

    /// <summary>
    /// The networks whose proxies are believed when they say that the reader came over https, and from where; besides this
    /// machine.
    /// </summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    /// <summary>The names that the dashboard answers to, as <see cref="Microsoft.AspNetCore.HostFiltering.HostFilteringOptions.AllowedHosts"/> has them; <c>*</c> for any.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>How much of what costs one caller may ask for, in % of what is usual.</summary>
    public required int LimitPercent { get; init; }

    /// <summary>The server that messages are mailed through (<c>Dashboard:Smtp</c>); null if there is none.</summary>
    public required SmtpSettings? Smtp { get; init; }

    /// <summary>The backups that are taken by themselves (<c>Dashboard:Backup</c>); null if none are.</summary>
    public required BackupSchedule? Backup { get; init; }

    /// <summary>How backups are encrypted, by themselves or by the command (<c>Dashboard:Backup:Cipher</c>).</summary>
    public required BackupCipher BackupCipher { get; init; }

    /// <summary>How the audit log is looked at and kept elsewhere (<c>Dashboard:Audit</c>).</summary>
    public required AuditSettings Audit { get; init; }

    /// <summary>What secrets in the database are encrypted under (<c>Dashboard:Secrets</c>).</summary>
    public required SecretKeys Secrets { get; init; }

    /// <summary>The least level that is logged.</summary>
    public required LogEventLevel LogLevel { get; init; }

    /// <summary>Connection string of a configured server for the application; null for the private one.</summary>
    public required string? Connection { get; init; }

    /// <summary>Connection string of a configured server for migrations; null for the same as <see cref="Connection"/>.</summary>
    public required string? OwnerConnection { get; init; }

    /// <summary>What the map of the counties is drawn of: the approved map of <c>Dashboard:Map</c>, else bricks.</summary>
    public required CountyShapes CountyMap { get; init; }

    /// <summary>The provider of single sign-on; null if there is none.</summary>
    public required SingleSignOnSettings? Oidc { get; init; }

    // Whoever keeps the rights, the catalogue or the log, releases, or sets targets. What is read and entered by others goes through them.
    private static readonly Role[] StrongRoles = [Role.Reviewer, Role.Leader, Role.Admin, Role.Security, Role.Auditor];

    /// <summary>Reads and checks all settings.</summary>
    /// <exception cref="SettingsException">Some are wrong; the message says which, and what is allowed.</exception>
    public static DashboardSettings Read(IConfiguration configuration, string dataDirectory, bool isDevelopment)
    {
        var reader = new SettingsReader(configuration);
        var cipher = BackupSettings.Cipher(reader);
        var settings = new DashboardSettings
        {
            DataDirectory = dataDirectory,
            IsDevelopment = isDevelopment,
            PublicRead = reader.Flag("PublicRead", otherwise: isDevelopment),
            Demo = reader.Flag("Demo", otherwise: false),
            ApiRequestsPerSecond = reader.Number("ApiRequestsPerSecond", otherwise: 100, least: 1, most: 1_000_000),
            SessionMinutes = reader.Number("SessionMinutes", otherwise: 30, least: 1, most: 24 * 60),
            SessionHours = reader.Number("SessionHours", otherwise: 12, least: 1, most: 30 * 24),
            SessionsAtOnce = reader.Number("SessionsAtOnce", otherwise: 5, least: 1, most: 100),
            SecondFactorRoles = RolesOf(reader, "SecondFactorRoles", isDevelopment ? [] : StrongRoles),
            PasswordHistory = reader.Number("PasswordHistory", otherwise: 0, least: 0, most: 24),
            PasswordDays = reader.Number("PasswordDays", otherwise: 0, least: 0, most: 3650),
            EvidenceMegabytes = reader.Number("EvidenceMegabytes", otherwise: 20, least: 1, most: 200),
            Supervision = SupervisionOf(reader),
            Messages = MessagesOf(reader),
            Proxies = ProxiesOf(reader),
            Hosts = HostsOf(reader, isDevelopment),
            LimitPercent = reader.Number("LimitPercent", otherwise: 100, least: 1, most: 1_000_000),
            Smtp = SmtpSettings.Read(reader),
            Backup = BackupSettings.Read(reader, dataDirectory, cipher),
            BackupCipher = cipher,
            Audit = AuditSettings.Read(reader),
            Secrets = SecretSettings.Read(reader),
            LogLevel = reader.Choice("LogLevel", otherwise: LogEventLevel.Information),
            Connection = reader.Connection("Dashboard"),
            OwnerConnection = reader.Connection("DashboardOwner"),
            CountyMap = MapOf(reader),
            Oidc = OidcOf(reader),
        };
        if (settings is { Connection: null, OwnerConnection: not null })
            reader.Refuse("The setting ConnectionStrings:DashboardOwner is there without ConnectionStrings:Dashboard, which it belongs to.");
        if (!isDevelopment) OpenFiles.Refuse(reader, configuration);
        reader.ThrowIfWrong();
        return settings;
    }

    private static Role[] RolesOf(SettingsReader reader, string name, Role[] otherwise)
    {
        if (reader.Text(name) is not { } text) return otherwise;
        var codes = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (codes is ["none"]) return [];
        var unknown = codes.FirstOrDefault(c => !Code.TryParse<Role>(c, out _));
        if (unknown is null) return [.. codes.Select(Code.Parse<Role>).Distinct().Order()];
        reader.Refuse($"The setting Dashboard:{name} contains “{unknown}”; allowed are none, or roles separated by commas: {string.Join(", ", Code.All<Role>())}.");
        return otherwise;
    }

    private static List<IPNetwork> ProxiesOf(SettingsReader reader)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in (reader.Text("Proxies") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var one)) networks.Add(new(one, one.GetAddressBytes().Length * 8));
            else reader.Refuse($"The setting Dashboard:Proxies contains “{text}”; allowed are addresses (10.0.0.5) and networks (10.0.0.0/24), separated by commas.");
        }

        return networks;
    }

    // Development signs in without a password: a page of another site must not reach it by a name that leads to this machine.
    private static string[] HostsOf(SettingsReader reader, bool isDevelopment)
    {
        if (reader.Text("Hosts") is not { } text) return isDevelopment ? Loopback : Any;
        string[] hosts = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        foreach (var host in hosts.Where(h => !IsHost(h)))
            reader.Refuse($"The setting Dashboard:Hosts contains “{host}”; allowed are names without a port (dashboard.example), all below one (*.example), addresses ([::1] in brackets) and * for any, separated by commas.");
        return hosts;
    }

    private static bool IsHost(string text) =>
        text == "*" || Uri.CheckHostName(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text) is UriHostNameType.Dns or UriHostNameType.IPv4
        || (text is ['[', .., ']'] && Uri.CheckHostName(text) == UriHostNameType.IPv6);

    private static SingleSignOnSettings? OidcOf(SettingsReader reader)
    {
        var (authority, id, secret, name) =
            (reader.Text("Oidc:Authority"), reader.Text("Oidc:ClientId"), reader.Text("Oidc:ClientSecret"), reader.Text("Oidc:Name"));
        if (authority is null && id is null && secret is null) return null;
        if (authority is null || id is null || secret is null)
            reader.Refuse("The settings Dashboard:Oidc:Authority, Dashboard:Oidc:ClientId and Dashboard:Oidc:ClientSecret belong together; not all of them are set.");
        else if (Uri.TryCreate(authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            return new(address, id, secret, name ?? "统一身份认证");
        else
            reader.Refuse($"The setting Dashboard:Oidc:Authority is “{authority}”; allowed is an address with https.");
        return null;
    }

    private static SupervisionSettings SupervisionOf(SettingsReader reader)
    {
        var usual = SupervisionSettings.Default;
        var settings = new SupervisionSettings
        {
            Mode = reader.Choice("Supervision:Mode", otherwise: usual.Mode),
            ReminderAfter = reader.Number("Supervision:ReminderAfter", otherwise: usual.ReminderAfter, least: 1, most: 366),
            NoticeAfter = reader.Number("Supervision:NoticeAfter", otherwise: usual.NoticeAfter, least: 1, most: 366),
            TalkAfter = reader.Number("Supervision:TalkAfter", otherwise: usual.TalkAfter, least: 1, most: 366),
            CircularAfter = reader.Number("Supervision:CircularAfter", otherwise: usual.CircularAfter, least: 1, most: 366),
        };
        if (settings.IsSound) return settings;
        reader.Refuse("The settings Dashboard:Supervision:ReminderAfter, NoticeAfter, TalkAfter and CircularAfter are rungs of a ladder: each must be greater than the one before.");
        return usual;
    }

    private static MessageSettings MessagesOf(SettingsReader reader)
    {
        var usual = MessageSettings.Default;
        return new()
        {
            Quiet = new(
                TimeOf(reader, "Messages:QuietFrom", usual.Quiet.From),
                TimeOf(reader, "Messages:QuietUntil", usual.Quiet.Until),
                reader.Flag("Messages:QuietDaysOff", usual.Quiet.DaysOff)),
            ReminderDays = reader.Number("Messages:ReminderDays", otherwise: usual.ReminderDays, least: 0, most: 30),
        };
    }

    private static TimeOnly TimeOf(SettingsReader reader, string name, TimeOnly otherwise)
    {
        if (reader.Text(name) is not { } text) return otherwise;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        reader.Refuse($"The setting Dashboard:{name} is “{text}”; allowed are times of day from 00:00 to 23:59.");
        return otherwise;
    }

    private static CountyShapes MapOf(SettingsReader reader)
    {
        var (file, number) = (reader.Text("Map:GeoJson"), reader.Text("Map:ApprovalNumber"));
        if (file is null != number is null)
            reader.Refuse("The settings Dashboard:Map:GeoJson (a file) and Dashboard:Map:ApprovalNumber (its 审图号) belong together; only one of them is set.");
        if (file is null || number is null) return CountyTiles.Shapes;
        if (ApprovedMap.Read(file, number, CountyTiles.Shapes.ByUnit.Keys.ToArray(), out var fault) is { } approved) return approved;
        reader.Refuse($"The file “{file}” of the setting Dashboard:Map:GeoJson {fault}.");
        return CountyTiles.Shapes;
    }
}
