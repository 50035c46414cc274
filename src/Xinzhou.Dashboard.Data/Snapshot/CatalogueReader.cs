using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the indicators, the statistical units and what the overview puts in front. What is not understood is left out.</summary>
internal static class CatalogueReader
{
    /// <param name="context">The context.</param>
    /// <param name="leftOut">Counts what is left out; null where nobody asks.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="FormatException">The city itself is not understood: without it there is nothing to serve.</exception>
    public static async Task<Catalogue> ReadAsync(DashboardContext context, LeftOutRows? leftOut, CancellationToken cancellation)
    {
        var indicators = await KnownRows.ReadAsync(context, context.Indicators, "indicators", leftOut, cancellation);
        var units = await KnownRows.ReadAsync(context, context.StatisticalUnits, "statistical_units", leftOut, cancellation);
        if (units.Count > 0 && !units.Exists(u => u.Level == UnitLevel.City)) throw new FormatException("No city is understood among the statistical units.");
        return new(
            indicators,
            units,
            await context.Headlines.OrderBy(h => h.Order).Select(h => new HeadlineIndicator(h.IndicatorCode, h.ShareCode)).ToListAsync(cancellation));
    }
}
