using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Review;

/// <summary>The application with two departments, a form of two indicators and returns of made-up figures.</summary>
public sealed class ReviewHost : AccessHost
{
    /// <summary>The rows of the form: a value with growth, a value.</summary>
    public static readonly CellAddress Investment = new(1, CellField.Value);

    public static readonly CellAddress InvestmentGrowth = new(1, CellField.Growth);

    public static readonly CellAddress Sales = new(2, CellField.Value);

    private int _years = 2026;

    public ReturnSetup Setup { get; private set; } = null!;

    /// <summary>Enters for <c>d1</c>.</summary>
    public Actor Reporter { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor OtherReviewer { get; private set; } = null!;

    public ReturnList Returns => Services.GetRequiredService<ReturnList>();

    public ReturnEntry Entry => Services.GetRequiredService<ReturnEntry>();

    public ReturnSteps Steps => Services.GetRequiredService<ReturnSteps>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Setup = new(Database.Owner, Database.App);
        await Setup.DepartmentAsync("d1", "测试局甲");
        await Setup.DepartmentAsync("d2", "测试局乙");
        Reporter = await Setup.UserAsync("wang", Role.Reporter, "d1", "王填报");
        Reviewer = await Setup.UserAsync("li", Role.Reviewer, name: "李审核");
        OtherReviewer = await Setup.UserAsync("zhao", Role.Reviewer, name: "赵审核");
        await Setup.FormAsync([ReturnSetup.Series("fixed_asset_investment", growth: true), ReturnSetup.Series("retail_sales")], ["d1", "d2"]);
    }

    /// <summary>A return of a quarter of its own, opened and not yet filled.</summary>
    public async Task<int> OpenAsync(ReturnDates? dates = null) =>
        await Setup.OpenAsync($"{Interlocked.Decrement(ref _years)}-Q3", "d1", dates: dates);

    /// <summary>A return that waits for the reviewer: 123.4 with growth 5.6, 78.9.</summary>
    public async Task<int> SubmittedAsync(ReturnDates? dates = null)
    {
        var id = await OpenAsync(dates);
        await FillAsync(id, (Investment, new(123.4m)), (InvestmentGrowth, new(5.6m)), (Sales, new(78.9m)));
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

    public async Task<Return> FindAsync(int id) => (await Returns.FindAsync(id))!;

    /// <summary>A persona by the name he signs in with.</summary>
    public async Task<Visitor> VisitAsAsync(Actor actor)
    {
        var visitor = Visit();
        using var answer = await visitor.SubmitAsync("/account/sign-in", null, "/account/persona", ("name", actor.UserName));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Presses 审定入库 or 退回 on the page of a return.</summary>
    public static Task<HttpResponseMessage> DecideAsync(Visitor visitor, int id, string act, int seen, params (string Name, string Value)[] cells) =>
        visitor.SubmitAsync($"/review/{id}", "decide", $"/review/{id}", [("seen", seen.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("act", act), .. cells]);

    /// <summary>The figures that a return has given, in order.</summary>
    public async Task<IReadOnlyList<(long Id, decimal Value)>> FiguresOfAsync(int id)
    {
        await using var command = Database.App.CreateCommand(
            "SELECT f.id, f.value FROM figure_origins o JOIN figures f ON f.id = o.figure_id WHERE o.return_id = $1 ORDER BY f.id");
        command.Parameters.AddWithValue(id);
        await using var reader = await command.ExecuteReaderAsync();
        var figures = new List<(long, decimal)>();
        while (await reader.ReadAsync())
        {
            figures.Add((reader.GetInt64(0), reader.GetDecimal(1)));
        }

        return figures;
    }

    /// <summary>Waits until the application's snapshot knows where a figure comes from.</summary>
    public async Task UntilShownAsync(long figure)
    {
        var store = Services.GetRequiredService<SnapshotStore>();
        await Wait.UntilAsync(() => store.Current.Origins.ContainsKey(figure));
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }
}
