using System.Globalization;
using System.Text;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// What a spreadsheet's number format makes of a number, as far as it bears on what was published: the section that applies
/// to it, and what that shows.
/// </summary>
internal sealed class NumberFormat
{
    private const int MaxLength = 1000;

    private readonly FormatSection[] _sections;

    private NumberFormat(FormatSection[] sections) => _sections = sections;

    /// <summary>The number as it is, at no more than 15 digits.</summary>
    public static NumberFormat General { get; } = Parse("General");

    /// <summary>Formats that have a number instead of a text.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        1 => Parse("0"),
        2 => Parse("0.00"),
        3 => Parse("#,##0"),
        4 => Parse("#,##0.00"),
        9 => Parse("0%"),
        10 => Parse("0.00%"),
        11 or 48 => Parse("0.00E+00"),
        12 or 13 => Parse("# ?/?"),
        37 or 38 => Parse("#,##0_);(#,##0)"),
        39 or 40 => Parse("#,##0.00_);(#,##0.00)"),
        41 or 42 => Parse("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"),
        43 or 44 => Parse("_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"),
        17 or 55 => Parse("yyyy-mm"),
        14 or 15 or 16 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => Parse("yyyy-mm-dd"),
        22 or (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 56 => Parse("yyyy-mm-dd hh:mm"),
        _ => General,
    };

    /// <summary>Reads a format such as <c>#,##0.00</c>, <c>[&lt;10]0.00;0.0</c>, <c>0.0%</c>, <c>yyyy-mm-dd</c>.</summary>
    /// <param name="code">The whole format, its sections parted by semicolons.</param>
    public static NumberFormat Parse(string code) =>
        new([.. Split(code.Length <= MaxLength ? code : "General").Take(4).Select(FormatSection.Parse)]);

    /// <summary>The section that applies to a number, and whether it shows the sign of a negative one by itself.</summary>
    public (FormatSection Section, bool IsOfNegatives) SectionOf(double value)
    {
        // A fourth section, or one with @, is of text.
        var sections = _sections.Where((s, i) => i < 3 && !(i > 0 && s.Kind == FormatSection.Shows.Text)).ToArray();
        if (sections.Length <= 1)
        {
            return (sections.Length == 0 ? _sections[0] : sections[0], false);
        }

        if (sections[0].Condition is null && sections.ElementAtOrDefault(1)?.Condition is null)
        {
            return value < 0 ? (sections[1], true) : value > 0 || sections.Length == 2 ? (sections[0], false) : (sections[2], false);
        }

        for (var i = 0; i < sections.Length; i++)
        {
            var isLast = i == sections.Length - 1;
            var applies = sections[i].Condition is { } condition ? condition.Holds(value) : isLast || (i == 0 ? value > 0 : value < 0);
            if (applies)
            {
                // With a condition of negative numbers alone the section stands for their sign, as the second one does.
                return (sections[i], sections[i].Condition is { IsOfNegatives: true } || (sections[i].Condition is null && i == 1 && !isLast));
            }
        }

        return (sections[^1], false);
    }

    private static IEnumerable<string> Split(string code)
    {
        var section = new StringBuilder();
        for (var i = 0; i < code.Length; i++)
        {
            var end = code[i] switch
            {
                '"' => code.IndexOf('"', i + 1),
                '[' => code.IndexOf(']', i),
                '\\' or '!' or '_' or '*' => Math.Min(i + 1, code.Length - 1),
                _ => i,
            };
            if (end == i && code[i] == ';')
            {
                yield return section.ToString();
                section.Clear();
                continue;
            }

            end = end < 0 ? code.Length - 1 : end;
            section.Append(code, i, end - i + 1);
            i = end;
        }

        yield return section.ToString();
    }

    /// <summary>
    /// A number as a double holds it, without the noise of its binary form: of fifteen digits, those behind a long run of
    /// noughts or nines are none of the number (11.4999999999854 is 11.5).
    /// </summary>
    public static decimal? Exact(double value)
    {
        if (!decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var digits = Math.Abs(number).ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        if (digits.Length < 14 || number.Scale == 0)
        {
            return number;
        }

        for (var tail = 1; tail <= 5; tail++)
        {
            var end = digits.Length - tail;
            var run = digits[end - 1] is '0' or '9' ? digits[..end].Length - digits[..end].TrimEnd(digits[end - 1]).Length : 0;
            if (run >= 6 && number.Scale >= tail + run)
            {
                return decimal.Round(number, number.Scale - tail - run, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
            }
        }

        return number;
    }
}
