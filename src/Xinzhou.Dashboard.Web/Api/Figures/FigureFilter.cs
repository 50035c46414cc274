using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>Which figures are asked for; null lets all through.</summary>
public sealed record FigureFilter
{
    internal static readonly Parameter Period = new("period", "The code of a period, as the import format writes it.")
    { Repeatable = true, Example = "2023-H1", IsFilter = true };

    internal static readonly Parameter PeriodKind = new("periodKind", "The kind of a period.")
    { Repeatable = true, Allowed = Code.All<PeriodKind>(), IsFilter = true };

    internal static readonly Parameter Kind = new("kind", "What kind of statement: the kinds are never mixed.")
    { Repeatable = true, Allowed = Code.All<ValueKind>(), IsFilter = true };

    internal static readonly Parameter PriceBasis = new("priceBasis", "The prices that it is expressed in: real (constant) and nominal (current) growth are two figures.")
    { Repeatable = true, Allowed = [.. Code.All<PriceBasis>(), FigureItem.Unstated], IsFilter = true };

    internal static readonly Parameter From = new("from", "Only periods that start on this day (YYYY-MM-DD) or later.")
    { Example = "2020-01-01", IsFilter = true };

    internal static readonly Parameter To = new("to", "Only periods that end on this day (YYYY-MM-DD) or earlier.")
    { Example = "2025-12-31", IsFilter = true };

    internal static readonly Parameter Vintages = new("vintages",
        "All figures known, each with whether it is the preferred one; without it one per series, scope, price basis, period and kind.")
    { Allowed = ["true", "false"], Default = "false", IsFilter = true };

    internal static readonly Parameter Derived = new("derived",
        "Adds single quarters computed from year-to-date levels of flows (Q1 = Y1, Qn = Yn − Yn₋₁), marked derived.")
    { Allowed = ["true", "false"], Default = "false", IsFilter = true };

    /// <summary>All parameters but those that choose the series.</summary>
    internal static readonly IReadOnlyList<Parameter> OfPeriods = [PriceBasis, Period, PeriodKind, Kind, From, To, Vintages, Derived];

    public required SeriesFilter Series { get; init; }
    public HashSet<string>? PeriodCodes { get; init; }
    public HashSet<PeriodKind>? PeriodKinds { get; init; }
    public HashSet<ValueKind>? Kinds { get; init; }

    /// <summary>Codes, and <see cref="FigureItem.Unstated"/>.</summary>
    public HashSet<string>? PriceBases { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }

    /// <summary>All known figures, not only those shown.</summary>
    public bool AllVintages { get; init; }

    /// <summary>Derived quarters too.</summary>
    public bool WithDerived { get; init; }

    /// <summary>True where of each series that is asked for all shown figures are, and no others.</summary>
    public bool IsOfSeries => !AllVintages && !WithDerived
        && (PeriodCodes, PeriodKinds, Kinds, PriceBases, Start, End) is (null, null, null, null, null, null);

    /// <summary>Reads the parameters about periods and kinds.</summary>
    public static FigureFilter Read(ReadRequest request, IStringLocalizer<ApiText> text, SeriesFilter series)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(text);
        var query = request.Query;
        return new()
        {
            Series = series,
            PeriodCodes = ReadPeriods(query, text["Expected.Period"].Value),
            PeriodKinds = query.Codes<PeriodKind>(PeriodKind),
            Kinds = query.Codes<ValueKind>(Kind),
            PriceBases = ReadPriceBases(query),
            Start = ReadDay(query, From),
            End = ReadDay(query, To),
            AllVintages = query.Flag(Vintages),
            WithDerived = query.Flag(Derived),
        };
    }

    public bool Accepts(Period period, ValueKind kind, PriceBasis? priceBasis)
    {
        ArgumentNullException.ThrowIfNull(period);
        return PriceBases?.Contains(FigureItem.Written(priceBasis)) != false
            && PeriodCodes?.Contains(period.Code) != false
            && PeriodKinds?.Contains(period.Kind) != false
            && Kinds?.Contains(kind) != false
            && (Start is null || period.Start >= Start)
            && (End is null || period.End <= End);
    }

    private static HashSet<string>? ReadPriceBases(QueryReader query)
    {
        HashSet<string>? codes = null;
        foreach (var text in query.Many(PriceBasis))
        {
            codes ??= new(StringComparer.Ordinal);
            if (PriceBasis.Allowed!.Contains(text))
            {
                codes.Add(text);
            }
            else
            {
                query.Fault(PriceBasis.Name, ProblemCode.InvalidValue, text, QueryReader.Choices(PriceBasis.Allowed!));
            }
        }

        return codes;
    }

    private static HashSet<string>? ReadPeriods(QueryReader query, string expected)
    {
        HashSet<string>? codes = null;
        foreach (var text in query.Many(Period))
        {
            codes ??= new(StringComparer.Ordinal);
            // In a file an empty field says that the period is not stated; in an address it says nothing.
            if (text.Length > 0 && Figures.PeriodCodes.Read(text) is { } read)
            {
                codes.UnionWith(read);
            }
            else
            {
                query.Fault(Period.Name, ProblemCode.InvalidPeriod, text, expected);
            }
        }

        return codes;
    }

    private static DateOnly? ReadDay(QueryReader query, Parameter parameter)
    {
        if (query.One(parameter) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        query.Fault(parameter.Name, ProblemCode.InvalidDate, text, "YYYY-MM-DD");
        return null;
    }
}
