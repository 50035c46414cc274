using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>What a plan's file says, and what it was read against.</summary>
/// <param name="Book">Everything that is held of the plan.</param>
/// <param name="File">What the file says.</param>
internal sealed record PlanImportReading(PlanBook Book, PlanReading File)
{
    /// <param name="context">The context.</param>
    /// <param name="document">The file.</param>
    /// <param name="settings">How it is to be imported.</param>
    /// <param name="now">The moment of the import.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<PlanImportReading> ReadAsync(
        DashboardContext context, PlanDocument document, ImportSettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var book = await BookAsync(context, cancellation);
        var targets = document.Tables.Any(t => t.Sheet == PlanSheet.Commitments) ? await KnownTargets.ReadAsync(context, now, cancellation) : null;
        return new(book, PlanTableReader.Read(document.Tables, new()
        {
            Plan = book.At(new AsOf(now)),
            Catalogue = await CatalogueReader.ReadAsync(context, null, cancellation),
            Now = now,
            HasTarget = target => targets?.Has(target) == true,
            Create = settings.Create,
            Published = settings.Published,
            PublishedToMonth = settings.PublishedToMonth,
        }));
    }

    /// <summary>Everything that is held of the plan.</summary>
    public static async Task<PlanBook> BookAsync(DashboardContext context, CancellationToken cancellation) => PlanBook.Of(
        await PlanReader.ReadAsync(context, cancellation), await PlanStatementReader.ReadAsync(context, 0, null, cancellation));
}
