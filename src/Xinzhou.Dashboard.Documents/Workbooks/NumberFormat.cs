using System.Globalization;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>What a spreadsheet's number format makes of a number, as far as it bears on what was published.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="LeastDecimals">Decimals that are always shown.</param>
/// <param name="MaxDecimals">Decimals that are shown at most.</param>
internal readonly record struct NumberFormat(NumberFormat.Shows Kind, int LeastDecimals = 0, int MaxDecimals = 0)
{
    public enum Shows
    {
        /// <summary>The number as it is: General, text, fractions, scientific.</summary>
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
    }

    /// <summary>Formats that have a number instead of a text.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        1 or 3 or 37 or 38 or 41 or 42 => new(Shows.Decimals),
        2 or 4 or 39 or 40 or 43 or 44 => new(Shows.Decimals, 2, 2),
        9 or 10 => new(Shows.Percent),
        17 or 55 => new(Shows.Month),
        14 or 15 or 16 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(Shows.Day),
        22 or (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 56 => new(Shows.Time),
        _ => default,
    };

    /// <summary>Reads a format such as <c>#,##0.00</c>, <c>0.0%</c>, <c>yyyy-mm-dd</c>.</summary>
    /// <param name="code">The whole format; sections for negative numbers and zero after semicolons.</param>
    public static NumberFormat Parse(string code)
    {
        var (point, commas, least, most) = (false, 0, 0, 0);
        var (digits, percent, year, month, day, time) = (false, false, false, false, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case ';':
                    i = code.Length;
                    break;
                case '"':
                    i = code.IndexOf('"', i + 1) is var end and >= 0 ? end : code.Length;
                    break;
                case '[':
                    var close = code.IndexOf(']', i) is var c and >= 0 ? c : code.Length - 1;
                    time |= code[i + 1] is 'h' or 'm' or 's' or 'H' or 'M' or 'S' && close - i <= 3;
                    i = close;
                    break;

                // The next character stands for itself (Chinese formats write ! for \).
                case '\\' or '!' or '_' or '*':
                    i++;
                    break;
                case 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return default;
                case 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                case '/' when digits:
                case '@':
                    return default;
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
            }
        }

        return percent ? new(Shows.Percent)
            : time ? new(Shows.Time)
            : day ? new(Shows.Day)
            : year || month ? new(Shows.Month)
            : !digits ? default
            : commas > 0 ? new(Shows.Scaled)
            : new(Shows.Decimals, least, most);
    }

    /// <summary>The number as the format shows it, in the notation of the import format; null when it shows something else.</summary>
    /// <param name="value">The number, as a double holds it.</param>
    /// <param name="allDigits">True to keep the decimals that the format does not show.</param>
    public string? Number(double value, bool allDigits = false)
    {
        // A spreadsheet keeps 15 digits; the rest is the noise of the binary form.
        if (Kind is not (Shows.General or Shows.Decimals)
            || !decimal.TryParse(
                value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (Kind == Shows.Decimals && !allDigits)
        {
            number = Math.Round(number, Math.Min(MaxDecimals, 28), MidpointRounding.AwayFromZero);
        }

        var text = number.ToString($"F{Math.Min((int)number.Scale, 28)}", CultureInfo.InvariantCulture);
        var trimmed = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        var decimals = trimmed.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? trimmed.Length - point - 1 : 0;
        return Kind == Shows.General || decimals >= LeastDecimals ? trimmed
            : number.ToString($"F{LeastDecimals}", CultureInfo.InvariantCulture);
    }
}
