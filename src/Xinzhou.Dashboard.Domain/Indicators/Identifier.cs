using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The identifiers of the API: a letter and a number.</summary>
public static class Identifier
{
    /// <summary>The number in an identifier; null unless it is written as the API writes it: one thing has one identifier.</summary>
    /// <param name="text">The identifier.</param>
    /// <param name="letter">The letter of its kind.</param>
    /// <param name="digits">To how many digits smaller numbers are filled with zeros.</param>
    public static long? Read(ReadOnlySpan<char> text, char letter, int digits = 1) =>
        text.Length > digits && text[0] == letter && (text.Length == digits + 1 || text[1] != '0')
        && long.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
