using Npgsql;
using Xinzhou.Dashboard.Domain.Indicators;
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
    public static async Task EnterAsync(NpgsqlConnection connection, Catalogue catalogue, IReadOnlyList<int> tasks, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (department, order) in Departments.Select((d, i) => (d, 900 + i)))
        {
            Add(batch, """INSERT INTO departments (code, "order", name) VALUES ($1, $2, $3)""", department.Code, order, department.Name);
        }

        foreach (var (form, order) in All.Select((f, i) => (f, 900 + i)))
        {
            Add(batch, """INSERT INTO forms (code, "order", name, name_en, stage) VALUES ($1, $2, $3, $4, 'preliminary')""", form.Code, order, form.Name, form.NameEn);
            Add(batch, "INSERT INTO form_departments (form_code, department_code) VALUES ($1, $2)", form.Code, form.Department);
        }

        var city = catalogue.City;
        Rows(batch, catalogue, Industry, IndustryRows.Select(r => (r.Indicator, city, r.Decimals, r.Growth, r.Indent)));
        // The share is computed from its part and the total: rows 9 and 7.
        Add(batch, "UPDATE form_rows SET part_row = 9, total_row = 7 WHERE form_code = $1 AND number = 10", Industry);
        Rows(batch, catalogue, CountyEconomy, DemonstrationFigures.OfCounties
            .SelectMany(i => catalogue.Counties.Prepend(city).Select(u => (i, u, 2, true, u == city ? 0 : 1))));
        Rows(batch, catalogue, DevelopmentZones, OfZones
            .Select(i => (i, city, 0, false, 0)));
        Rows(batch, catalogue, Incomes, OfPeople
            .SelectMany(i => catalogue.Counties.Select(u => (i, u, 0, true, 0))));
        foreach (var (task, i) in tasks.Select((t, i) => (t, i)))
        {
            Add(batch,
                "INSERT INTO form_rows (form_code, number, task_number, timing, uom, decimals) VALUES ($1, $2, $3, 'point_in_time', '%', 0)",
                KeyTasks, i + 1, task);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static void Rows(
        NpgsqlBatch batch, Catalogue catalogue, string form,
        IEnumerable<(string Indicator, StatisticalUnit Unit, int Decimals, bool Growth, int Indent)> rows)
    {
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var indicator = catalogue.Indicator(row.Indicator)!;
            Add(batch,
                """
                INSERT INTO form_rows (form_code, number, indicator_code, unit_code, measure, timing, uom, decimals, asks_growth, indent)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                form, i + 1, indicator.Code, row.Unit.Code,
                indicator.Type == IndicatorType.Ratio ? "share" : "level",
                indicator.Type == IndicatorType.Flow ? "year_to_date" : "point_in_time",
                indicator.Uom, row.Decimals, row.Growth, row.Indent);
        }
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        batch.BatchCommands.Add(command);
    }
}
