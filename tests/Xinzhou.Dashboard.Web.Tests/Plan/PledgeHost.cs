using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>The application with targets of made-up documents and a second leader.</summary>
public sealed class PledgeHost : PlanHost
{
    public Actor Second { get; private set; } = null!;

    public CommitmentChanges Changes => Services.GetRequiredService<CommitmentChanges>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Second = await new ReturnSetup(Database.Owner, Database.App).UserAsync("li2", Role.Leader, name: "赵副市长");
        var report = await Services.GetRequiredService<Importer>().ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes(
                """
                indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published
                GDP,忻州市,2031-FY,3100,亿元,,测试文件,target,,,,2024-01-05
                GDP,忻州市,2032-FY,3200,亿元,,测试文件,target,,,,2024-01-05
                GDP,忻州市,2033-FY,3300,亿元,,测试文件,target,,,,2024-01-05

                """)),
            new() { File = "targets", Actor = "command" });
        Assert.True(report.Accepted, string.Join('\n', report.Faults));
        await Wait.UntilAsync(() => Store.Current.LightsAt(Now).Targets.Any(t => t.Year == 2033));
    }

    public static AsOf Now => new(DateTimeOffset.UtcNow);

    /// <summary>The target of a year.</summary>
    public Figure Target(int year) => Store.Current.LightsAt(Now).Targets.Single(t => t.Year == year && t.Figure.SourceText == "测试文件").Figure;

    /// <summary>Says who owes the target of a year; a second time it is proposed.</summary>
    public async Task SayAsync(int year, CommitmentStatement said, string reason, Actor? actor = null)
    {
        var (target, before) = (said.Target, Store.Current.Pledges.Proposals.Count);
        var seen = Store.Current.PlanBook.LastSaidOf(target)?.Origin.Id;
        var outcome = await Changes.SaveAsync(Target(year).Id, new(said, seen), reason, actor ?? Leader);
        Assert.True(outcome.Refusal is null, $"{outcome.Refusal} {string.Join(' ', outcome.Faults)}");
        await Wait.UntilAsync(() => Store.Current.PlanBook.LastSaidOf(target)?.Origin.Id != seen || Store.Current.Pledges.Proposals.Count > before);
    }

    public static CommitmentStatement Said(int year) => new()
    {
        Origin = PlanOrigin.NotRecorded,
        Target = new("gdp", "140900", $"{year}-FY", PeriodKind.Year, Measure.Level),
        Owner = "fgw",
    };

    /// <summary>Approves what is proposed of the target of a year.</summary>
    public async Task ApproveAsync(int year)
    {
        var target = Said(year).Target;
        var proposal = Store.Current.Pledges.Pending(target)!;
        Assert.Null((await Changes.DecideAsync(proposal.Id, ProposalVerdict.Approved, null, Second)).Refusal);
        await Wait.UntilAsync(() => Store.Current.Pledges.Pending(target) is null);
    }
}
