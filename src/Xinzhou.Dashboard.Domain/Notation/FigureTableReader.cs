using Xinzhou.Dashboard.Domain.Notation.Rows;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// Reads the figures of a table in the import format (CONTRACTS, 2). A pure function of the table and the options. Rows are not held, nor
/// the figures of a long file, which takes no more memory than a middling one.
/// </summary>
public static class FigureTableReader
{
    /// <summary>Reads all figures; every fault there is, is found.</summary>
    public static FigureReading Read(SourceTable table, ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
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

        var names = new NameResolver(table, cells, options.Catalogue, options.Create);
        // What a cell shows matters where it is read.
        var ignored = cells.Warnings.Select(w => w.Column).ToHashSet(StringComparer.Ordinal);
        var faults = new FaultList([.. table.Faults.Where(f => f.Reason is not (FaultReason.ErrorCell or FaultReason.PercentCell or FaultReason.ScaledCell or FaultReason.FormatText) || !ignored.Contains(f.Column))]);
        var rows = new FigureRows(cells, names, options, faults, keepsQuotes: false);
        var (keys, count, held) = (new RepeatedKeys(), 0, (List<FigureDraft>?)[]);
        var (indicators, units, years) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var figure in table.Rows.SelectMany(rows.Read))
        {
            count++;
            keys.Add(figure.Key);
            indicators.Add(figure.Indicator.Code);
            units.Add(figure.Unit.Code);
            years.Add(figure.Period.Code[..4]);
            if (count <= options.MaxHeld) held?.Add(figure);
            else held = null;
        }

        keys.Complete();
        var figures = new TableFigures(table, cells, names, options)
        {
            Stated = count,
            RepeatsQuotes = rows.RepeatsQuotes,
            // Which quote is repeated was not kept.
            Held = rows.RepeatsQuotes ? null : held,
        };
        if (keys.Any)
        {
            figures = figures with { Contradicting = StatedFigures.Contradictions(figures.Where(f => keys.MayHave(f.Key)), faults) };
        }

        return new()
        {
            Rows = table.Rows.Count,
            Figures = figures,
            Keys = keys,
            Indicators = indicators,
            Units = units,
            Years = years,
            Faults = faults.ByLine(),
            Warnings = [.. table.Warnings, .. cells.Warnings, .. rows.EmptyWords.Remarks, .. names.Remarks],
            NewIndicators = [.. names.NewIndicators],
            NewUnits = [.. names.NewUnits],
        };
    }
}
