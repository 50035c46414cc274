using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>A running installation with two returns, a unit, its supervisors and a leader, all of whom can be set to work at once.</summary>
public sealed class Town : IAsyncLifetime
{
    /// <summary>The code of the unit that is supervised, and its name.</summary>
    private const string Unit = "gxj";

    internal const string UnitName = "测试工信局";

    internal FaultedDashboard Dashboard { get; } = new(FaultedDashboard.NewFolder(), ownsFolder: true);

    /// <summary>Somebody with a browser who has not signed in.</summary>
    internal HttpClient Client { get; private set; } = null!;

    /// <summary>Who keeps the plan, by the name he signs in with.</summary>
    internal string Supervisor { get; private set; } = "";

    /// <summary>A return with its reporter and its reviewer.</summary>
    internal ReturnWork Return { get; private set; } = null!;

    internal IReadOnlyList<Work> Everybody { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Dashboard.StartAsync();
        Client = new() { BaseAddress = new(Dashboard.Site) };
        await using var owner = Dashboard.Connect(DatabaseRoles.Owner, pooled: true);
        await using var application = Dashboard.Connect(DatabaseRoles.Application, pooled: true);
        var setup = new ReturnSetup(owner, application);
        await setup.DepartmentAsync(Unit, UnitName);
        var office = await setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        var leader = await setup.UserAsync("zhang", Role.Leader, name: "张市长");
        var unit = await setup.UserAsync("wang", Role.Reporter, Unit, "王填报");
        Supervisor = office.UserName;
        var rows = await CountyRows.ReadAsync(application, 6);
        var first = await IndustryQuarter.MakeAsync(owner, application, [.. rows.Take(3)]);
        var second = await IndustryQuarter.MakeAsync(owner, application, [.. rows.Skip(3)]);
        // Something that a review of 2025 can be held against, and a snapshot that knows who there is.
        using (var plan = await ImportPlanAsync(Client, "建设产业园"))
        {
            Assert.True(plan.StatusCode == HttpStatusCode.OK, await plan.Content.ReadAsStringAsync());
        }

        await Wait.UntilAsync(async () => (await Dashboard.GetAsync("/tasks/1")).Text.Contains("建设产业园", StringComparison.Ordinal));
        Return = await ReturnWork.BeginAsync(Dashboard, first, 3, FaultRounds.Seed);
        Everybody =
        [
            Return,
            await ReturnWork.BeginAsync(Dashboard, second, 3, FaultRounds.Seed + 1),
            new NoticeWork(Client, office, unit, FaultRounds.Seed + 2),
            new ReviewWork(Client, leader, Unit),
            new PlanWork(Client, Supervisor, UnitName),
        ];
    }

    public async Task DisposeAsync()
    {
        foreach (var work in Everybody.OfType<IDisposable>()) work.Dispose();
        Client?.Dispose();
        await Dashboard.DisposeAsync();
    }

    /// <summary>Imports work items, all with one text, as the page for it does.</summary>
    /// <param name="client">Speaks to one of the processes.</param>
    /// <param name="text">The text.</param>
    internal Task<HttpResponseMessage> ImportPlanAsync(HttpClient client, string text) =>
        client.PostAsJsonAsync(PlanOrder.Path, new PlanOrder(PlanWork.Csv(text, UnitName), Supervisor));

    /// <summary>Holds what is there against what people were told, and looks whether what belongs together is together.</summary>
    /// <param name="when">When that is, for who has to find out.</param>
    /// <param name="everything">Also what was looked at before.</param>
    internal async Task<Balance> CheckAsync(string when, bool everything = false)
    {
        await using var database = Dashboard.Connect(DatabaseRoles.Application, pooled: true);
        var sum = default(Balance);
        foreach (var work in Everybody)
        {
            var balance = await work.CheckAsync(database, everything);
            Assert.True(balance == default, string.Create(CultureInfo.InvariantCulture, $"{work.Name}, {when}, seed {FaultRounds.Seed}: {balance}"));
            sum += balance;
        }

        var faults = await Wholeness.FaultsAsync(database);
        Assert.True(faults.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{when}, seed {FaultRounds.Seed}: {string.Join("; ", faults)}"));
        return sum;
    }
}
