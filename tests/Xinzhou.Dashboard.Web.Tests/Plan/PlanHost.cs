using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>The application with the article's plan, two departments, and who keeps the plan.</summary>
public class PlanHost : AccessHost
{
    public Actor Supervisor { get; private set; } = null!;

    public Actor Leader { get; private set; } = null!;

    public SnapshotStore Store => Services.GetRequiredService<SnapshotStore>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var setup = new ReturnSetup(Database.Owner, Database.App);
        await setup.DepartmentAsync("fgw", "测试发改委");
        await setup.DepartmentAsync("gxj", "测试工信局");
        Supervisor = await setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        Leader = await setup.UserAsync("li", Role.Leader, name: "李市长");
        await Wait.UntilAsync(() => Store.Current.Plan.Departments.Count == 2);
    }
}
