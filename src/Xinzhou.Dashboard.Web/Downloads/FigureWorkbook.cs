using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Workbooks;

namespace Xinzhou.Dashboard.Web.Downloads;

/// <summary>
/// The figures of an indicator as a workbook: all versions known at a moment, each with unit, period, vintage and source,
/// and a second sheet that says what was asked, from which day, from where, and that the statistics offices prevail.
/// </summary>
/// <param name="words">The words of figures.</param>
/// <param name="text">The words of the workbook.</param>
/// <param name="foot">The fixed sentences of every page foot and export.</param>
public sealed class FigureWorkbook(FigureWords words, IStringLocalizer<FigureWorkbook> text, IStringLocalizer<SiteFoot> foot)
{
    private static readonly string[] Columns =
    [
        "Indicator", "IndicatorCode", "Unit", "Measure", "Period", "PeriodCode", "Scope", "Kind", "Value", "Bound", "Uom", "Vintage",
        "Stage", "KnownFrom", "KnownBasis", "RecordedAt", "Shown", "KnownTo", "Prices", "Grade", "Source", "Address", "Quote", "Note",
        "Findings", "Id",
    ];

    private static readonly int[] Widths = [28, 16, 14, 12, 18, 12, 14, 8, 14, 8, 10, 20, 14, 12, 24, 18, 8, 12, 10, 10, 28, 40, 50, 30, 30, 13];

    private static readonly HashSet<int> Numbers = [Array.IndexOf(Columns, "Value")];

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="units">The units, in their order.</param>
    /// <param name="asOf">The moment in words.</param>
    public void Write(Stream output, Snapshot snapshot, BookView view, Indicator indicator, IReadOnlyList<StatisticalUnit> units, string asOf)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(units);
        var vintages = Vintages(view, indicator, units);
        WorkbookWriter.Write(output,
        [
            new(text["Figures"], [.. Columns.Select(c => text[c].Value)], [.. vintages.Select(v => Row(snapshot, view, v))]) { Numbers = Numbers, Widths = Widths },
            new(text["About"], [text["Item"], text["Content"]], [.. About(snapshot, view, indicator, units, vintages, asOf)]) { Widths = [22, 100] },
        ]);
    }

    /// <summary>Writes the same figures as CSV; above the names of the columns, the mark of the demonstration where there is one.</summary>
    public void WriteCsv(Stream output, Snapshot snapshot, BookView view, Indicator indicator, IReadOnlyList<StatisticalUnit> units)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(units);
        string[] names = [.. Columns.Select(c => text[c].Value)];
        var vintages = Vintages(view, indicator, units);
        IReadOnlyList<string>[] rows = [.. vintages.Select(v => Row(snapshot, view, v))];
        if (snapshot.Demonstration)
        {
            // As many fields as the columns below it have: RFC 4180.
            string[] mark = [$"{text["Demonstration"]}: {Generated(snapshot, vintages)}", .. Enumerable.Repeat("", names.Length - 1)];
            CsvTable.Write(output, mark, [names, .. rows]);
        }
        else
        {
            CsvTable.Write(output, names, rows);
        }
    }

    private static Vintage[] Vintages(BookView view, Indicator indicator, IReadOnlyList<StatisticalUnit> units) =>
    [
        .. units.SelectMany(u => view.Book.Of(indicator.Code, u.Code)).SelectMany(view.Known)
            .OrderBy(v => v.Figure.Series.Unit.Order).ThenBy(v => v.Figure.Series.Measure).ThenBy(v => v.Figure.Period.End ?? DateOnly.MaxValue)
            .ThenBy(v => v.Figure.Period.Code, StringComparer.Ordinal).ThenByDescending(v => v.Preferred).ThenByDescending(v => v.Figure, Precedence.Order),
    ];

    private string[] Row(Snapshot snapshot, BookView view, Vintage vintage)
    {
        var figure = vintage.Figure;
        return
        [
            Names.Of(figure.Series.Indicator),
            figure.Series.Indicator.Code,
            Names.Of(figure.Series.Unit),
            words.Measure(figure.Series),
            Names.Period(figure),
            figure.Period.Code,
            figure.Scope,
            words.Kind(figure.Kind),
            figure.Value?.ToString(CultureInfo.InvariantCulture) ?? figure.Text ?? "",
            figure.Comparator == Comparator.Equal ? "" : figure.Comparator.Sign(),
            figure.Uom,
            figure.VintageLabel,
            words.Stage(figure),
            figure.IsDayUnstated ? FigureWords.Day(figure.KnownFrom) : words.KnownShort(figure),
            words.KnownBasis(figure),
            FigureWords.Moment(figure.RecordedAt),
            text[vintage.Preferred ? "Yes" : "No"],
            vintage.KnownTo is { } until && until > figure.KnownFrom ? FigureWords.Day(until) : "",
            figure.Value is null || !figure.HasPrices ? "" : words.Prices(figure.PriceBasis),
            words.Grade(figure.Reliability),
            figure.SourceText,
            figure.Source.Address ?? "",
            figure.Quote ?? "",
            NoteOf(snapshot, view, vintage),
            string.Join(" ", snapshot.Rules.Findings(view, figure).Select(f => f.Message.Text(Languages.IsEnglish))),
            figure.Key,
        ];
    }

    /// <summary>How many of the figures of the file are generated; where none is, that only the installation holds such.</summary>
    private string Generated(Snapshot snapshot, Vintage[] vintages)
    {
        var generated = vintages.Count(v => snapshot.IsGenerated(v.Figure));
        return generated == 0 ? text["DemonstrationElsewhere", vintages.Length] : text["DemonstrationMeans", vintages.Length, generated];
    }

    /// <summary>What is to be known of a figure, and of a corrected one and of that in its place why it was.</summary>
    private string NoteOf(Snapshot snapshot, BookView view, Vintage vintage)
    {
        string?[] notes =
        [
            snapshot.Origins.GetValueOrDefault(vintage.Figure.Id)?.Correction is { } why ? text["Correction", why].Value : null,
            !vintage.Preferred && snapshot.CorrectionOf(vintage.Figure, view.AsOf) is { } correction ? text["Corrected", correction.Reason].Value : null,
            vintage.Figure.Note,
        ];
        return string.Join(Languages.IsEnglish ? "; " : "；", notes.Where(n => !string.IsNullOrEmpty(n)));
    }

    private IEnumerable<IReadOnlyList<string>> About(
        Snapshot snapshot, BookView view, Indicator indicator, IReadOnlyList<StatisticalUnit> units, Vintage[] vintages, string asOf)
    {
        if (snapshot.Demonstration)
        {
            yield return [text["Demonstration"], Generated(snapshot, vintages)];
        }

        yield return [text["Notice"], foot["Internal"]];
        yield return [text["Indicator"], $"{Names.Of(indicator)} ({indicator.Code})"];
        yield return [text["Unit"], string.Join(text["Comma"], units.Select(Names.Of))];
        yield return [text["AsOf"], asOf];
        yield return [text["Clock"], text[$"Clock{view.AsOf.Clock}"]];
        yield return [text["Count"], text["CountOf", vintages.Length, vintages.Count(v => v.Preferred)]];
        yield return [text["Growth"], text["GrowthRule"]];
        foreach (var source in vintages.GroupBy(v => v.Figure.Source.Id).OrderByDescending(g => g.First().Figure.Reliability))
        {
            var figure = source.First().Figure;
            yield return [text["Source"], text["SourceOf", words.Grade(figure.Reliability), figure.SourceText, source.Count()]];
        }
    }
}
