using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

/// <summary>
/// Reads a calendar as RFC 5545 has it, and nothing that it does not allow: line ends, lengths and folds of lines in octets, names and
/// parameters, escapes of texts, the forms of dates and moments, which properties a component must have and may have once.
/// </summary>
internal sealed partial class CalendarReader
{
    private const int MaxOctets = 75;

    private static readonly string[] OnceInCalendar = ["VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "REFRESH-INTERVAL"];

    private static readonly string[] OnceInEvent =
    [
        "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "STATUS", "SEQUENCE", "LAST-MODIFIED", "CREATED",
        "CLASS", "LOCATION", "PRIORITY",
    ];

    private CalendarReader(IReadOnlyList<Line> properties, IReadOnlyList<IReadOnlyDictionary<string, Line>> events) =>
        (Properties, Events) = (properties, events);

    /// <summary>The properties of the calendar itself.</summary>
    public IReadOnlyList<Line> Properties { get; }

    /// <summary>Its entries, each by the names of its properties.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, Line>> Events { get; }

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is not as the standard has it; the message says why.</exception>
    public static CalendarReader Read(byte[] content)
    {
        var lines = new Queue<Line>(Unfolded(content).Select(Line.Read));
        Expect(lines, "BEGIN", "VCALENDAR");
        var properties = new List<Line>();
        var events = new List<IReadOnlyDictionary<string, Line>>();
        while (lines.Count > 0 && lines.Peek() is not { Name: "END" })
        {
            if (lines.Peek() is not { Name: "BEGIN" })
            {
                // The properties of the calendar come before its components.
                Demand(events.Count == 0, "a property of the calendar stands after a component");
                properties.Add(lines.Dequeue());
                continue;
            }

            Expect(lines, "BEGIN", "VEVENT");
            var own = new List<Line>();
            while (lines.Count > 0 && lines.Peek() is not { Name: "END" }) own.Add(lines.Dequeue());
            Expect(lines, "END", "VEVENT");
            events.Add(EventOf(own));
        }

        Expect(lines, "END", "VCALENDAR");
        Demand(lines.Count == 0, "something stands after the calendar");
        Once(properties, OnceInCalendar);
        Demand(properties.Any(p => p is { Name: "VERSION", Value: "2.0" }), "there is no VERSION:2.0");
        Demand(properties.Any(p => p.Name == "PRODID" && p.Text().Length > 0), "there is no PRODID");
        Demand(events.Select(e => e["UID"].Value).Distinct(StringComparer.Ordinal).Count() == events.Count, "two entries have one UID");
        return new(properties, events);
    }

    /// <summary>The lines without their folds: each physical one ends with CRLF, has 75 octets at most and whole characters.</summary>
    private static List<string> Unfolded(byte[] content)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var lines = new List<string>();
        var start = 0;
        while (start < content.Length)
        {
            var end = Array.IndexOf(content, (byte)'\r', start);
            Demand(end >= 0 && end + 1 < content.Length && content[end + 1] == (byte)'\n', "a line does not end with CRLF");
            var octets = content.AsSpan(start, end - start);
            Demand(octets.Length <= MaxOctets, $"a line has {octets.Length} octets");
            Demand(!octets.Contains((byte)'\n'), "a line feed stands alone");
            // A character that a fold cuts in two is none.
            var line = text.GetString(octets);
            Demand(!line.Any(c => char.IsControl(c) && c != '\t'), "a control character stands in a line");
            if (line.StartsWith(' ') || line.StartsWith('\t'))
            {
                Demand(lines.Count > 0, "the first line is folded");
                lines[^1] += line[1..];
            }
            else
            {
                Demand(line.Length > 0, "a line is empty");
                lines.Add(line);
            }

            start = end + 2;
        }

        return lines;
    }

    private static Dictionary<string, Line> EventOf(List<Line> own)
    {
        Once(own, OnceInEvent);
        var properties = own.ToDictionary(l => l.Name, StringComparer.Ordinal);
        Demand(properties.TryGetValue("UID", out var uid) && uid.Value.Length > 0, "an entry has no UID");
        Demand(properties.TryGetValue("DTSTAMP", out var stamp) && Utc().IsMatch(stamp.Value) && stamp.Parameters.Count == 0, "DTSTAMP is no moment in UTC");
        Demand(properties.TryGetValue("DTSTART", out var begin), "an entry has no DTSTART");
        Demand(!(properties.ContainsKey("DTEND") && properties.ContainsKey("DURATION")), "an entry has an end and a length");
        _ = begin!.Date();
        if (properties.TryGetValue("DTEND", out var end)) Demand(end.Date() > begin.Date(), "an entry ends before it begins");
        if (properties.TryGetValue("TRANSP", out var transparency)) Demand(transparency.Value is "OPAQUE" or "TRANSPARENT", "TRANSP is neither");
        if (properties.TryGetValue("URL", out var url)) Demand(Uri.TryCreate(url.Value, UriKind.Absolute, out _), "URL is no address");
        foreach (var name in new[] { "SUMMARY", "DESCRIPTION", "CATEGORIES" })
        {
            if (properties.TryGetValue(name, out var said)) _ = said.Text();
        }

        return properties;
    }

    private static void Once(IEnumerable<Line> lines, string[] names) =>
        Demand(lines.Where(l => names.Contains(l.Name)).GroupBy(l => l.Name).All(g => g.Count() == 1), "a property stands twice");

    private static void Expect(Queue<Line> lines, string name, string value) =>
        Demand(lines.TryDequeue(out var line) && line.Name == name && line.Value == value, $"{name}:{value} is missing");

    private static void Demand(bool holds, string fault)
    {
        if (!holds) throw new FormatException(fault);
    }

    [GeneratedRegex(@"^\d{8}T\d{6}Z\z")]
    private static partial Regex Utc();

    /// <summary>A content line.</summary>
    /// <param name="Name">The name of its property.</param>
    /// <param name="Parameters">Its parameters, by name.</param>
    /// <param name="Value">Its value as it is written.</param>
    internal sealed partial record Line(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
    {
        public static Line Read(string line)
        {
            var match = Content().Match(line);
            Demand(match.Success, $"this is no content line: {line}");
            var parameters = match.Groups["parameter"].Captures.Select(c => c.Value.Split('=', 2)).ToDictionary(p => p[0], p => p[1].Trim('"'), StringComparer.Ordinal);
            return new(match.Groups["name"].Value, parameters, match.Groups["value"].Value);
        }

        /// <summary>A value of the type DATE, which has to be said.</summary>
        public DateOnly Date()
        {
            Demand(Parameters.GetValueOrDefault("VALUE") == "DATE", $"{Name} does not say that it is a date");
            Demand(DateOnly.TryParseExact(Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), $"{Name} is no date: {Value}");
            return day;
        }

        /// <summary>A value of the type TEXT without its escapes.</summary>
        public string Text()
        {
            Demand(Escaped().IsMatch(Value), $"{Name} has a character that is to be escaped: {Value}");
            return Escape().Replace(Value, e => e.Groups[1].Value is "n" or "N" ? "\n" : e.Groups[1].Value);
        }

        [GeneratedRegex("""^(?<name>[A-Z0-9-]+)(;(?<parameter>[A-Z0-9-]+=("[^"]*"|[^";:,]*)))*:(?<value>.*)\z""", RegexOptions.Singleline)]
        private static partial Regex Content();

        [GeneratedRegex(@"^([^\\;,]|\\[\\;,nN])*\z", RegexOptions.Singleline)]
        private static partial Regex Escaped();

        [GeneratedRegex(@"\\(.)")]
        private static partial Regex Escape();
    }
}
