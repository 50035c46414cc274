using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Plan;

namespace Xinzhou.Dashboard.Web.Tests.Reviews;

/// <summary>The application with a work item and an outcome of 2025, so that there is something to call to account.</summary>
public sealed class ReviewHost : PlanHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var importer = Services.GetRequiredService<PlanImporter>();
        foreach (var sheet in new[]
        {
            "task,item,text,lead,start,due,source,published\n1,1,建设产业园,测试工信局,2024-01-01,2026-12-31,分解表,2024-01-05\n",
            "task,item,text,lead,start,due,source,published\n2,1,完成审批,测试工信局,2024-01-01,2024-12-31,分解表,2024-01-05\n",
            "task,item,quarter,percent,source,published\n2,1,2024-Q4,100,分解表,2025-01-10\n",
            "year,dimension,text,owner,achieved,evidence,source,published\n2025,产业,首个百亿园区,测试工信局,2025-11-01,验收意见,验收,2025-12-01\n",
        })
        {
            var report = await importer.ImportAsync(PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(sheet)), new() { File = "plan.csv", Actor = "command" });
            Assert.True(report.Accepted, string.Join('\n', report.Faults));
        }

        await Wait.UntilAsync(() => Store.Current.PlanAt(Now).Outcomes.Count > 0);
    }

    public static Domain.Indicators.AsOf Now => new(DateTimeOffset.UtcNow);

    /// <summary>The only review of 2025.</summary>
    public PlanReview Review => Store.Current.Reviews.Of(ReviewSubject.Milestone(2025)).Single();
}
