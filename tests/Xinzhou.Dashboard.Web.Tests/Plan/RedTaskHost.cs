using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>The application with a work item of task 5 that has been overdue since 2025-02-21.</summary>
public class RedTaskHost : PlanHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var report = await Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(
                "task,item,text,lead,person,start,due,plan,source,published\n5,1,建成测试项目,测试工信局,张三,2024-01-01,2025-02-20,,测试分解表,2024-01-05\n")),
            new() { File = "plan.csv", Actor = "command" });
        Assert.True(report.Accepted, string.Join('\n', report.Faults));
        await Wait.UntilAsync(() => Store.Current.PlanBook.HasItem(5, 1));
    }
}
