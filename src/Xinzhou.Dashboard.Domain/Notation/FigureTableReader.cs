using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation.Rows;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// Reads the figures of a table in the import format (CONTRACTS, 2). A pure function of the table and the options. The
/// fields are read by the parts in Rows, one for each thing that a row says.
/// </summary>
public sealed class FigureTableReader
{
    private readonly ReadingOptions _options;
    private readonly TableCells _cells;
    private readonly FaultList _faults;
    private readonly NameResolver _names;
    private readonly SubjectFields _subjects;
    private readonly PeriodFields _periods;
    private readonly SourceFields _sources = new();
    private readonly StatedFigures _figures;

    private FigureTableReader(SourceTable table, TableCells cells, ReadingOptions options)
    {
        _options = options;
        _cells = cells;
        _faults = new(table.Faults);
        _names = new(table, cells, options.Catalogue, options.Create);
        _subjects = new(_names);
        _periods = new(Shanghai.DayOf(options.Now));
        _figures = new(_faults);
    }

    /// <summary>Reads all figures; every fault there is, is found.</summary>
    public static FigureReading Read(SourceTable table, ReadingOptions options)
    {
        if (table.Columns.Count == 0)
        {
            return new() { Rows = 0, Figures = [], Faults = table.Faults };
        }

        var cells = new TableCells(table);
        if (cells.Faults.Count > 0)
        {
            // Without its columns no row can be judged.
            return new()
            {
                Rows = table.Rows.Count,
                Figures = [],
                Faults = [.. table.Faults.Concat(cells.Faults).OrderBy(f => f.Line)],
                Warnings = [.. table.Warnings, .. cells.Warnings],
            };
        }

        var reader = new FigureTableReader(table, cells, options);
        foreach (var row in table.Rows)
        {
            reader.Read(row);
        }

        return new()
        {
            Rows = table.Rows.Count,
            Figures = reader._figures.All,
            Faults = reader._faults.ByLine(),
            Warnings = [.. table.Warnings, .. cells.Warnings, .. cells.EmptyWords(table), .. reader._names.Remarks],
            NewIndicators = [.. reader._names.NewIndicators],
            NewUnits = [.. reader._names.NewUnits],
        };
    }

    private void Read(SourceRow source)
    {
        var before = _faults.Count;
        var row = new RowFields(_cells, source, _faults);
        var basis = SubjectFields.BasisOf(row);
        var indicator = _subjects.IndicatorOf(row, basis, out var name);
        var unit = _subjects.UnitOf(row);
        var citation = _sources.SourceOf(row);
        var kind = PeriodFields.KindOf(row, basis);
        var period = _periods.PeriodOf(row, basis, kind);
        var details = RowDetails.Of(row);
        var (value, yoy) = (row.Number(ImportColumns.Value), row.Number(ImportColumns.Yoy));
        if (basis is { } known)
        {
            FieldsOfBasis.Check(row, known, name, indicator);
        }

        if (_faults.HasFaultyCell(source) || _faults.Count > before
            || basis is null || indicator is null || unit is null || citation is null || kind is null || period is null)
        {
            return;
        }

        var vintage = _sources.VintageOf(row);
        var (knownFrom, knownFromBasis) = KnownFromRule.Of(
            details.Published, vintage, citation, _options.Published, _options.Now, _options.PublishedToMonth);
        AddFigures(row, basis.Value, name, details, value, yoy, new()
        {
            Line = row.Line,
            Column = ImportColumns.Value,
            Indicator = indicator,
            Unit = unit,
            Measure = Measure.Qualitative,
            Scope = row.Text(ImportColumns.Scope),
            Period = period,
            PeriodLabel = row.TextOrNull(ImportColumns.Label),
            YearInferred = details.YearInferred,
            Kind = kind.Value,
            Uom = "",
            Stage = vintage.Stage,
            VintageLabel = vintage.Label,
            UnifiedAccounting = vintage.UnifiedAccounting,
            StatedPriceBasis = details.PriceBasis,
            KnownFrom = knownFrom,
            KnownFromBasis = details.KnownBasis ?? knownFromBasis,
            Source = citation,
            SourceText = citation.Text,
            Reliability = citation.Reliability(vintage, _options.ReliabilityOfHosts),
            Quote = _sources.QuoteOf(row, citation),
            Note = row.TextOrNull(ImportColumns.Note),
        });
    }

    /// <summary>A row states a value, its growth, both, or a fact in words.</summary>
    /// <param name="row">The row.</param>
    /// <param name="basis">Its basis.</param>
    /// <param name="name">How the name of its indicator was taken apart.</param>
    /// <param name="details">Its optional fields.</param>
    /// <param name="value">Its value; null where none stands.</param>
    /// <param name="yoy">Its growth in %; null where none stands.</param>
    /// <param name="draft">What its figures have in common.</param>
    private void AddFigures(
        RowFields row, Basis basis, IndicatorText name, RowDetails details, decimal? value, decimal? yoy, FigureDraft draft)
    {
        if (basis == Basis.Qualitative)
        {
            var text = row.TextOrNull(ImportColumns.Text) ?? draft.Quote;
            _figures.Add(draft with { Column = ImportColumns.Text, Statement = new(null, "", Comparator.Equal, text) });
            return;
        }

        if (value is { } number && basis.MeasureOfValue(name.Suffix, draft.Indicator.Type) is { } measure)
        {
            // The price basis is of the growth where the row has one, else of the value.
            _figures.Add(draft with
            {
                Measure = measure,
                StatedPriceBasis = yoy is null ? draft.StatedPriceBasis : null,
                Benchmark = measure == Measure.Gap ? name.Benchmark : null,
                Statement = new(
                    name.Suffix == NameSuffix.Below && number != 0 ? -number : number,
                    measure == Measure.Level ? row.Uom : measure == Measure.Gap ? Uoms.PercentagePoint : Uoms.Percent,
                    details.Comparator,
                    null),
            });
        }

        if (yoy is { } growth && basis.MeasureOfYoy(draft.Period.Kind) is { } growthMeasure)
        {
            // A comparator bounds the row's value; it bounds the growth only where that stands alone.
            _figures.Add(draft with
            {
                Column = ImportColumns.Yoy,
                Measure = growthMeasure,
                Statement = new(growth, Uoms.Percent, value is null ? details.Comparator : Comparator.Equal, null),
            });
        }
    }
}
