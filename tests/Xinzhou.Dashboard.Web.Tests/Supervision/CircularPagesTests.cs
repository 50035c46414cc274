using System.Net;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>The sheet of a unit and the circular of a month: as pages, as files and by the API.</summary>
public sealed class CircularPagesTests(NoticeHost host) : IClassFixture<NoticeHost>
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private DateOnly Issued => host.Issued;

    private string Month => MonthlyCircular.Written(Issued);

    [Fact]
    public async Task A_unit_finds_its_own_sheet_and_the_office_that_of_any_unit()
    {
        using var reporter = await host.VisitAsAsync(host.Reporter);
        using var stranger = await host.VisitAsAsync(host.Stranger);
        using var supervisor = await host.VisitAsAsync(host.Supervisor);

        await HasAsync(reporter, "/supervision/sheet", "测试工信局督办台账", host.Number.Code, "测试督办事项", "待签收", "共");
        await HasAsync(reporter, "/supervision/sheet?lang=en", "Notices of 测试工信局", "Late (working days)");
        await HasAsync(supervisor, "/supervision/sheet", "请选定单位", "测试工信局");
        await HasAsync(supervisor, "/supervision/sheet?unit=gxj", "测试工信局督办台账", "测试督办事项", "/supervision/sheet.xlsx?unit=gxj");
        await HasAsync(supervisor, "/supervision/sheet?unit=fgw", "测试发改委没有督办事项");
        // What another unit was given to do is not there for him.
        Assert.DoesNotContain("测试督办事项", await stranger.ReadAsync("/supervision/sheet?unit=gxj"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(supervisor, "/supervision/sheet?unit=none"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(supervisor, "/supervision/sheet.xlsx?unit=none"));
        using var file = await reporter.GetAsync("/supervision/sheet.xlsx");
        Assert.Equal((HttpStatusCode.OK, Workbook), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_circular_counts_by_unit_and_by_grade_and_lists_what_is_behind_each_count()
    {
        using var supervisor = await host.VisitAsAsync(host.Supervisor);

        await HasAsync(supervisor, $"/supervision/circular?month={Month}", $"{Issued.Year}年{Issued.Month}月督办月度通报", "按牵头单位", "按等级", "本月交办", "其中按期", "本月未结束", "测试工信局");
        await HasAsync(supervisor, $"/supervision/circular?month={Month}&by=department&key=gxj&count=issued", "测试工信局：本月交办1件", "测试督办事项");
        await HasAsync(supervisor, $"/supervision/circular?month={Month}&by=grade&key=major&count=open", "重大事项：未销号0件");
        await HasAsync(supervisor, "/supervision/circular?month=2020-02&lang=en", "Supervision circular, February 2020", "Closed in time");
        // A month that is none, or has not begun, is said to be so; what is shown is the month that runs.
        await HasAsync(supervisor, "/supervision/circular?month=2026-13", "“2026-13”不是已开始的月份", "月督办月度通报");
        await HasAsync(supervisor, "/supervision/circular?month=9999-12", "“9999-12”不是已开始的月份");
        await HasAsync(supervisor, "/supervision/circular?month=2020-02", "2020年2月督办月度通报", "截至2020-02-29");
        using var file = await supervisor.GetAsync($"/supervision/circular.xlsx?month={Month}");
        Assert.Equal((HttpStatusCode.OK, Workbook), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(supervisor, "/supervision/circular.xlsx?month=9999-12"));
    }

    [Fact]
    public async Task The_API_says_the_same_in_numbers_and_names_the_notices_behind_them()
    {
        using var supervisor = await host.VisitAsAsync(host.Supervisor);
        var answer = JsonDocument.Parse(await supervisor.ReadAsync($"/api/v1/supervision/circular?month={Month}")).RootElement;
        var items = answer.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["all", "department", "grade", "grade"], items.Select(i => i.GetProperty("by").GetString()));
        Assert.Equal(("测试工信局", null), (items[1].GetProperty("department").GetString(), items[1].GetProperty("grade").GetString()));
        Assert.All(items.Take(3), i => Assert.Equal((1, host.Number.Code), (Count(i, "issued"), i.GetProperty("issued").GetProperty("notices")[0].GetString())));
        Assert.Equal((1, 0, 0), (Count(items[0], "open"), Count(items[0], "closed"), Count(items[0], "closedInTime")));
        Assert.Equal(0, Count(items[3], "issued"));
        var grades = JsonDocument.Parse(await supervisor.ReadAsync($"/api/v1/supervision/circular?month={Month}&by=grade")).RootElement;
        Assert.Equal(2, grades.GetProperty("total").GetInt32());
        var csv = await supervisor.ReadAsync($"/api/v1/supervision/circular?month={Month}&format=csv&limit=all");
        Assert.Contains("month,day,by,department,grade,issued.count,issued.notices,due.count", csv, StringComparison.Ordinal);
        Assert.Contains($",department,测试工信局,,1,{host.Number},", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month=2026-13")]
    [InlineData("month=9999-12")]
    [InlineData("month=")]
    [InlineData("by=month")]
    [InlineData("month=2026-01&month=2026-02")]
    [InlineData("year=2026")]
    public async Task A_month_that_is_none_is_refused_by_the_API(string query)
    {
        using var supervisor = await host.VisitAsAsync(host.Supervisor);
        using var answer = await supervisor.GetAsync($"/api/v1/supervision/circular?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_unit_counts_what_concerns_it()
    {
        using var stranger = await host.VisitAsAsync(host.Stranger);
        var answer = JsonDocument.Parse(await stranger.ReadAsync("/api/v1/supervision/circular")).RootElement;
        Assert.Equal(0, Count(answer.GetProperty("items")[0], "issued"));
        Assert.DoesNotContain("测试工信局", WebUtility.HtmlDecode(await stranger.ReadAsync("/supervision/circular")), StringComparison.Ordinal);
    }

    private static int Count(JsonElement item, string count) => item.GetProperty(count).GetProperty("count").GetInt32();

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return answer.StatusCode;
    }

    private static async Task HasAsync(Visitor visitor, string address, params string[] texts)
    {
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync(address));
        Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
    }
}
