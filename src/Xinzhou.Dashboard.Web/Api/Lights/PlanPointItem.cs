using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>计划进度: what is to be reached by the end of a quarter.</summary>
/// <param name="Quarter">2026-Q3.</param>
/// <param name="Percent">0–100, % of the work.</param>
public sealed record PlanPointItem(string Quarter, decimal Percent)
{
    internal static IReadOnlyList<PlanPointItem> Of(IEnumerable<PlanPoint> path) => [.. path.Select(p => new PlanPointItem(p.Quarter.Code, p.Percent))];

    /// <summary>As the plan's file writes it: 2026-Q3:45.</summary>
    internal string Cell() => $"{Quarter}:{((decimal?)Percent).Cell()}";
}
