using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Conventions;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads whole tables for a snapshot; rows with codes that this version does not know are left out and counted.</summary>
internal static class KnownRows
{
    /// <summary>Reads rows in their order. Nothing is asked twice as long as everything is understood.</summary>
    /// <param name="context">The context.</param>
    /// <param name="rows">Rows of one table.</param>
    /// <param name="table">What the table is called.</param>
    /// <param name="leftOut">Counts what is left out; null where nobody asks.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<List<T>> ReadAsync<T>(
        DashboardContext context, IQueryable<T> rows, string table, LeftOutRows? leftOut, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await rows.AsNoTracking().ToListAsync(cancellation);
        }
        catch (FormatException unknown)
        {
            var known = await rows.AsNoTracking().Known(context).ToListAsync(cancellation);
            leftOut?.Add(table, unknown.Message, await rows.CountAsync(cancellation) - known.Count);
            return known;
        }
    }
}
