using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the indicators, the statistical units and what the overview puts in front.</summary>
internal static class CatalogueReader
{
    public static async Task<Catalogue> ReadAsync(DashboardContext context, CancellationToken cancellation) => new(
        await context.Indicators.AsNoTracking().ToListAsync(cancellation),
        await context.StatisticalUnits.AsNoTracking().ToListAsync(cancellation),
        await context.Headlines.OrderBy(h => h.Order).Select(h => new HeadlineIndicator(h.IndicatorCode, h.ShareCode)).ToListAsync(cancellation));
}
