using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>How the audit log is looked at and kept elsewhere.</summary>
/// <param name="At">The time of day at which it is verified, in Asia/Shanghai.</param>
/// <param name="HeadFile">Absolute path of a file to which the head of the log is added each night; null for none.</param>
/// <param name="Digest">Whether it is sealed each night, beside its chain.</param>
/// <param name="Syslog">The collector of logs that events are sent to; null for none.</param>
public sealed record AuditSettings(TimeOnly At, string? HeadFile, AuditDigest Digest, SyslogSettings? Syslog)
{
    /// <summary>Reads <c>Dashboard:Audit</c>.</summary>
    internal static AuditSettings Read(SettingsReader reader)
    {
        var (at, file) = (reader.Text("Audit:At"), reader.Text("Audit:HeadFile"));
        if (!TimeOnly.TryParseExact(at ?? "03:00", "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            reader.Refuse($"The setting Dashboard:Audit:At is “{at}”; allowed are times of day from 00:00 to 23:59.");
        if (file is not null && !Path.IsPathFullyQualified(file))
            reader.Refuse($"The setting Dashboard:Audit:HeadFile is “{file}”; it must be the whole path of a file, from / on.");
        return new(time, file, reader.Choice("Audit:Digest", otherwise: AuditDigest.Sha256), SyslogSettings.Read(reader));
    }

    /// <summary>The last moment at which a look was due.</summary>
    public DateTimeOffset DueBefore(DateTimeOffset now)
    {
        var today = new DateTimeOffset(Shanghai.DayOf(now), At, Shanghai.Offset);
        return today <= now ? today : today.AddDays(-1);
    }
}
