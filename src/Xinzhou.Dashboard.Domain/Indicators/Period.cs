using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The period a figure speaks of. Its identity is code and kind; the constructors are the only way to make one,
/// so that a period always carries its canonical code (2023-M01-06 is 2023-H1).
/// </summary>
public sealed record Period
{
    private const int FirstKept = 1949;
    private const int LastKept = 2099;

    private static readonly Period?[] KeptYtds = new Period?[(LastKept - FirstKept + 1) * 12];

    private Period(string code, PeriodKind kind, DateOnly? start, DateOnly? end) =>
        (Code, Kind, Start, End) = (code, kind, start, end);

    /// <summary>The canonical code of the import format: 2023-H1, 2023-M05, 2023-07-31, 2021-2025, UNSTATED.</summary>
    public string Code { get; }
    public PeriodKind Kind { get; }

    /// <summary>The first day; null when unstated.</summary>
    public DateOnly? Start { get; }

    /// <summary>The last day, or the day of a point in time; null when unstated.</summary>
    public DateOnly? End { get; }

    /// <summary>True for a bare year: the date within it is not stated.</summary>
    public bool IsBareYear => Kind == PeriodKind.Year && Code.Length == 4;

    /// <summary>The month a year-to-date value reaches: 1–12; null for all but year-to-date and full years.</summary>
    public int? YtdMonth => Kind switch
    {
        PeriodKind.Ytd => End!.Value.Month,
        PeriodKind.Year when !IsBareYear => 12,
        _ => null,
    };

    public static Period Unstated { get; } = new("UNSTATED", PeriodKind.Unstated, null, null);

    /// <summary>January to a month; to December it is the full year.</summary>
    /// <param name="year">1–9999.</param>
    /// <param name="month">1–12.</param>
    public static Period Ytd(int year, int month)
    {
        // Rules ask for the months before another of every figure.
        var place = (year - FirstKept) * 12 + month - 1;
        return month is < 1 or > 12 || (uint)place >= KeptYtds.Length ? NewYtd(year, month) : KeptYtds[place] ??= NewYtd(year, month);
    }

    private static Period NewYtd(int year, int month) => month == 12
        ? FullYear(year)
        : new(month switch
        {
            1 => Invariant($"{year:D4}-M01"),
            3 => Invariant($"{year:D4}-Q1"),
            6 => Invariant($"{year:D4}-H1"),
            9 => Invariant($"{year:D4}-9M"),
            _ => Invariant($"{year:D4}-M01-{month:D2}"),
        }, PeriodKind.Ytd, new(year, 1, 1), LastDay(year, month));

    /// <summary>A single quarter.</summary>
    /// <param name="year">1–9999.</param>
    /// <param name="quarter">1–4.</param>
    public static Period Quarter(int year, int quarter) =>
        new(Invariant($"{year:D4}-Q{quarter}"), PeriodKind.Quarter, new(year, 3 * quarter - 2, 1), LastDay(year, 3 * quarter));

    /// <summary>A single month.</summary>
    public static Period Month(int year, int month) =>
        new(Invariant($"{year:D4}-M{month:D2}"), PeriodKind.Month, new(year, month, 1), LastDay(year, month));

    /// <summary>全年.</summary>
    public static Period FullYear(int year) =>
        new(Invariant($"{year:D4}-FY"), PeriodKind.Year, new(year, 1, 1), new(year, 12, 31));

    /// <summary>A year, the date within it not stated.</summary>
    public static Period BareYear(int year) =>
        new(Invariant($"{year:D4}"), PeriodKind.Year, new(year, 1, 1), new(year, 12, 31));

    public static Period Point(DateOnly day) =>
        new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PeriodKind.Point, day, day);

    /// <summary>Several years, both included; the first before the last.</summary>
    public static Period Span(int first, int last) =>
        new(Invariant($"{first:D4}-{last:D4}"), PeriodKind.Span, new(first, 1, 1), new(last, 12, 31));

    /// <summary>The period of a canonical code and kind, as they are stored.</summary>
    /// <exception cref="FormatException">The code is not canonical for the kind.</exception>
    public static Period FromCode(string code, PeriodKind kind)
    {
        ArgumentNullException.ThrowIfNull(code);
        try
        {
            var period = kind switch
            {
                PeriodKind.Ytd => Ytd(Number(0, 4), code[5..] switch
                {
                    "M01" => 1,
                    "Q1" => 3,
                    "H1" => 6,
                    "9M" => 9,
                    _ => Number(9, 2),
                }),
                PeriodKind.Quarter => Quarter(Number(0, 4), Number(6, 1)),
                PeriodKind.Month => Month(Number(0, 4), Number(6, 2)),
                PeriodKind.Year => code.Length == 4 ? BareYear(Number(0, 4)) : FullYear(Number(0, 4)),
                PeriodKind.Point => Point(new(Number(0, 4), Number(5, 2), Number(8, 2))),
                PeriodKind.Span => Span(Number(0, 4), Number(5, 4)),
                _ => Unstated,
            };
            return period.Code == code ? period : throw new FormatException($"'{code}' is no canonical code of a {Domain.Code.Of(kind)} period.");
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new FormatException($"'{code}' is no code of a {Domain.Code.Of(kind)} period.", exception);
        }

        int Number(int start, int length) => int.Parse(code.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>The same period one year (or span length) earlier in its own kind; null when unstated or a span.</summary>
    public Period? YearBefore => (Kind, Start) switch
    {
        (PeriodKind.Unstated or PeriodKind.Span, _) or (_, null) => null,
        (_, { Year: 1 }) => null,
        (PeriodKind.Ytd, { } s) => Ytd(s.Year - 1, End!.Value.Month),
        (PeriodKind.Quarter, { } s) => Quarter(s.Year - 1, (s.Month + 2) / 3),
        (PeriodKind.Month, { } s) => Month(s.Year - 1, s.Month),
        (PeriodKind.Point, { } s) => Point(s.AddYears(-1)),
        (_, { } s) => IsBareYear ? BareYear(s.Year - 1) : FullYear(s.Year - 1),
    };

    public bool Equals(Period? other) => other is not null && Code == other.Code && Kind == other.Kind;

    public override int GetHashCode() => HashCode.Combine(Code, Kind);

    public override string ToString() => $"{Code}/{Domain.Code.Of(Kind)}";

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
