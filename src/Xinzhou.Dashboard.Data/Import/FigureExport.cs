using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>All figures of all vintages in the import format: imported into a fresh installation, they are the same figures.</summary>
/// <param name="Rows">The cells of each figure in the order of <see cref="ImportColumns.All"/>, oldest figure first.</param>
/// <param name="Withdrawn">How many figures are left out because they were withdrawn: an import would bring them back.</param>
public sealed record FigureExport(IReadOnlyList<string[]> Rows, int Withdrawn)
{
    /// <summary>The columns that hold numbers, by their index.</summary>
    public static IReadOnlySet<int> NumberColumns { get; } = ImportColumns.All
        .Select((column, index) => (column, index))
        .Where(c => c.column is ImportColumns.Value or ImportColumns.Yoy)
        .Select(c => c.index)
        .ToHashSet();

    /// <summary>Reads what is stored.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="now">The moment that decides which figures are withdrawn.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<FigureExport> ReadAsync(
        IDbContextFactory<DashboardContext> contexts, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var book = (await new SnapshotLoader(contexts).LoadAsync(cancellation)).Figures;
        var all = book.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures.Select(f => (Figure: f, Group: g)))
            .OrderBy(f => f.Figure.Id).ToArray();
        var kept = all.Where(f => f.Group.WithdrawalOf(f.Figure) is not { } withdrawal || withdrawal.KnownFrom > now).ToArray();
        return new([.. kept.Select(f => FigureRowWriter.Write(f.Figure))], all.Length - kept.Length);
    }
}
