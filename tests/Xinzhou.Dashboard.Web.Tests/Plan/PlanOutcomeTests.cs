using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Plan;
using Xinzhou.Dashboard.Web.Plan.Import;
using Xinzhou.Dashboard.Web.Tests.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>What the page of the upload says of a file.</summary>
public sealed class PlanOutcomeTests : ShellContext
{
    private static readonly PlanOrigin Origin = PlanOrigin.NotRecorded with { Source = "正式分解表", KnownFrom = Now, KnownFromBasis = KnownFromBasis.Stated };

    private static readonly CityPlan Article = CityPlan.Empty with
    {
        Departments = [new("fgw", "测试发改委", 1)],
        Tasks =
        [
            new()
            {
                Number = 3,
                NumberStatus = Status.Provisional,
                Title = "拟定的标题",
                TitleStatus = Status.Provisional,
                ContentStatus = Status.FromArticle,
                Dimension = "industry",
                DimensionStatus = Status.Provisional,
            },
        ],
    };

    public PlanOutcomeTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<SnapshotStore>().AddSingleton<PlanFields>().AddSingleton<PlanWords>();
    }

    private PlanWords Words => Services.GetRequiredService<PlanWords>();

    [Fact]
    public void Each_row_says_what_it_changes_before_and_after_with_departments_that_are_only_to_come()
    {
        var report = new PlanImportReport
        {
            Rows = 3,
            New = 1,
            Changed = 1,
            Unchanged = 1,
            NewDepartments = [new("gxj", "测试工信局", 2)],
            Outcomes =
            [
                Outcome(2, PlanChangeKind.Changed, new TaskStatement { Origin = Origin, Number = 3, Title = "正式标题", Lead = "gxj" }),
                Outcome(3, PlanChangeKind.New, new WorkItemStatement { Origin = Origin, Task = 3, Number = 1, Text = "建成园区", Due = new(new(2026, 12, 31), "2026年底") }),
                Outcome(4, PlanChangeKind.Unchanged, new TaskStatement { Origin = Origin, Number = 3 }),
            ],
        };
        var rows = PlanRow.Of(report, PlanBook.Of(Article, []), Words);
        var shown = Render<PlanOutcome>(p => p.Add(o => o.Report, report).Add(o => o.Rows, rows));

        var changed = Assert.Single(shown.FindAll("#rows tbody tr"));
        Assert.Contains("第3项任务", changed.TextContent, StringComparison.Ordinal);
        Assert.Contains("拟定的标题（非正式表述） → 正式标题", changed.TextContent, StringComparison.Ordinal);
        Assert.Contains("测试工信局", changed.TextContent, StringComparison.Ordinal);
        Assert.Contains("任务 第2行", changed.TextContent, StringComparison.Ordinal);
        Assert.Contains("测试工信局", shown.Find("#counts").TextContent, StringComparison.Ordinal);
        shown.Find("#show-new").Click();
        Assert.Contains("2026年底（2026-12-31）", Assert.Single(shown.FindAll("#rows tbody tr")).TextContent, StringComparison.Ordinal);
        shown.Find("#show-all").Click();
        Assert.Equal(3, shown.FindAll("#rows tbody tr").Count);
    }

    [Fact]
    public void What_is_wrong_is_told_by_sheet_row_and_column()
    {
        var report = new PlanImportReport { Rows = 2, Rejected = 1, Faults = [new("工作", new(7, "完成时限", FaultReason.DayWithoutYear, "6月底前"))] };
        var shown = Render<PlanOutcome>(p => p.Add(o => o.Report, report).Add(o => o.Rows, []));

        Assert.Equal(["工作", "7", "完成时限", "6月底前"], shown.FindAll("#faults tbody td").Take(4).Select(c => c.TextContent.Trim()));
        Assert.Contains("没有保存任何内容", shown.Find("#counts [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("#rows"));
    }

    private static PlanRowOutcome Outcome(int line, PlanChangeKind kind, PlanStatement said) =>
        new(new(said is TaskStatement ? PlanSheet.Tasks : PlanSheet.Items, said is TaskStatement ? "任务" : "工作", line, said), kind);
}
