using Npgsql;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using static Xinzhou.Dashboard.Testing.Reporting.ReturnSetup;

namespace Xinzhou.Dashboard.Testing.Reporting;

/// <summary>A return as a department has it before it: fifteen rows of every kind, two departments, people of every kind.</summary>
public sealed class IndustryQuarter
{
    private static int _made;

    private IndustryQuarter(ReturnSetup setup, string mark, Actor reporter, Actor colleague, Actor stranger, Actor reviewer, Actor leader)
    {
        Setup = setup;
        Form = $"industry{mark}";
        (Reporter, Colleague, Stranger, Reviewer, Leader) = (reporter, colleague, stranger, reviewer, leader);
    }

    public ReturnSetup Setup { get; }

    /// <summary>The code of the form.</summary>
    public string Form { get; }

    /// <summary>The number of the reporter's return for 2026-Q3.</summary>
    public int Return { get; private set; }

    public Actor Reporter { get; }

    /// <summary>Another reporter of the same department.</summary>
    public Actor Colleague { get; }

    /// <summary>A reporter of another department.</summary>
    public Actor Stranger { get; }

    public Actor Reviewer { get; }

    public Actor Leader { get; }

    /// <summary>Row 3, 本期累计.</summary>
    public static CellAddress Value(int row) => new(row, CellField.Value);

    /// <summary>Row 3, 同比.</summary>
    public static CellAddress Growth(int row) => new(row, CellField.Growth);

    /// <summary>Makes one more, with departments, people and a form of its own; the plan must have been entered.</summary>
    /// <param name="owner">Connects as the role that migrations run as.</param>
    /// <param name="application">Connects as the application.</param>
    /// <param name="rows">Other rows than the fifteen.</param>
    public static async Task<IndustryQuarter> MakeAsync(NpgsqlDataSource owner, NpgsqlDataSource application, IReadOnlyList<FormRow>? rows = null)
    {
        var number = Interlocked.Increment(ref _made);
        var mark = number == 1 ? "" : FormattableString.Invariant($"-{number}");
        var setup = new ReturnSetup(owner, application);
        var (here, there) = ($"a{mark}", $"b{mark}");
        await setup.DepartmentAsync(here, $"示例单位甲{mark}");
        await setup.DepartmentAsync(there, $"示例单位乙{mark}");
        var made = new IndustryQuarter(
            setup, mark,
            await setup.UserAsync($"reporter-a{mark}", Role.Reporter, here, $"填报人甲{mark}"),
            await setup.UserAsync($"reporter-a2{mark}", Role.Reporter, here, $"填报人乙{mark}"),
            await setup.UserAsync($"reporter-b{mark}", Role.Reporter, there, $"外单位填报人{mark}"),
            await setup.UserAsync($"reviewer-x{mark}", Role.Reviewer, name: $"审核人{mark}"),
            await setup.UserAsync($"leader-x{mark}", Role.Leader, name: $"领导{mark}"));
        await setup.FormAsync(rows ?? Rows, [here, there], made.Form, $"产业能级季度表{mark}");
        made.Return = await setup.OpenAsync("2026-Q3", here, made.Form);
        return made;
    }

    private static IReadOnlyList<FormRow> Rows =>
    [
        Series("tertiary_industry_investment", growth: true),
        Series("key_industry_chain_project_investment", decimals: 2, growth: true),
        Series("provincial_chain_enterprise_revenue", decimals: 2, growth: true),
        Series("specialty_town_output", growth: true),
        Series("provincial_specialty_town_output", growth: true),
        Series("specialty_town_project_investment", growth: true),
        Series("installed_capacity_total", "万千瓦", 2, timing: RowTiming.PointInTime),
        Series("installed_capacity_thermal", "万千瓦", 2, timing: RowTiming.PointInTime, indent: 1),
        Series("installed_capacity_new_and_clean", "万千瓦", 2, timing: RowTiming.PointInTime, indent: 1),
        Share("installed_capacity_new_and_clean_share", part: 9, total: 7, timing: RowTiming.PointInTime),
        Series("above_scale_enterprises", "户", 0, timing: RowTiming.PointInTime),
        Series("huangjiu_specialized_sme", "户", 0, timing: RowTiming.PointInTime),
        Series("retail_sales", decimals: 2, growth: true),
        Series("industrial_parks", "个", 0, timing: RowTiming.PointInTime),
        Task(1),
    ];
}
