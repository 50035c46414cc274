using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>The made-up departments and their forms. The indicators, units and tasks are those of the catalogue and the plan.</summary>
internal static class DemonstrationForms
{
    public const string Industry = "industry";
    public const string CountyEconomy = "county-economy";
    public const string KeyTasks = "key-tasks";
    public const string DevelopmentZones = "development-zones";
    public const string Incomes = "incomes";

    /// <summary>The forms in their order, each with the department that reports it.</summary>
    public static readonly (string Code, string Name, string NameEn, string Department)[] All =
    [
        (Industry, "产业能级季度表", "Industry, quarterly", "demo-a"),
        (CountyEconomy, "县域经济季度表", "County economy, quarterly", "demo-b"),
        (KeyTasks, "重点任务进展季度表", "Progress of key tasks, quarterly", "demo-c"),
        (DevelopmentZones, "开发区季度表", "Development zones, quarterly", "demo-d"),
        (Incomes, "居民收入季度表", "Residents’ income, quarterly", "demo-e"),
    ];

    private static readonly (string Code, string Name)[] Departments =
    [
        ("demo-a", "演示单位甲"), ("demo-b", "演示单位乙"), ("demo-c", "演示单位丙"), ("demo-d", "演示单位丁"), ("demo-e", "演示单位戊"),
    ];

    /// <summary>Indicator, decimals, whether growth is asked for, how far it is set in.</summary>
    private static readonly (string Indicator, int Decimals, bool Growth, int Indent)[] IndustryRows =
    [
        ("tertiary_industry_investment", 1, true, 0),
        ("key_industry_chain_project_investment", 2, true, 0),
        ("provincial_chain_enterprise_revenue", 2, true, 0),
        ("specialty_town_output", 1, true, 0),
        ("provincial_specialty_town_output", 1, true, 0),
        ("specialty_town_project_investment", 1, true, 0),
        ("installed_capacity_total", 2, false, 0),
        ("installed_capacity_thermal", 2, false, 1),
        ("installed_capacity_new_and_clean", 2, false, 1),
        ("installed_capacity_new_and_clean_share", 2, false, 1),
        ("above_scale_enterprises", 0, false, 0),
        ("huangjiu_specialized_sme", 0, false, 0),
        ("provincial_chain_enterprises", 0, false, 0),
    ];

    /// <summary>Where a reporter says that he took the figures of a row from.</summary>
    public static string SourceOf(FormRow row) => row.Indicator switch
    {
        null => "演示台账",
        { Code: "tertiary_industry_investment" } => "投资统计报表",
        { Code: "key_industry_chain_project_investment" or "specialty_town_project_investment" } => "项目库",
        { Code: "provincial_chain_enterprise_revenue" } => "企业直报",
        { Code: "specialty_town_output" or "provincial_specialty_town_output" } => "镇级报表",
        { Uom: "万千瓦" } => "供电公司",
        { Code: "urban_income" or "rural_income" } => "住户调查",
        _ => "演示台账",
    };

    /// <summary>The rows that have a yearly target: what adds up over the year in industry.</summary>
    public static IReadOnlyList<FormRow> WithTarget(Catalogue catalogue) =>
    [
        .. IndustryRows.Where(r => r.Growth).Select((r, i) => new FormRow
        {
            Number = i + 1,
            Indicator = catalogue.Indicator(r.Indicator),
            Unit = catalogue.City,
            Timing = RowTiming.YearToDate,
            Uom = catalogue.Indicator(r.Indicator)!.Uom,
            Decimals = r.Decimals,
        }),
    ];

    private static readonly string[] OfZones = ["provincial_development_zones", "industrial_parks", "chain_core_enterprises", "chain_leading_enterprises"];
    private static readonly string[] OfPeople = ["urban_income", "rural_income"];

    /// <summary>Enters departments and forms.</summary>
    public static void Enter(DashboardContext context, Catalogue catalogue, IReadOnlyList<int> tasks)
    {
        var city = catalogue.City;
        context.AddRange(Departments.Select((d, i) => new Department(d.Code, d.Name, 900 + i)));
        foreach (var (form, order) in All.Select((f, i) => (f, 900 + i)))
        {
            context.Add(new FormEntity
            {
                Code = form.Code,
                Order = order,
                Name = form.Name,
                NameEn = form.NameEn,
                Stage = Stage.Preliminary,
                Active = true,
                Version = 1,
                Departments = [new() { FormCode = form.Code, DepartmentCode = form.Department }],
            });
        }

        // The share is computed from its part and the total: rows 9 and 7.
        Rows(context, catalogue, Industry, IndustryRows.Select(r => (r.Indicator, city, r.Decimals, r.Growth, r.Indent)), share: (10, 9, 7));
        Rows(context, catalogue, CountyEconomy, DemonstrationFigures.OfCounties
            .SelectMany(i => catalogue.Counties.Prepend(city).Select(u => (i, u, 2, true, u == city ? 0 : 1))));
        Rows(context, catalogue, DevelopmentZones, OfZones.Select(i => (i, city, 0, false, 0)));
        Rows(context, catalogue, Incomes, OfPeople.SelectMany(i => catalogue.Counties.Select(u => (i, u, 0, true, 0))));
        context.AddRange(tasks.Select((task, i) => new FormRowEntity
        {
            FormCode = KeyTasks,
            Version = 1,
            Number = i + 1,
            TaskNumber = task,
            Timing = RowTiming.PointInTime,
            Uom = Uoms.Percent,
            Decimals = 0,
            AsksGrowth = false,
            Indent = 0,
        }));
    }

    private static void Rows(
        DashboardContext context, Catalogue catalogue, string form,
        IEnumerable<(string Indicator, StatisticalUnit Unit, int Decimals, bool Growth, int Indent)> rows,
        (int Row, int Part, int Total)? share = null)
    {
        foreach (var (row, number) in rows.Select((r, i) => (r, i + 1)))
        {
            var indicator = catalogue.Indicator(row.Indicator)!;
            var isShare = share?.Row == number;
            context.Add(new FormRowEntity
            {
                FormCode = form,
                Version = 1,
                Number = number,
                IndicatorCode = indicator.Code,
                UnitCode = row.Unit.Code,
                Measure = FormCheck.MeasureOf(indicator),
                Timing = indicator.Type == IndicatorType.Flow ? RowTiming.YearToDate : RowTiming.PointInTime,
                Uom = indicator.Uom,
                Decimals = row.Decimals,
                AsksGrowth = row.Growth,
                Indent = row.Indent,
                PartRow = isShare ? share!.Value.Part : null,
                TotalRow = isShare ? share!.Value.Total : null,
            });
        }
    }
}
