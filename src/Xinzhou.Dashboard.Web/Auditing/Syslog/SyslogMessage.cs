using System.Text;
using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Web.Auditing.Syslog;

/// <summary>An event as syslog says it: a message of RFC 5424 behind its length in bytes (octet counting, RFC 6587 and RFC 5425).</summary>
internal static class SyslogMessage
{
    // "Log audit" of RFC 5424, and how grave it is.
    private const int Facility = 13;
    private const int Alert = 1;
    private const int Warning = 4;
    private const int Informational = 6;
    private const int MaxName = 32;

    // Kept for examples by RFC 5612: the product has no number of its own.
    private const string Data = "event@32473";

    /// <summary>Writes it.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="host">What this machine is called.</param>
    /// <returns>The bytes to send.</returns>
    public static byte[] Write(AuditEvent entry, string host)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var grave = entry.Action == "audit.broken" ? Alert : entry.Action.EndsWith(".failed", StringComparison.Ordinal) ? Warning : Informational;
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<{(Facility * 8) + grave}>1 {entry.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'} ")
            .Append(CultureInfo.InvariantCulture, $"{Name(host, 255)} xinzhou-dashboard {Environment.ProcessId} {Name(entry.Action, MaxName)} [{Data}");
        Add("number", entry.Id.ToString(CultureInfo.InvariantCulture));
        Add("actor", entry.Actor);
        Add("subject", entry.Subject);
        Add("address", entry.Address);
        Add("session", entry.Session?.ToString());
        Add("osUser", entry.OsUser);
        Add("hash", entry.Hash);
        // The mark says that the rest is UTF-8.
        text.Append(']').Append(' ').Append('\uFEFF').Append(entry.Details);
        var message = Encoding.UTF8.GetBytes(text.ToString());
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Length} ")), .. message];

        void Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            text.Append(' ').Append(name).Append("=\"");
            foreach (var letter in value)
            {
                if (letter is '"' or '\\' or ']') text.Append('\\');
                text.Append(letter);
            }

            text.Append('"');
        }
    }

    /// <summary>A name of printable ASCII without blanks; a hyphen for one that has none.</summary>
    private static string Name(string text, int most)
    {
        var name = string.Concat(text.Where(c => c is > ' ' and <= '~').Take(most));
        return name.Length == 0 ? "-" : name;
    }
}
