using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Time;

/// <summary>A quarter of a year: 2026-Q3.</summary>
public readonly record struct Quarter
{
    private const string Digits = "一二三四";

    /// <param name="year">1–9999.</param>
    /// <param name="number">1–4.</param>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        (Year, Number) = (year, number);
    }

    public int Year { get; }

    /// <summary>1–4.</summary>
    public int Number { get; }

    /// <summary>2026-Q3.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Number}");

    public DateOnly LastDay => new(Year, 3 * Number, DateTime.DaysInMonth(Year, 3 * Number));

    public Quarter Next => Number == 4 ? new(Year + 1, 1) : new(Year, Number + 1);

    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    /// <summary>The quarter of a code; null when it is none.</summary>
    public static Quarter? Parse(string? code) =>
        code is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '-', 'Q', >= '1' and <= '4'] && code[..4] != "0000"
            ? new(int.Parse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), code[6] - '0')
            : null;

    /// <summary>The quarter that a day lies in.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>2026年三季度; 2026 Q3.</summary>
    public string Name(bool english) => english
        ? string.Create(CultureInfo.InvariantCulture, $"{Year} Q{Number}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year}年{Digits[Number - 1]}季度");

    public override string ToString() => Code;
}
