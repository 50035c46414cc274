using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>The collector of logs that audit events are sent to, by syslog.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">1–65535.</param>
/// <param name="Tls">How the connection is protected.</param>
/// <param name="Authorities">Whose certificates are believed; null for those that the machine believes.</param>
public sealed record SyslogSettings(string Host, int Port, SyslogTls Tls, X509Certificate2Collection? Authorities)
{
    /// <summary>Reads <c>Dashboard:Audit:Syslog</c>; null when no host is named.</summary>
    internal static SyslogSettings? Read(SettingsReader reader)
    {
        var (host, file) = (reader.Text("Audit:Syslog:Host"), reader.Text("Audit:Syslog:CaFile"));
        var tls = reader.Choice("Audit:Syslog:Tls", otherwise: SyslogTls.Implicit);
        var port = reader.Number("Audit:Syslog:Port", otherwise: tls == SyslogTls.None ? 514 : 6514, least: 1, most: 65535);
        if (host is null)
        {
            if (file is not null)
                reader.Refuse("The setting Dashboard:Audit:Syslog:CaFile is there without Dashboard:Audit:Syslog:Host, the collector that it belongs to.");
            return null;
        }

        return new(host, port, tls, file is null ? null : AuthoritiesOf(reader, file));
    }

    private static X509Certificate2Collection? AuthoritiesOf(SettingsReader reader, string file)
    {
        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            if (authorities.Count > 0) return authorities;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // Said below.
        }

        reader.Refuse($"The setting Dashboard:Audit:Syslog:CaFile is “{file}”; it must be a file of certificates (PEM) that can be read.");
        return null;
    }
}
