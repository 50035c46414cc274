using System.Buffers;
using System.Globalization;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>One section of a number format.</summary>
internal sealed record FormatSection
{
    private static readonly SearchValues<char> NoWords = SearchValues.Create(" \u00A0　-−+()（）$¥￥€£:/");

    public enum Shows
    {
        /// <summary>The number as it is.</summary>
        General,

        /// <summary>The number with its decimals.</summary>
        Decimals,

        /// <summary>A hundred times the number, with %.</summary>
        Percent,

        /// <summary>The number divided by thousands.</summary>
        Scaled,

        /// <summary>A day.</summary>
        Day,

        /// <summary>A month, without its day.</summary>
        Month,

        /// <summary>A time, with its day or without.</summary>
        Time,

        /// <summary>The text of the cell: the number as it is.</summary>
        Text,

        /// <summary>Something else than a number: a fraction, powers of ten, words.</summary>
        Other,
    }

    public required Shows Kind { get; init; }

    /// <summary>To which numbers it applies; null for those that its place says.</summary>
    public FormatCondition? Condition { get; init; }

    /// <summary>Decimals that are always shown.</summary>
    public int LeastDecimals { get; init; }

    /// <summary>Decimals that are shown at most.</summary>
    public int MaxDecimals { get; init; }

    /// <summary>True when it writes a minus, parentheses or a colour, by which people know a negative number.</summary>
    public bool ShowsNegative { get; init; }

    /// <summary>True when words stand beside the number.</summary>
    public bool HasWords { get; init; }

    /// <summary>Reads a section.</summary>
    public static FormatSection Parse(string code)
    {
        FormatCondition? condition = null;
        var (point, commas, least, most) = (false, 0, 0, 0);
        var (digits, percent, year, month, day, time, negative, words, other) = (false, false, false, false, false, false, false, false, false);
        var (isGeneral, isText) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    var quote = code.IndexOf('"', i + 1) is var q and >= 0 ? q : code.Length;
                    Literal(code[(i + 1)..quote]);
                    i = quote;
                    break;
                case '[':
                    var close = code.IndexOf(']', i) is var c and >= 0 ? c : code.Length - 1;
                    var inside = code[(i + 1)..Math.Max(i + 1, close)];
                    condition ??= FormatCondition.Parse(inside);
                    time |= inside.Length is 1 or 2 && inside.All(l => l is 'h' or 'm' or 's' or 'H' or 'M' or 'S');
                    negative |= inside.Equals("Red", StringComparison.OrdinalIgnoreCase) || inside == "红色";
                    i = close;
                    break;

                // The next character stands for itself (Chinese formats write ! for \).
                case '\\' or '!':
                    i++;
                    if (i < code.Length)
                    {
                        Literal(code[i].ToString());
                    }

                    break;
                case '_' or '*':
                    i++;
                    break;
                case 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    isGeneral = true;
                    i += "General".Length - 1;
                    break;
                case 'e' when digits && i + 1 < code.Length && code[i + 1] is '+' or '-':
                case '/' when digits:
                    other = true;
                    break;
                case '@':
                    isText = true;
                    break;
                case '%':
                    percent = true;
                    break;
                case 'y':
                    year = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case 'd':
                    day = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                case '.':
                    point = true;
                    break;
                case ',':
                    commas++;
                    break;
                case '0' or '#' or '?':
                    digits = true;
                    commas = point ? commas : 0;
                    most += point ? 1 : 0;
                    least = point && code[i] == '0' ? most : least;
                    break;
                default:
                    Literal(code[i].ToString());
                    break;
            }
        }

        var kind = isText ? Shows.Text
            : isGeneral ? percent ? Shows.Other : Shows.General
            : digits && other ? Shows.Other
            : percent ? Shows.Percent
            : time ? Shows.Time
            : day ? Shows.Day
            : year || month ? Shows.Month
            : !digits ? Shows.Other
            : commas > 0 ? Shows.Scaled
            : Shows.Decimals;
        return new()
        {
            Kind = kind,
            Condition = condition,
            LeastDecimals = least,
            MaxDecimals = most,
            ShowsNegative = negative,
            HasWords = words && kind is Shows.General or Shows.Text or Shows.Decimals or Shows.Percent,
        };

        void Literal(string text)
        {
            negative |= text.AsSpan().IndexOfAny("-−(（") >= 0;
            words |= text.AsSpan().IndexOfAnyExcept(NoWords) >= 0;
        }
    }

    /// <summary>The number as the section shows it, in the notation of the import format; null when it shows something else.</summary>
    /// <param name="value">The number, as a double holds it.</param>
    /// <param name="isOfNegatives">True when the section itself says that the number is negative.</param>
    /// <param name="allDigits">True to keep the decimals that the format does not show.</param>
    public string? Number(double value, bool isOfNegatives, bool allDigits = false)
    {
        if (Kind is not (Shows.General or Shows.Text or Shows.Decimals or Shows.Percent) || HasWords
            || (value < 0 && isOfNegatives && !ShowsNegative)
            || NumberFormat.Exact(value) is not { } number)
        {
            return null;
        }

        number = Kind == Shows.Percent ? number * 100 / 1.0000000000000000000000000000m : number;
        if (Kind is Shows.Decimals or Shows.Percent && !allDigits)
        {
            number = Math.Round(number, Math.Min(MaxDecimals, 28), MidpointRounding.AwayFromZero);
        }

        var text = number.ToString($"F{Math.Min((int)number.Scale, 28)}", CultureInfo.InvariantCulture);
        var trimmed = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        trimmed = trimmed == "-0" ? "0" : trimmed;
        var decimals = trimmed.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? trimmed.Length - point - 1 : 0;
        return Kind is Shows.General or Shows.Text || decimals >= LeastDecimals ? trimmed
            : (number == 0 ? 0 : number).ToString($"F{Math.Min(LeastDecimals, 28)}", CultureInfo.InvariantCulture);
    }
}
