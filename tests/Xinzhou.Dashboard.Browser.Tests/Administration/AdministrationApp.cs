using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>An application of its own whose rules, forms and calendar are changed.</summary>
public sealed class AdministrationApp : IAsyncLifetime
{
    public DashboardApp App { get; } = new() { LogLevel = "Warning" };

    public string Address => App.Address;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        var setup = new ReturnSetup(App.Database.Owner, App.Database.App);
        await setup.DepartmentAsync("d1", "测试工信局");
        await setup.DepartmentAsync("d2", "测试统计局");
        var administrator = await setup.UserAsync("sun", Role.Admin, name: "孙管理");
        var reporter = await setup.UserAsync("wang", Role.Reporter, "d1", "王填报");
        await setup.FormAsync(
            [
                ReturnSetup.Series("fixed_asset_investment", growth: true),
                ReturnSetup.Series("tertiary_industry_investment", growth: true, indent: 1),
                ReturnSetup.Series("installed_capacity_total", uom: "万千瓦", decimals: 2, timing: RowTiming.PointInTime),
                ReturnSetup.Series("installed_capacity_new_and_clean", uom: "万千瓦", decimals: 2, timing: RowTiming.PointInTime, indent: 1),
                ReturnSetup.Share("installed_capacity_new_and_clean_share", 4, 3, RowTiming.PointInTime, indent: 1),
                ReturnSetup.Task(12),
            ], ["d1", "d2"]);
        var id = await setup.OpenAsync("2026-Q3", "d1");
        await App.Services.GetRequiredService<ReturnEntry>().SaveAsync(
            id, [new(new(1, CellField.Value), new(412.6m), 0), new(new(1, CellField.Growth), new(63.5m), 0)], reporter);

        var rules = App.Services.GetRequiredService<ValidationRules>();
        await ChangeAsync("growth_within_50", d => d.With(GrowthBoundRule.BoundField, 40m), "上半年退回较多，先收紧。");
        await ChangeAsync("growth_within_50", d => d.With(GrowthBoundRule.BoundField, 30m) with { Severity = Severity.Note }, "与统计局商定。");
        await rules.TakeOutAsync("q1_equals_ytd", (await rules.FindAsync("q1_equals_ytd"))!.Latest.Number, "一季度不再单独报送。", administrator);

        async Task ChangeAsync(string code, Func<RuleDefinition, RuleDefinition> change, string reason)
        {
            var held = (await rules.FindAsync(code))!;
            Assert.Null((await rules.SaveAsync(code, change(held.Definition), held.Latest.Number, reason, administrator)).Refusal);
        }
    }

    public Task DisposeAsync() => App.DisposeAsync();
}
