using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>
/// Made-up targets of the milestones: set so that some are in reach at the pace of the years that are known, some are not,
/// and each is owed by somebody; those of single years are not.
/// </summary>
internal static class DemonstrationTargets
{
    /// <summary>The day they were set.</summary>
    public static readonly DateOnly Set = new(2024, 1, 20);

    /// <summary>Indicator, the task it is linked with, and the pace kept so far as a part of the pace required.</summary>
    private static readonly (string Indicator, int? Task, double Pace)[] All =
    [
        ("gdp", null, 0.75),
        ("tertiary_industry_investment", 5, 1.05),
        ("key_industry_chain_project_investment", 27, 0.8),
        ("provincial_chain_enterprise_revenue", 27, 0.75),
        ("specialty_town_output", 28, 1.1),
        ("provincial_specialty_town_output", 28, 1.05),
        ("specialty_town_project_investment", 29, 0.4),
        ("general_budget_revenue", 18, 1.1),
        ("retail_sales", 22, 0.8),
        ("fixed_asset_investment", 29, 0.45),
    ];

    /// <param name="Indicator">Of the city.</param>
    /// <param name="Year">The milestone.</param>
    /// <param name="Value">What is to be reached, in the indicator's unit.</param>
    /// <param name="Baseline">The earliest year that is known.</param>
    /// <param name="Task">The task it is linked with; null is none.</param>
    public sealed record MilestoneTarget(Indicator Indicator, int Year, decimal Value, int Baseline, int? Task);

    /// <summary>The targets; none of an indicator of which fewer than two years are known, or of a year that has its own.</summary>
    public static IEnumerable<MilestoneTarget> Of(BookView view, Catalogue catalogue, CityPlan plan, int thisYear)
    {
        foreach (var (code, task, pace) in All)
        {
            var indicator = catalogue.Indicator(code)!;
            (int Year, decimal Value)[] known =
            [
                .. Enumerable.Range(2015, thisYear - 2015)
                    .Select(y => (Year: y, Value: ValueOf(view, indicator, catalogue.City.Code, y)))
                    .Where(v => v.Value > 0).Select(v => (v.Year, v.Value!.Value)),
            ];
            if (known is not [var first, .., var last]) continue;
            var growth = Math.Pow((double)(last.Value / first.Value), 1.0 / (last.Year - first.Year)) - 1;
            var required = 1 + Math.Max(growth, 0.005) / pace;
            var (before, target) = (first.Year, 0m);
            foreach (var year in plan.Milestones.Select(m => m.Year).Where(y => y > first.Year && view.Shown(code, catalogue.City.Code, Measure.Level, Period.FullYear(y), kind: ValueKind.Target) is null))
            {
                var reached = ValueOf(view, indicator, catalogue.City.Code, year);
                var value = reached is { } there
                    ? there * (pace < 0.5 ? 1.03m : 0.98m)
                    : first.Value * (decimal)Math.Pow(required, year - first.Year);
                // A plan does not fall: what would be no more than the target before goes on from it, still reached where that is so.
                if (Math.Round(value, 0) <= target)
                {
                    value = reached is { } above && above > target && pace >= 0.5
                        ? (target + above) / 2
                        : target * (decimal)Math.Pow(required, year - before);
                }

                (before, target) = (year, Math.Round(value, 0));
                yield return new(indicator, year, target, first.Year, task);
            }
        }
    }

    private static decimal? ValueOf(BookView view, Indicator indicator, string unit, int year) =>
        view.Shown(indicator.Code, unit, Measure.Level, Period.FullYear(year)) is { Value: { } value } figure ? Uoms.Convert(value, figure.Uom, indicator.Uom) : null;
}
