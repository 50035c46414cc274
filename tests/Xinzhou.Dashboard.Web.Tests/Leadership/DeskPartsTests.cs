using System.Globalization;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Leadership.Desk;
using Xinzhou.Dashboard.Web.Settings;
using Xinzhou.Dashboard.Web.Supervision;
using Xinzhou.Dashboard.Web.Tests.Browse;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Tests.Leadership;

/// <summary>Parts of the desks: the clocks of notices and the dimensions side by side.</summary>
public sealed class DeskPartsTests : PageContext
{
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();

    public DeskPartsTests()
    {
        Services.AddSingleton(Days);
        Services.AddSingleton(DashboardSettings.Read(new ConfigurationBuilder().Build(), "/data", isDevelopment: true));
        Services.AddSingleton<EvidenceText>();
        Services.AddSingleton<NoticeText>();
    }

    [Fact]
    public void A_notice_is_late_by_working_days_as_in_the_ledger_and_what_is_due_today_says_so()
    {
        // Of a Friday ten days ago, signed for by nobody: since then six working days have begun.
        var page = RenderClocks(Issued(1, "2026-11-13"), Issued(2, "2026-11-23"));
        var rows = page.FindAll("tbody tr");

        Assert.Contains("签收逾期6个工作日", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("签收今天到期", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".more"));
    }

    [Fact]
    public void What_a_day_off_made_late_is_late_without_a_number()
    {
        // Of a Saturday.
        var rows = RenderClocks(new DateOnly(2026, 11, 22), Issued(1, "2026-11-21")).FindAll("tbody tr");

        Assert.EndsWith("签收逾期", Assert.Single(rows).QuerySelector("td:last-child")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Clocks_that_are_left_out_are_counted_and_lead_to_the_ledger()
    {
        var page = RenderClocks([.. Enumerable.Range(1, 14).Select(n => Issued(n, "2026-11-23"))]);

        Assert.Equal(12, page.FindAll("tbody tr").Count);
        var more = page.Find(".more a");
        Assert.Equal(("另有2件，见督办台账", "/supervision"), (more.TextContent, more.GetAttribute("href")));
    }

    [Theory]
    [InlineData(2, 3, "67")]
    [InlineData(5, 9, "56")]
    [InlineData(299, 300, "99")]
    [InlineData(1, 300, "1")]
    [InlineData(3, 3, "100")]
    [InlineData(0, 3, "0")]
    public void A_share_is_rounded_the_same_way_everywhere_and_only_all_is_a_hundred(int green, int all, string percent) =>
        Assert.Equal(percent, ReadyShare.Percent((decimal)green / all).ToString("0", CultureInfo.InvariantCulture));

    private IRenderedComponent<NoticeClocks> RenderClocks(params NoticeAssignment[] issued) => RenderClocks(Shanghai.DayOf(Now), issued);

    private IRenderedComponent<NoticeClocks> RenderClocks(DateOnly day, params NoticeAssignment[] issued)
    {
        var at = Shanghai.StartOf(day).AddHours(12);
        var model = DeskModel.Of(new Snapshot { PlanBook = SamplePlan.Book, Notices = NoticeBook.Empty.With(issued, []) }, at, Days, []);
        IReadOnlyList<Notice> open = [.. model.OpenNotices];
        return Render<NoticeClocks>(p => p.Add(c => c.Notices, open).Add(c => c.Model, model));
    }

    private static NoticeAssignment Issued(int number, string day) => new()
    {
        Id = number,
        Number = new(2026, number),
        Dispatch = new(2026, number),
        Grade = MatterGrade.Ordinary,
        Subject = $"事项{number}",
        Origin = NoticeOrigin.Free,
        Lead = "d1",
        Mode = CountingMode.Working,
        By = new Person(Guid.NewGuid(), "市领导"),
        At = Shanghai.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).AddHours(9),
    };
}
