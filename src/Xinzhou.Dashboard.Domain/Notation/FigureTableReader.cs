using System.Globalization;
using System.Text;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Reads the figures of a table in the import format (CONTRACTS, 2). A pure function of the table and the options.</summary>
public sealed class FigureTableReader
{
    private const int LongestName = 200;

    /// <summary>In bytes of UTF-8: a source is found by an index, whose entries are bounded.</summary>
    private const int LongestSource = 2000;
    private const string Ditto = "同上";

    private readonly ReadingOptions _options;
    private readonly TableCells _cells;
    private readonly NameResolver _names;
    private readonly DateOnly _today;
    private readonly HashSet<(int Line, string Column)> _faultyCells;
    private readonly List<Fault> _faults = [];
    private readonly List<FigureDraft> _figures = [];

    // A file repeats its periods, sources and vintages thousands of times: each is read once.
    private readonly Dictionary<(string, Basis), (Period? Period, Wrong? Wrong)> _periods = [];
    private readonly Dictionary<string, SourceText> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VintageText> _vintages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lastQuotes = new(StringComparer.Ordinal);
    private readonly Dictionary<(FigureKey, DateTimeOffset), FigureDraft> _stated = [];

    private FigureTableReader(SourceTable table, ReadingOptions options)
    {
        _options = options;
        _today = Shanghai.DayOf(options.Now);
        _faultyCells = table.Faults.Select(f => (f.Line, f.Column)).ToHashSet();
        _cells = new(table);
        _names = new(table, _cells, options.Catalogue, options.Create);
    }

    /// <summary>Reads all figures; every fault there is, is found.</summary>
    public static FigureReading Read(SourceTable table, ReadingOptions options)
    {
        if (table.Columns.Count == 0)
        {
            return new() { Rows = 0, Figures = [], Faults = table.Faults };
        }

        var reader = new FigureTableReader(table, options);
        if (reader._cells.Faults.Count > 0)
        {
            // Without its columns no row can be judged.
            return new()
            {
                Rows = table.Rows.Count,
                Figures = [],
                Faults = [.. table.Faults.Concat(reader._cells.Faults).OrderBy(f => f.Line)],
                Notices = reader._cells.Notices,
            };
        }

        foreach (var row in table.Rows)
        {
            reader.Read(row);
        }

        return new()
        {
            Rows = table.Rows.Count,
            Figures = reader._figures,
            Faults = [.. table.Faults.Concat(reader._faults).OrderBy(f => f.Line)],
            Notices = reader._cells.Notices,
            NewIndicators = [.. reader._names.NewIndicators],
            NewUnits = [.. reader._names.NewUnits],
        };
    }

    private void Read(SourceRow row)
    {
        var before = _faults.Count;
        var hasFaultyCell = _faultyCells.Count > 0 && ImportColumns.All.Any(c => _faultyCells.Contains((row.Line, c)));
        var basis = BasisOf(row);
        var indicator = IndicatorOf(row, basis, out var name);
        var unit = UnitOf(row);
        var source = SourceOf(row);
        var kind = KindOf(row, basis);
        var period = PeriodOf(row, basis, kind);
        var details = DetailsOf(row);
        var (value, yoy) = (NumberOf(row, ImportColumns.Value), NumberOf(row, ImportColumns.Yoy));
        if (basis is { } known)
        {
            CheckFields(row, known, name, indicator);
        }

        if (hasFaultyCell || _faults.Count > before || basis is null || indicator is null || unit is null || source is null || kind is null || period is null)
        {
            return;
        }

        var vintage = VintageOf(row);
        var (knownFrom, knownFromBasis) = KnownFromRule.Of(details.Published, vintage, source, _options.Published, _options.Now);
        var draft = new FigureDraft
        {
            Line = row.Line,
            Column = ImportColumns.Value,
            Indicator = indicator,
            Unit = unit,
            Measure = Measure.Qualitative,
            Scope = _cells.Text(row, ImportColumns.Scope),
            Period = period,
            PeriodLabel = TextOrNull(row, ImportColumns.Label),
            YearInferred = details.YearInferred,
            Kind = kind.Value,
            Statement = default,
            Vintage = vintage,
            StatedPriceBasis = details.PriceBasis,
            KnownFrom = knownFrom,
            KnownFromBasis = details.KnownBasis ?? knownFromBasis,
            Source = source,
            Reliability = source.Reliability(vintage, _options.ReliabilityOfHosts),
            Quote = QuoteOf(row, source),
            Note = TextOrNull(row, ImportColumns.Note),
        };

        if (basis == Basis.Qualitative)
        {
            var text = TextOrNull(row, ImportColumns.Text) ?? draft.Quote;
            Add(draft with { Column = ImportColumns.Text, Statement = new(null, "", Comparator.Equal, text) });
            return;
        }

        if (value is { } number && basis.Value.MeasureOfValue(name.Suffix, indicator.Type) is { } measure)
        {
            Add(draft with
            {
                Measure = measure,
                Benchmark = measure == Measure.Gap ? name.Benchmark : null,
                Statement = new(
                    name.Suffix == NameSuffix.Below && number != 0 ? -number : number,
                    measure == Measure.Level ? _cells.UomOf(row) : measure == Measure.Gap ? Uoms.PercentagePoint : Uoms.Percent,
                    details.Comparator,
                    null),
            });
        }

        if (yoy is { } growth && basis.Value.MeasureOfYoy(period.Kind) is { } growthMeasure)
        {
            // A comparator bounds the row's value; it bounds the growth only where that stands alone.
            Add(draft with
            {
                Column = ImportColumns.Yoy,
                Measure = growthMeasure,
                Statement = new(growth, Uoms.Percent, value is null ? details.Comparator : Comparator.Equal, null),
            });
        }
    }

    /// <summary>Adds a figure unless an earlier line gives the same one another value; lines that agree are both kept and counted.</summary>
    private void Add(FigureDraft draft)
    {
        var key = (draft.Key, draft.KnownFrom);
        if (_stated.TryGetValue(key, out var earlier) && !earlier.Statement.Agrees(draft.Statement))
        {
            Wrong(draft.Line, draft.Column, draft.Statement.ToString(), new(FaultReason.Duplicate, $"{earlier.Line}", earlier.Statement.ToString()));
            return;
        }

        _stated.TryAdd(key, draft);
        _figures.Add(draft);
    }

    private Basis? BasisOf(SourceRow row)
    {
        var basis = _cells.BasisOf(row);
        if (basis is null)
        {
            Wrong(row, ImportColumns.Basis, new(FaultReason.UnknownBasis, string.Join(", ", Code.All<Basis>())));
        }

        return basis;
    }

    private Indicator? IndicatorOf(SourceRow row, Basis? basis, out IndicatorText name)
    {
        CheckLength(row, ImportColumns.Indicator, LongestName);
        var indicator = _names.Indicator(_cells.Text(row, ImportColumns.Indicator), out name);
        if (indicator is null)
        {
            Wrong(row, ImportColumns.Indicator, name.IsCut
                ? new(FaultReason.UnknownBase, name.Name)
                : new(FaultReason.UnknownIndicator));
        }

        if (basis == Basis.Gap && !name.IsGap)
        {
            Wrong(row, ImportColumns.Indicator, new(FaultReason.GapWithoutBenchmark));
        }
        else if (name.IsGap && basis is { } other and not (Basis.Gap or Basis.Forecast or Basis.Target))
        {
            Wrong(row, ImportColumns.Indicator, new(FaultReason.BenchmarkWithoutGap, Code.Of(other)));
        }

        return indicator;
    }

    private StatisticalUnit? UnitOf(SourceRow row)
    {
        CheckLength(row, ImportColumns.Region, LongestName);
        var unit = _names.Unit(_cells.Text(row, ImportColumns.Region));
        if (unit is null)
        {
            Wrong(row, ImportColumns.Region, new(FaultReason.UnknownUnit));
        }

        return unit;
    }

    private SourceText? SourceOf(SourceRow row)
    {
        var text = _cells.Text(row, ImportColumns.Source);
        if (Encoding.UTF8.GetByteCount(text) > LongestSource)
        {
            Wrong(row, ImportColumns.Source, new(FaultReason.TooManyBytes, $"{LongestSource}"));
        }

        if (text.Length == 0)
        {
            Wrong(row, ImportColumns.Source, new(FaultReason.NoSource));
            return null;
        }

        if (!_sources.TryGetValue(text, out var source))
        {
            _sources[text] = source = SourceText.Read(text);
        }

        return source;
    }

    private VintageText VintageOf(SourceRow row)
    {
        var text = _cells.Text(row, ImportColumns.Vintage);
        if (!_vintages.TryGetValue(text, out var vintage))
        {
            _vintages[text] = vintage = VintageText.Read(text);
        }

        return vintage;
    }

    private ValueKind? KindOf(SourceRow row, Basis? basis)
    {
        var text = _cells.Text(row, ImportColumns.Kind);
        if (text.Length == 0)
        {
            return basis?.Kind();
        }

        if (!Code.TryParse<ValueKind>(text, out var kind))
        {
            Wrong(row, ImportColumns.Kind, new(FaultReason.UnknownKind, string.Join(", ", Code.All<ValueKind>())));
            return null;
        }

        if (basis is Basis.Forecast or Basis.Target && kind != basis.Value.Kind())
        {
            Wrong(row, ImportColumns.Kind, new(FaultReason.OtherKind, Code.Of(basis.Value)));
            return null;
        }

        return kind;
    }

    private Period? PeriodOf(SourceRow row, Basis? basis, ValueKind? kind)
    {
        if (basis is not { } known)
        {
            return null;
        }

        var text = _cells.Text(row, ImportColumns.Period);
        if (!_periods.TryGetValue((text, known), out var read))
        {
            var parsed = PeriodNotation.Read(text, known, out var wrong);
            _periods[(text, known)] = read = (parsed, wrong);
        }

        if (read.Wrong is not null)
        {
            Wrong(row, ImportColumns.Period, read.Wrong);
        }
        else if (kind == ValueKind.Actual && (read.Period!.IsBareYear ? read.Period.Start : read.Period.End) > _today)
        {
            Wrong(row, ImportColumns.Period, new(FaultReason.FutureActual, _today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return read.Period;
    }

    private decimal? NumberOf(SourceRow row, string column)
    {
        var text = _cells.Text(row, column);
        if (text.Length == 0)
        {
            return null;
        }

        var number = NumberNotation.Read(text, out var wrong);
        if (wrong is not null)
        {
            Wrong(row, column, wrong);
        }

        return number;
    }

    /// <summary>Which fields the basis wants filled, which empty, and in which unit.</summary>
    private void CheckFields(SourceRow row, Basis basis, IndicatorText name, Indicator? indicator)
    {
        var (hasValue, hasYoy) = (Has(row, ImportColumns.Value), Has(row, ImportColumns.Yoy));
        if (basis == Basis.Qualitative)
        {
            foreach (var column in new[] { ImportColumns.Value, ImportColumns.Yoy }.Where(c => Has(row, c)))
            {
                Wrong(row, column, new(FaultReason.NumberNotEmpty));
            }

            if (!Has(row, ImportColumns.Text) && !Has(row, ImportColumns.Quote))
            {
                Wrong(row, ImportColumns.Text, new(FaultReason.NoText));
            }

            return;
        }

        if (!hasValue && !hasYoy)
        {
            Wrong(row, ImportColumns.Value, new(FaultReason.NoNumber));
        }

        if (Has(row, ImportColumns.Text))
        {
            Wrong(row, ImportColumns.Text, new(FaultReason.TextNotEmpty, Code.Of(basis)));
        }

        var measure = basis.MeasureOfValue(name.Suffix, indicator?.Type ?? IndicatorType.Flow);
        if (hasValue && measure is null)
        {
            Wrong(row, ImportColumns.Value, new(FaultReason.ValueNotEmpty, Code.Of(basis)));
        }

        if (hasYoy && basis.MeasureOfYoy(PeriodKind.Year) is null)
        {
            Wrong(row, ImportColumns.Yoy, new(FaultReason.YoyNotEmpty, Code.Of(basis)));
        }

        var uom = _cells.UomOf(row);
        if (hasValue && measure == Measure.Gap && uom != Uoms.PercentagePoint)
        {
            Wrong(row, ImportColumns.Unit, new(FaultReason.GapUnit));
        }
        else if (hasValue && measure is Measure.Share or Measure.Qoq or Measure.AvgGrowth && uom is not ("" or Uoms.Percent))
        {
            Wrong(row, ImportColumns.Unit, new(FaultReason.PercentUnit, Code.Of(basis)));
        }
    }

    private Details DetailsOf(SourceRow row)
    {
        CheckLength(row, ImportColumns.Unit, LongestName);
        CheckLength(row, ImportColumns.Scope, LongestName);
        CheckLength(row, ImportColumns.Label, LongestName);
        CheckLength(row, ImportColumns.Vintage, LongestName);

        var published = Read(row, ImportColumns.Published, DateNotation.Read, FaultReason.NotADate);
        var yearInferred = Read(row, ImportColumns.YearInferred, Boolean, FaultReason.NotABoolean);
        var comparator = Read<Comparator>(
            row, ImportColumns.Comparator, t => Comparators.TryParse(t, out var c) ? c : null, FaultReason.UnknownComparator);
        var knownBasis = Read<KnownFromBasis>(
            row,
            ImportColumns.KnownBasis,
            t => Code.TryParse<KnownFromBasis>(t, out var b) ? b : null,
            FaultReason.UnknownKnownBasis,
            string.Join(", ", Code.All<KnownFromBasis>()));
        PriceBasis? priceBasis = _cells.Text(row, ImportColumns.PriceBasis) == "unstated"
            ? null
            : Read<PriceBasis>(
                row,
                ImportColumns.PriceBasis,
                t => Code.TryParse<PriceBasis>(t, out var b) ? b : null,
                FaultReason.UnknownPriceBasis);
        return new(published, yearInferred ?? false, comparator ?? Comparator.Equal, knownBasis, priceBasis);
    }

    /// <summary>An optional field; null when it is empty or, with a fault, when it cannot be read.</summary>
    private T? Read<T>(SourceRow row, string column, Func<string, T?> parse, FaultReason reason, params string[] arguments)
        where T : struct
    {
        var text = _cells.Text(row, column);
        if (text.Length == 0)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Wrong(row, column, new(reason, arguments));
        }

        return value;
    }

    private static bool? Boolean(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    /// <summary>The quote; 同上 is the nearest above with the same source, and nothing where there is none.</summary>
    private string? QuoteOf(SourceRow row, SourceText source)
    {
        var quote = TextOrNull(row, ImportColumns.Quote);
        if (quote == Ditto)
        {
            return _lastQuotes.GetValueOrDefault(source.Identity);
        }

        if (quote is not null)
        {
            _lastQuotes[source.Identity] = quote;
        }

        return quote;
    }

    private bool Has(SourceRow row, string column) => _cells.Text(row, column).Length > 0;

    private string? TextOrNull(SourceRow row, string column) =>
        _cells.Text(row, column) is { Length: > 0 } text ? text : null;

    private void CheckLength(SourceRow row, string column, int longest)
    {
        if (_cells.Text(row, column).Length > longest)
        {
            Wrong(row, column, new(FaultReason.NameTooLong, $"{longest}"));
        }
    }

    private void Wrong(SourceRow row, string column, Wrong wrong) => Wrong(row.Line, column, _cells.Text(row, column), wrong);

    /// <summary>What is wrong with a cell as such has been said already; what it would mean is then no further fault.</summary>
    private void Wrong(int line, string column, string found, Wrong wrong)
    {
        if (!_faultyCells.Contains((line, column)))
        {
            _faults.Add(Fault.Of(line, column, found, wrong));
        }
    }

    private readonly record struct Details(
        DateTimeOffset? Published,
        bool YearInferred,
        Comparator Comparator,
        KnownFromBasis? KnownBasis,
        PriceBasis? PriceBasis);
}
