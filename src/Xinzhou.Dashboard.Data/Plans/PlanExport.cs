using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>The plan of a moment as rows of its file; imported again nothing of them is new.</summary>
/// <param name="Rows">The rows of each sheet, in the order of <see cref="PlanColumns.Of"/>.</param>
public sealed record PlanExport(IReadOnlyDictionary<PlanSheet, IReadOnlyList<IReadOnlyList<string>>> Rows)
{
    /// <summary>True where the installation holds the demonstration: what is written is made up, and says so.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The number of rows, over all sheets.</summary>
    public int Count => Rows.Values.Sum(r => r.Count);

    /// <summary>Reads what is stored.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="asOf">The moment whose plan is written.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<PlanExport> ReadAsync(IDbContextFactory<DashboardContext> contexts, AsOf asOf, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var book = await PlanImportReading.BookAsync(context, cancellation);
        var catalogue = await CatalogueReader.ReadAsync(context, null, cancellation);
        return new(Enum.GetValues<PlanSheet>().ToDictionary(s => s, s => PlanRows.Of(s, book, asOf, catalogue)))
        {
            Demonstration = await context.Demonstration.AnyAsync(cancellation),
        };
    }
}
