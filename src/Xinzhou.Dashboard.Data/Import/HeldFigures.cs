using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// The stored figures that drafts are to be compared with: of their indicators and those that rules reckon with beside them, of the
/// same units and years, and of the units that rules set beside them (those above and below, and the sisters). Without their quotes
/// and notes, which nothing is compared by.
/// </summary>
internal static class HeldFigures
{
    public static async Task<FigureBook> ReadAsync(
        DashboardContext context, Catalogue catalogue, FigureReading reading, IndicatorFamilies families, CancellationToken cancellation)
    {
        var sources = await SnapshotLoader.SourcesAsync(context, 0, cancellation);
        var touched = reading.Indicators.Select(families.Of).ToHashSet(StringComparer.Ordinal);
        var figures = await new FigureReader(catalogue, id => Snapshot.Snapshot.Source(sources, id), new([])) { ReadsQuotes = false }.FiguresAsync(
            context,
            [.. catalogue.Indicators.Select(i => i.Code).Where(i => touched.Contains(families.Of(i)))],
            Related(catalogue, reading.Units),
            [.. reading.Years],
            cancellation);
        var read = figures.Select(f => f.Id).ToHashSet();
        var withdrawals = await FigureReader.WithdrawalsAsync(context, 0, cancellation);
        return FigureBook.Of(figures, withdrawals.Select(w => w.Withdrawal).Where(w => read.Contains(w.FigureId)));
    }

    private static string[] Related(Catalogue catalogue, IReadOnlySet<string> touched)
    {
        var parents = catalogue.Units.ToDictionary(u => u.Code, u => u.Parent);
        var touchedParents = touched.Select(u => parents.GetValueOrDefault(u)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var above = touched.SelectMany(Ancestors).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. touched,
            .. catalogue.Units
                .Where(u => !touched.Contains(u.Code)
                    && (above.Contains(u.Code) || (u.Parent is { } p && touchedParents.Contains(p)) || Ancestors(u.Code).Any(touched.Contains)))
                .Select(u => u.Code),
        ];

        IEnumerable<string> Ancestors(string unit)
        {
            for (var parent = parents.GetValueOrDefault(unit); parent is not null; parent = parents.GetValueOrDefault(parent))
            {
                yield return parent;
            }
        }
    }
}
