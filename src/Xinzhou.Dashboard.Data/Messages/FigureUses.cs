using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>Who has used figures that no longer hold, and can still be told.</summary>
internal static class FigureUses
{
    /// <summary>Who has figures of their series in a file that is younger than they are.</summary>
    public static IQueryable<FigureUse> Exported(DashboardContext context, IReadOnlyCollection<long> figures) =>
        from f in context.Figures
        where figures.Contains(f.Id)
        join s in context.Series on f.SeriesId equals s.Id
        from e in context.FigureExports
        where e.IndicatorCode == s.IndicatorCode && (e.UnitCode == null || e.UnitCode == s.UnitCode) && e.At >= f.RecordedAt
        join i in context.Indicators on s.IndicatorCode equals i.Code
        join u in context.Users on e.UserId equals u.Id
        where u.DisabledAt == null
        select new FigureUse { User = u.Id, Indicator = i.Name };

    /// <summary>Who has released figures of the same indicator and unit since, these or others that stood beside them.</summary>
    public static IQueryable<FigureUse> Reviewed(DashboardContext context, IReadOnlyCollection<long> figures, DateTimeOffset now) =>
        from f in context.Figures
        where figures.Contains(f.Id)
        join s in context.Series on f.SeriesId equals s.Id
        join t in context.Series on new { s.IndicatorCode, s.UnitCode } equals new { t.IndicatorCode, t.UnitCode }
        join g in context.Figures on t.Id equals g.SeriesId
        where g.RecordedAt >= f.RecordedAt && g.RecordedAt < now
        join o in context.FigureOrigins on g.Id equals o.FigureId
        join i in context.Indicators on s.IndicatorCode equals i.Code
        join u in context.Users on o.ReleasedBy equals u.Id
        where u.DisabledAt == null
        select new FigureUse { User = u.Id, Indicator = i.Name };
}
