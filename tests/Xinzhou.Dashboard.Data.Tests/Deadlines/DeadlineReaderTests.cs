using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Deadlines;

/// <summary>Each person has the deadlines of his own, as of now.</summary>
public sealed class DeadlineReaderTests
{
    private static readonly string[] Milestones = ["milestone 2027", "milestone 2030", "milestone 2035"];

    [Fact]
    public async Task A_reporter_has_those_of_his_unit_and_everybody_the_milestones_to_come()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        await database.Setup.FormAsync([ReturnSetup.Series("retail_sales")], ["gxj"]);
        var id = await database.Setup.OpenAsync("2026-Q3", "gxj");
        await database.Setup.DatesAsync("2026-Q3", new(
            new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 20, 16, 0, 0, TimeSpan.Zero), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), 3, 3));
        var number = (await database.Notices.IssueAsync(
            new() { Subject = "事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["gxj"] }, database.Leader)).Numbers.Single();
        await database.LoadAsync();

        var own = await database.Deadlines.OfAsync(database.Reporter);

        Assert.Equal(
            [
                $"notice {number} sign", "check_ins 2026-Q3", $"notice {number} feedback", $"return {id}", $"notice {number} settle", "item 1/1",
                .. Milestones,
            ],
            own.Select(d => d.Key));
        // Due at midnight of the 20th to the 21st in Shanghai: on the 20th.
        Assert.Equal(new DateOnly(2026, 10, 20), own.Single(d => d.Kind == ConcernKind.Return).Day);
        Assert.Equal(Milestones, (await database.Deadlines.OfAsync(database.Stranger)).Select(d => d.Key));
        Assert.Equal([$"notice {number} settle", .. Milestones], (await database.Deadlines.OfAsync(database.Leader)).Select(d => d.Key));
        Assert.Equal([$"notice {number} settle", .. Milestones], (await database.Deadlines.OfAsync(database.Office)).Select(d => d.Key));
        Assert.Equal(Milestones, (await database.Deadlines.OfAsync(database.Reviewer)).Select(d => d.Key));
    }

    [Fact]
    public async Task Who_changes_his_unit_has_the_deadlines_of_the_new_one()
    {
        await using var database = await DeadlineDatabase.CreateAsync();

        Assert.Contains(await database.Deadlines.OfAsync(database.Reporter), d => d.Key == "item 1/1");
        Assert.DoesNotContain(await database.Deadlines.OfAsync(database.Reporter with { Department = "fgw" }), d => d.Key == "item 1/1");
        Assert.DoesNotContain(await database.Deadlines.OfAsync(database.Reporter with { Role = Role.Viewer }), d => d.Key == "item 1/1");
    }
}
