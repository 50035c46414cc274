using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>The targets that there are: figures of kind target that are known and not withdrawn.</summary>
internal sealed class KnownTargets
{
    private readonly HashSet<CommitmentTarget> _all;

    private KnownTargets(HashSet<CommitmentTarget> all) => _all = all;

    /// <param name="context">The context.</param>
    /// <param name="now">The moment at which they are known.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<KnownTargets> ReadAsync(DashboardContext context, DateTimeOffset now, CancellationToken cancellation)
    {
        var targets = await context.Figures
            .Where(f => f.Kind == ValueKind.Target && f.KnownFrom <= now)
            .Where(f => !context.Withdrawals.Any(w => w.FigureId == f.Id && w.KnownFrom <= now))
            .Join(context.Series, f => f.SeriesId, s => s.Id, (f, s) => new { s.IndicatorCode, s.UnitCode, f.PeriodCode, f.PeriodKind, s.Measure, s.Benchmark })
            .Distinct()
            .ToListAsync(cancellation);
        return new([.. targets.SelectMany(t => new CommitmentTarget[]
        {
            new(t.IndicatorCode, t.UnitCode, t.PeriodCode, t.PeriodKind),
            new(t.IndicatorCode, t.UnitCode, t.PeriodCode, t.PeriodKind, t.Measure, t.Benchmark),
        })]);
    }

    /// <summary>True when a commitment is of a target that there is.</summary>
    public bool Has(CommitmentTarget target) => _all.Contains(target);
}
