using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Conduct;

/// <summary>The application with two units, of which one owes a return since July, and a task with work of both.</summary>
public sealed class ConductHost : UnitsHost
{
    public Actor Administrator { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var setup = new ReturnSetup(Database.Owner, Database.App);
        Administrator = await setup.UserAsync("sun", Role.Admin, name: "孙管理");
        await setup.FormAsync([ReturnSetup.Series("gdp")], ["gxj"]);
        await setup.OpenAsync("2026-Q2", "gxj");
        await setup.DatesAsync("2026-Q2", new(At("2026-07-05"), At("2026-07-20").AddHours(18), At("2099-01-01"), 3, 3));
        // Begins long after anything is to be reported.
        await ImportAsync("task,item,text,lead,person,start,due,plan,source,published\n5,1,测试工作一,测试工信局,王填报,2098-01-01,2099-12-31,,测试分解表,2026-01-05\n5,2,测试工作二,测试发改委,,2098-01-01,2099-12-31,,测试分解表,2026-01-05");
        await Wait.UntilAsync(() => Store.Current.PlanBook.HasItem(5, 2) && Store.Current.Plan.Departments.Count == 2 && Store.Current.Accounts.Any(a => a.Name == "王填报"));
    }

    /// <summary>What somebody did, in SQL, as an administrator of the database would.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task ImportAsync(string csv)
    {
        var report = await Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(csv + "\n")), new() { File = "items.csv", Actor = "command" });
        Assert.True(report.Accepted, report.ToString());
    }

    private static DateTimeOffset At(string day) => Shanghai.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
