using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>The application with two work items of a task that are to be reported of the last quarter, and who reports and decides.</summary>
public sealed class CheckInHost : UnitsHost
{
    /// <summary>The last quarter that is over.</summary>
    public Quarter Quarter { get; } = CheckInDuties.LastEnded(Shanghai.DayOf(TimeProvider.System.GetUtcNow()));

    public CheckInSteps Steps => Services.GetRequiredService<CheckInSteps>();

    public EvidenceStore Evidence => Services.GetRequiredService<EvidenceStore>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        // It began with the quarter: nothing before is owed, whatever day it is.
        var start = Quarter.Previous.LastDay.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rows = string.Join('\n', Enumerable.Range(1, 4).Select(n => $"5,{n},测试工作{n},测试工信局,,{start},2099-12-31,,测试分解表,2020-01-05"));
        var report = await Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes($"task,item,text,lead,person,start,due,plan,source,published\n{rows}\n")), new() { File = "items.csv", Actor = "command" });
        Assert.True(report.Accepted);
        await Wait.UntilAsync(() => Store.Current.PlanBook.Versions("item 5/4").Any() && Store.Current.Plan.Departments.Count == 2);
    }

    /// <summary>A check-in of an item, sent with a file.</summary>
    public async Task<(long Id, Evidence File)> SentAsync(int item, byte[] content, string name)
    {
        var key = new CheckInKey(5, item, Quarter);
        var file = (await Evidence.AddAsync(key, name, new MemoryStream(content), Reporter)).Added!;
        Assert.Null((await Steps.SendAsync(key, new(60, $"完成测试工作{item}", "继续推进", "资金未到位"), [file.Id], null, Reporter)).Refusal);
        await Wait.UntilAsync(() => Store.Current.CheckIns.Latest(key) is not null);
        return (Store.Current.CheckIns.Latest(key)!.Id, file);
    }
}
