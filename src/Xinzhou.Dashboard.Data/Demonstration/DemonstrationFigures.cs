using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>
/// Made-up figures with the manners of real ones: levels that grow from quarter to quarter within a year, a yearly rhythm,
/// parts that add up. Where a yearly figure is published, the quarters lead up to it. The same seed gives the same figures.
/// </summary>
/// <param name="published">What is published, which a year's figures are made to fit.</param>
/// <param name="counties">The parts of the city: what can be added up is added up from theirs.</param>
/// <param name="seed">Of the random numbers.</param>
internal sealed class DemonstrationFigures(BookView published, IReadOnlyList<StatisticalUnit> counties, int seed)
{
    private const int AnchorYear = 2025;

    /// <summary>What part of a year is reached by the end of each quarter.</summary>
    private static readonly decimal[] Rhythm = [0.215m, 0.455m, 0.705m, 1m];

    /// <summary>Roughly what the city has in a year, in the indicator's unit.</summary>
    private static readonly Dictionary<string, decimal> Size = new()
    {
        ["tertiary_industry_investment"] = 330m,
        ["key_industry_chain_project_investment"] = 96m,
        ["provincial_chain_enterprise_revenue"] = 138m,
        ["specialty_town_output"] = 286m,
        ["provincial_specialty_town_output"] = 168m,
        ["specialty_town_project_investment"] = 35m,
        ["retail_sales"] = 400m,
        ["general_budget_revenue"] = 150m,
        ["fixed_asset_investment"] = 700m,
        ["urban_income"] = 42000m,
        ["rural_income"] = 16500m,
    };

    /// <summary>What is reported of counties and of the city.</summary>
    public static readonly string[] OfCounties = ["retail_sales", "general_budget_revenue", "fixed_asset_investment"];

    /// <summary>The value of a row in a quarter, with the row's decimals.</summary>
    public decimal Value(FormRow row, Quarter quarter)
    {
        if (row.Task is { } task) return Progress(task, quarter);
        if (IsSum(row)) return Parts(row).Sum(part => Value(part, quarter));
        var value = row.Timing == RowTiming.YearToDate ? YearToDate(row, quarter) : Stock(row, quarter);
        // A tenth that is 0 is written all the same: 330.0.
        return Math.Round(value, row.Decimals, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, false, (byte)row.Decimals);
    }

    /// <summary>The value of a row of sums in a quarter alone, with the row's decimals.</summary>
    public decimal Single(FormRow row, Quarter quarter) => Value(row, quarter) - (quarter.Number == 1 ? 0 : Value(row, quarter.Previous));

    /// <summary>
    /// Whether a quarter of a row cannot be told from its returns: they do not reach back to it, or a document states one of the sums that
    /// it is the difference of.
    /// </summary>
    /// <param name="row">A row of sums.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="first">The first quarter that is reported.</param>
    public bool IsUnreported(FormRow row, Quarter quarter, Quarter first) =>
        quarter.LastDay < first.LastDay || IsStated(row, row.Measure, quarter)
        || (quarter.Number > 1 && (quarter.Previous.LastDay < first.LastDay || IsStated(row, row.Measure, quarter.Previous)));

    /// <summary>Whether a document states a field of a row in a quarter; what it says of the value is beside a growth too.</summary>
    public bool IsPublished(FormRow row, CellField field, Quarter quarter) =>
        IsStated(row, row.Measure, quarter) || (field == CellField.Growth && IsStated(row, Measure.Yoy, quarter));

    /// <summary>
    /// The year-on-year growth that is reported beside it, in %: near what the levels say, and never against their direction,
    /// but a fact of its own.
    /// </summary>
    public decimal Growth(FormRow row, Quarter quarter)
    {
        var change = 100 * (Year(row, quarter.Year) / Year(row, quarter.Year - 1) - 1);
        var growth = change + Noise(1.5m, row.Indicator!.Code, row.Unit!.Code, "growth", quarter.Code);
        return Math.Round(Math.Sign(growth) == -Math.Sign(change) ? change : growth, 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>What is to be reached in a year: a round number somewhat above the year before.</summary>
    public decimal Target(FormRow row, int year) =>
        Math.Round(Year(row, year - 1) * (1.06m + Noise(0.02m, row.Indicator!.Code, row.Unit!.Code, FormattableString.Invariant($"target {year}"))), 0, MidpointRounding.AwayFromZero);

    private bool IsStated(FormRow row, Measure measure, Quarter quarter) => row is { Indicator: { } indicator, Unit: { } unit }
        && published.Shown(indicator.Code, unit.Code, measure, quarter.Period(row.Timing)) is not null;

    private decimal YearToDate(FormRow row, Quarter quarter)
    {
        var share = Rhythm[quarter.Number - 1] * (1 + (quarter.Number == 4 ? 0 : Noise(0.03m, row.Indicator!.Code, row.Unit!.Code, "rhythm")));
        return Year(row, quarter.Year) * share;
    }

    /// <summary>Whether the counties' values make up the row's.</summary>
    private static bool IsSum(FormRow row) => OfCounties.Contains(row.Indicator!.Code) && row.Unit!.Level == UnitLevel.City;

    private IEnumerable<FormRow> Parts(FormRow row) => counties.Select(county => row with { Unit = county });

    private decimal Year(FormRow row, int year)
    {
        if (IsSum(row)) return Parts(row).Sum(part => Year(part, year));
        var (indicator, unit) = (row.Indicator!, row.Unit!);
        if (published.Shown(indicator.Code, unit.Code, Measure.Level, Period.FullYear(year)) is { Value: { } known } figure
            && Uoms.Convert(known, figure.Uom, row.Uom) is { } converted)
        {
            return converted;
        }

        var anchor = published.Shown(indicator.Code, unit.Code, Measure.Level, Period.FullYear(AnchorYear)) is { Value: { } at } there
            ? Uoms.Convert(at, there.Uom, row.Uom) : null;
        var size = anchor ?? Size.GetValueOrDefault(indicator.Code, 100m) * (OfCounties.Contains(indicator.Code) && unit.Level == UnitLevel.County ? Weight(unit) : 1);
        return size * YearFactor(row, year) / YearFactor(row, AnchorYear);
    }

    /// <summary>Of the city: by gross product where it is known.</summary>
    private decimal Weight(StatisticalUnit unit) =>
        published.Shown("gdp", unit.Code, Measure.Level, Period.FullYear(AnchorYear)) is { Value: { } own }
        && published.Shown("gdp", unit.Parent!, Measure.Level, Period.FullYear(AnchorYear)) is { Value: { } whole and > 0 }
            ? own / whole
            : 1m / 15;

    private decimal YearFactor(FormRow row, int year)
    {
        var factor = 1m;
        for (var y = 2020; y <= year; y++) factor *= 1.055m + Noise(0.045m, row.Indicator!.Code, row.Unit!.Code, FormattableString.Invariant($"{y}"));
        return factor;
    }

    private static decimal Stock(FormRow row, Quarter quarter)
    {
        var quarters = (quarter.Year - 2024) * 4 + quarter.Number - 3;
        // The capacities of 30 September 2024 are published; the parts add up to the total.
        return row.Indicator!.Code switch
        {
            "installed_capacity_total" => 1957.73m + 28.40m * quarters,
            "installed_capacity_thermal" => 754.90m + 0.60m * quarters,
            "installed_capacity_new_and_clean" => 1202.83m + 27.80m * quarters,
            "above_scale_enterprises" => 560 + 9 * quarters,
            "provincial_development_zones" => 10,
            "industrial_parks" => 4 + quarters / 3,
            "chain_core_enterprises" => 3 + quarters / 4,
            "chain_leading_enterprises" => 1 + quarters / 6,
            "huangjiu_specialized_sme" => 2 + quarters / 4,
            _ => 120 + 4 * quarters,
        };
    }

    private decimal Progress(int task, Quarter quarter)
    {
        var done = (quarter.Year - 2023) * 4 + quarter.Number;
        return Math.Clamp(Math.Round(done * (4.4m + Noise(1.6m, "task", FormattableString.Invariant($"{task}"), "")), 0), 0, 100);
    }

    /// <summary>A number between −size and size that depends on nothing but its keys and the seed (FNV-1a).</summary>
    private decimal Noise(decimal size, params ReadOnlySpan<string> keys)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var key in keys)
        {
            foreach (var letter in key) hash = (hash ^ letter) * 16777619u;
            hash = (hash ^ '|') * 16777619u;
        }

        hash ^= hash >> 15;
        hash *= 2246822519u;
        hash ^= hash >> 13;
        return size * (hash % 2001m - 1000) / 1000;
    }
}

