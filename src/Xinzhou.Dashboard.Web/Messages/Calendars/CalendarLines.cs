using System.Text;

namespace Xinzhou.Dashboard.Web.Messages.Calendars;

/// <summary>
/// The content lines of a calendar (RFC 5545, 3.1): each ended by CRLF, and folded so that none is longer than 75 octets of UTF-8 without
/// its end. A character is never cut in two.
/// </summary>
internal sealed class CalendarLines
{
    private const int MaxOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A moment in UTC: 20261014T010000Z.</summary>
    public static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day: 20261014.</summary>
    public static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A line whose value is written as it is.</summary>
    /// <param name="name">The name of the property, with its parameters.</param>
    /// <param name="value">The value, in the form of its type.</param>
    public CalendarLines Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            // A line end would begin another property.
            if (Rune.IsControl(rune)) continue;
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A line whose value is a text (3.3.11): backslashes, semicolons, commas and line ends are escaped.</summary>
    /// <param name="name">The name of the property, with its parameters.</param>
    /// <param name="text">The text.</param>
    public CalendarLines AddText(string name, string text) => Add(
        name,
        text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));

    public override string ToString() => _text.ToString();
}
