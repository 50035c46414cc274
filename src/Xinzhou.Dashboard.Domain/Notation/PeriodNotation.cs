using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Periods as the import format and the API write them (CONTRACTS, 2, Period).</summary>
public static class PeriodNotation
{
    private const string UnstatedText = "UNSTATED";

    /// <summary>Reads a period under a basis; null and what is wrong when it is none, or not one under this basis.</summary>
    public static Period? Read(string text, Basis basis, out Wrong? wrong)
    {
        if (Parse(text, out wrong) is not { } written)
        {
            return null;
        }

        switch (written.Form)
        {
            case Form.Quarter or Form.Month when written.Number > 1 && basis.RefusesSingles():
                wrong = new(FaultReason.SingleUnderBasis, Code.Of(basis));
                return null;
            case Form.Ytd or Form.FullYear when basis.IsSingle():
                wrong = new(FaultReason.YtdUnderBasis, Code.Of(basis));
                return null;
            default:
                return written.Period(single: written.Number > 1 || basis.IsSingle(), fullYear: basis.ReadsBareYearAsFull());
        }
    }

    /// <summary>The canonical code of a period written without a basis (a filter of the API): 2023-M01-06 is 2023-H1.</summary>
    /// <returns>False when the text is no period; the empty text is <c>UNSTATED</c>.</returns>
    public static bool TryParseCode(string text, out string code)
    {
        code = Parse(text, out _)?.Period(single: false, fullYear: false).Code ?? "";
        return code.Length > 0;
    }

    private static Written? Parse(string text, out Wrong? wrong)
    {
        wrong = null;
        var written = text switch
        {
            "" or UnstatedText => new(Form.Unstated),
            { Length: 4 } when Year(text) is { } year => new(Form.BareYear, year),
            { Length: >= 7 } when text[4] == '-' && Year(text) is { } year => Parse(year, text.AsSpan(5), ref wrong),
            _ => default(Written?),
        };
        if (written is null)
        {
            wrong ??= new(FaultReason.NotAPeriod);
        }

        return written;
    }

    private static Written? Parse(int year, ReadOnlySpan<char> rest, ref Wrong? wrong)
    {
        switch (rest)
        {
            case "FY":
                return new(Form.FullYear, year);
            case "H1":
                return new(Form.Ytd, year, 6);
            case "9M":
                return new(Form.Ytd, year, 9);
            case ['Q', >= '1' and <= '4' and var quarter]:
                return new(Form.Quarter, year, quarter - '0');
            case ['M', _, _] when Digits(rest[1..]) is { } month:
                if (month is >= 1 and <= 12)
                {
                    return new(Form.Month, year, month);
                }

                wrong = new(FaultReason.MonthOfPeriod, $"{year:D4}-M01", $"{year:D4}-M12");
                return null;
            case ['M', '0', '1', '-', _, _] when Digits(rest[4..]) is { } last:
                if (last is >= 2 and <= 12)
                {
                    return last == 12 ? new(Form.FullYear, year) : new(Form.Ytd, year, last);
                }

                wrong = last == 1
                    ? new(FaultReason.FirstMonthAlone, $"{year:D4}-M01")
                    : new(FaultReason.MonthOfPeriod, $"{year:D4}-M01-02", $"{year:D4}-M01-12");
                return null;
            case { Length: 4 } when Digits(rest) is { } end and > 0:
                if (year < end)
                {
                    return new(Form.Span, year, end);
                }

                wrong = new(FaultReason.SpanOrder, year == end ? $"{year:D4}" : $"{end:D4}-{year:D4}");
                return null;
            case [_, _, '-', _, _] when Digits(rest[..2]) is { } month and >= 1 and <= 12
                    && Digits(rest[3..]) is { } day && day >= 1 && day <= DateTime.DaysInMonth(year, month):
                return new(Form.Point, year, (month * 100) + day);
            default:
                return null;
        }
    }

    private static int? Year(ReadOnlySpan<char> text) => Digits(text[..4]) is { } year and > 0 ? year : null;

    private static int? Digits(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9') ? null : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private enum Form
    {
        Unstated,
        BareYear,
        FullYear,
        Ytd,
        Quarter,
        Month,
        Point,
        Span,
    }

    /// <summary>A period as written, before the basis has said what Q1, M01 and a bare year are.</summary>
    /// <param name="Form">How it is written.</param>
    /// <param name="Year">The (first) year.</param>
    /// <param name="Number">The quarter, month, last month of a year-to-date, month and day of a point, or last year of a span.</param>
    private readonly record struct Written(Form Form, int Year = 0, int Number = 0)
    {
        public Period Period(bool single, bool fullYear) => Form switch
        {
            Form.BareYear => fullYear ? Indicators.Period.FullYear(Year) : Indicators.Period.BareYear(Year),
            Form.FullYear => Indicators.Period.FullYear(Year),
            Form.Ytd => Indicators.Period.Ytd(Year, Number),
            Form.Quarter => single || Number > 1 ? Indicators.Period.Quarter(Year, Number) : Indicators.Period.Ytd(Year, 3),
            Form.Month => single || Number > 1 ? Indicators.Period.Month(Year, Number) : Indicators.Period.Ytd(Year, 1),
            Form.Point => Indicators.Period.Point(new(Year, Number / 100, Number % 100)),
            Form.Span => Indicators.Period.Span(Year, Number),
            _ => Indicators.Period.Unstated,
        };
    }
}
