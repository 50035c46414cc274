using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Conduct;

/// <summary>
/// When returns were due, submitted and sent back. They are kept with their times, so that it can be asked as of a moment; a day that the calendar
/// has moved is the one it has now.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class ReturnRecords(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>The returns that fell due in a quarter or were sent back in it, as they were known at a moment.</summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="english">In English where the form has an English name.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<ReturnRecord>> ReadAsync(
        Quarter quarter, DateTimeOffset moment, bool english = false, CancellationToken cancellation = default)
    {
        var (from, until) = (Shanghai.StartOf(ConductFacts.FirstDayOf(quarter)), Shanghai.EndOf(quarter.LastDay));
        // A time that ends with the quarter may be written as the beginning of the next.
        var last = until.AddDays(1);
        await using var context = await contexts.ReadAsync(cancellation);
        var which = context.Returns.Where(r => r.OpenedAt <= moment
            && ((r.Calendar.Dates.DueAt >= from && r.Calendar.Dates.DueAt <= last)
                || r.Comments.Any(c => c.SendsBack && c.At >= from && c.At <= until && c.At <= moment)));
        var found = await which.OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Form.Name, r.Form.NameEn, r.Quarter, r.DepartmentCode, r.Calendar.Dates })
            .ToListAsync(cancellation);
        if (found.Count == 0) return [];
        var submitted = (await which.SelectMany(r => r.Submissions.Where(s => s.At <= moment), (r, s) => new { r.Id, s.At }).ToListAsync(cancellation))
            .ToLookup(s => s.Id, s => s.At);
        // Cells that are sent back together are one sending back.
        var sentBack = (await which.SelectMany(r => r.Comments.Where(c => c.SendsBack && c.At <= moment), (r, c) => new { r.Id, c.At }).Distinct().ToListAsync(cancellation))
            .ToLookup(c => c.Id, c => c.At);
        return
        [
            .. found.Select(r => new ReturnRecord(
                r.Id,
                english ? r.NameEn ?? r.Name : r.Name,
                r.Quarter,
                r.DepartmentCode,
                r.Dates.DueAt,
                submitted.Contains(r.Id) ? submitted[r.Id].Min() : null,
                [.. sentBack[r.Id].Order()])),
        ];
    }
}
