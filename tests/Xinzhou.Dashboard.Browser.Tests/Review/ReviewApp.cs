using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Review;

/// <summary>An application of its own with made-up returns, which no other test should see.</summary>
public sealed class ReviewApp : IAsyncLifetime
{
    public static readonly CellAddress Sales = new(5, CellField.Value);

    public DashboardApp App { get; } = new();

    public string Address => App.Address;

    public Actor Reporter { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public ReturnSetup Setup { get; private set; } = null!;

    private ReturnList Returns => App.Services.GetRequiredService<ReturnList>();

    private ReturnEntry Entry => App.Services.GetRequiredService<ReturnEntry>();

    public ReturnSteps Steps => App.Services.GetRequiredService<ReturnSteps>();

    public ReturnRelease Release => App.Services.GetRequiredService<ReturnRelease>();

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Setup = new(App.Database.Owner, App.Database.App);
        await Setup.DepartmentAsync("d1", "测试工信局");
        await Setup.DepartmentAsync("d2", "测试统计局");
        Reporter = await Setup.UserAsync("wang", Role.Reporter, "d1", "王填报");
        Reviewer = await Setup.UserAsync("li", Role.Reviewer, name: "李审核");
        await Setup.FormAsync(
            [
                ReturnSetup.Series("fixed_asset_investment", decimals: 1, growth: true),
                ReturnSetup.Series("tertiary_industry_investment", decimals: 1, growth: true, indent: 1),
                ReturnSetup.Series("general_budget_revenue", decimals: 2),
                ReturnSetup.Task(12),
                ReturnSetup.Series("retail_sales", growth: true),
                ReturnSetup.Series("strategic_emerging_value_added"),
                ReturnSetup.Series("raw_coal_output", uom: "万吨", decimals: 0),
            ], ["d1", "d2"]);
    }

    public Task DisposeAsync() => App.DisposeAsync();

    public async Task<Return> FindAsync(int id) => (await Returns.FindAsync(id))!;

    /// <summary>A return of a quarter that waits for the reviewer, with a value that a rule asks about and one that is missing.</summary>
    public async Task<int> SubmittedAsync(string quarter, ReturnDates? dates = null, decimal sales = 301.5m)
    {
        var id = await Setup.OpenAsync(quarter, "d1", dates: dates);
        await FillAsync(
            id,
            (new(1, CellField.Value), new(412.6m)), (new(1, CellField.Growth), new(8.3m)),
            (new(2, CellField.Value), new(246.0m, Source: "投资司3号表")), (new(2, CellField.Growth), new(60.1m, Explanation: "三季度新增2户链上企业并入统计，老口径可比增长约12%。")),
            (new(3, CellField.Value), new(71.90m)), (new(4, CellField.Value), new(65m)),
            (Sales, new(sales)), (new(5, CellField.Growth), new(-2.1m)),
            (new(6, CellField.Value), new(null, BlankReason.NotObtained, "省统计局25日后反馈")), (new(7, CellField.Value), new(5120m)));
        await SubmitAsync(id);
        return id;
    }

    public async Task FillAsync(int id, params (CellAddress Cell, CellEntry Entry)[] cells)
    {
        var held = (await FindAsync(id)).Cells;
        var (refusal, outcomes, _) = await Entry.SaveAsync(
            id, [.. cells.Select(c => new CellEdit(c.Cell, c.Entry, held.GetValueOrDefault(c.Cell)?.Version ?? 0))], Reporter);
        Assert.Null(refusal);
        Assert.All(outcomes, o => Assert.Null(o.Refusal));
    }

    public async Task SubmitAsync(int id) =>
        Assert.Null((await Steps.SubmitAsync(id, (await FindAsync(id)).Version, Reporter)).Refusal);
}
