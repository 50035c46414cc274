using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>
/// Reads the rows of a table one after another, from the first to the last: each gives the figures that it states, and the
/// faults take what is wrong with it. The fields are read by the parts beside this one, one for each thing that a row says.
/// </summary>
internal sealed class FigureRows
{
    private readonly ReadingOptions _options;
    private readonly FaultList _faults;
    private readonly RowFields _row;
    private readonly SubjectFields _subjects;
    private readonly PeriodFields _periods;
    private readonly SourceFields _sources;

    /// <param name="cells">The columns of the table.</param>
    /// <param name="names">The indicators and units that it may name.</param>
    /// <param name="options">What reading depends on besides.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="keepsQuotes">False where no row repeats the quote of one above, or none is asked for.</param>
    public FigureRows(TableCells cells, NameResolver names, ReadingOptions options, FaultList faults, bool keepsQuotes)
    {
        _options = options;
        _faults = faults;
        _row = new(cells, faults);
        _subjects = new(names);
        _periods = new(Shanghai.DayOf(options.Now));
        _sources = new(keepsQuotes);
    }

    /// <summary>True when a row so far repeats the quote of one above.</summary>
    public bool RepeatsQuotes { get; private set; }

    /// <summary>The words for nothing that the rows so far have.</summary>
    public EmptyWords EmptyWords => _row.EmptyWords;

    /// <summary>Reads the next row.</summary>
    /// <returns>Its figures in the order of its columns; none where anything is wrong with it.</returns>
    public IEnumerable<FigureDraft> Read(SourceRow source)
    {
        var before = _faults.Count;
        _row.MoveTo(source);
        RepeatsQuotes |= SourceFields.RepeatsQuote(_row);
        var basis = SubjectFields.BasisOf(_row);
        var indicator = _subjects.IndicatorOf(_row, basis, out var name);
        var unit = _subjects.UnitOf(_row);
        var citation = _sources.SourceOf(_row);
        var kind = PeriodFields.KindOf(_row, basis);
        var period = _periods.PeriodOf(_row, basis, kind);
        var details = RowDetails.Of(_row);
        var (value, yoy) = (_row.Number(ImportColumns.Value), _row.Number(ImportColumns.Yoy));
        if (basis is { } known)
        {
            FieldsOfBasis.Check(_row, known, name, indicator);
        }

        if (_faults.HasFaultyCell(source.Line) || _faults.Count > before
            || basis is null || indicator is null || unit is null || citation is null || kind is null || period is null)
        {
            return [];
        }

        var vintage = _sources.VintageOf(_row);
        var (knownFrom, knownFromBasis) = KnownFromRule.Of(
            details.Published, vintage, citation, _options.Published, _options.Now, _options.PublishedToMonth);
        return Figures(basis.Value, name, details, value, yoy, new()
        {
            Line = _row.Line,
            Column = ImportColumns.Value,
            Indicator = indicator,
            Unit = unit,
            Measure = Measure.Qualitative,
            Attributes = new()
            {
                Scope = _row.Text(ImportColumns.Scope),
                PeriodLabel = _row.TextOrNull(ImportColumns.Label),
                YearInferred = details.YearInferred,
                Kind = kind.Value,
                Uom = "",
                Stage = vintage.Stage,
                VintageLabel = vintage.Label,
                UnifiedAccounting = vintage.UnifiedAccounting,
                StatedPriceBasis = details.PriceBasis,
                KnownFromBasis = details.KnownBasis ?? knownFromBasis,
                Reliability = _sources.ReliabilityOf(citation, vintage, _options.ReliabilityOfHosts),
            },
            KnownFrom = knownFrom,
            SourceText = citation.Text,
            Period = period,
            Source = citation,
            Quote = _sources.QuoteOf(_row, citation),
            Note = _row.TextOrNull(ImportColumns.Note),
        });
    }

    /// <summary>A row states a value, its growth, both, or a fact in words.</summary>
    /// <param name="basis">Its basis.</param>
    /// <param name="name">How the name of its indicator was taken apart.</param>
    /// <param name="details">Its optional fields.</param>
    /// <param name="value">Its value; null where none stands.</param>
    /// <param name="yoy">Its growth in %; null where none stands.</param>
    /// <param name="draft">What its figures have in common.</param>
    private IEnumerable<FigureDraft> Figures(Basis basis, IndicatorText name, RowDetails details, decimal? value, decimal? yoy, FigureDraft draft)
    {
        if (basis == Basis.Qualitative)
        {
            var text = _row.TextOrNull(ImportColumns.Text) ?? draft.Quote;
            yield return draft with { Column = ImportColumns.Text, Statement = new(null, "", Comparator.Equal, text) };
            yield break;
        }

        if (value is { } number && basis.MeasureOfValue(name.Suffix, draft.Indicator.Type) is { } measure)
        {
            // Below is above with the opposite sign: what is at least 3 below is at most −3. The price basis is of the growth
            // where the row has one, else of the value.
            var isBelow = name.Suffix == NameSuffix.Below;
            yield return draft with
            {
                Measure = measure,
                StatedPriceBasis = yoy is null ? draft.StatedPriceBasis : null,
                Benchmark = measure == Measure.Gap ? name.Benchmark : null,
                Statement = new(
                    isBelow && number != 0 ? -number : number,
                    measure == Measure.Level ? _row.Uom : measure == Measure.Gap ? Uoms.PercentagePoint : Uoms.Percent,
                    isBelow ? details.Comparator.Reversed() : details.Comparator,
                    null),
            };
        }

        if (yoy is { } growth && basis.MeasureOfYoy(draft.Period.Kind) is { } growthMeasure)
        {
            // A comparator bounds the row's value; it bounds the growth only where that stands alone.
            yield return draft with
            {
                Column = ImportColumns.Yoy,
                Measure = growthMeasure,
                Statement = new(growth, Uoms.Percent, value is null ? details.Comparator : Comparator.Equal, null),
            };
        }
    }
}
