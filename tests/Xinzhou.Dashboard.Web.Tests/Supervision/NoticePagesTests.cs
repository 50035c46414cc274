using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Supervision;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>Notices as pages first serve them, as a workbook, and by the API; who sees which.</summary>
public sealed class NoticePagesTests(NoticeHost host) : IClassFixture<NoticeHost>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Everything_that_can_be_refused_or_done_has_its_words(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var text = host.Services.GetRequiredService<NoticeText>();
            string[] said =
            [
                .. Enum.GetValues<NoticeReason>().Select(r => text.Fault(r)),
                .. Enum.GetValues<NoticeStage>().Select(text.Stage),
                .. Enum.GetValues<NoticeStep>().Select(text.Step),
                .. Enum.GetValues<NoticeAct>().Select(text.Act),
                .. Enum.GetValues<NoticeOrigin>().Select(text.Origin),
                .. Enum.GetValues<MatterGrade>().Select(text.Grade),
                .. Enum.GetValues<CountingMode>().Select(text.Mode),
                .. Enum.GetValues<EscalationLevel>().Select(text.Level),
            ];
            string[] prefixes = ["Reason", "Stage", "Step", "Act", "Origin", "Grade", "Mode", "Level"];
            Assert.DoesNotContain(said, s => s.Length == 0 || prefixes.Any(p => s.StartsWith(p, StringComparison.Ordinal)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task A_unit_finds_what_it_owes_and_nobody_elses()
    {
        using var reporter = await host.VisitAsAsync(host.Reporter);
        using var stranger = await host.VisitAsAsync(host.Stranger);
        using var supervisor = await host.VisitAsAsync(host.Supervisor);
        var page = $"/supervision/{host.Number}";

        await HasAsync(reporter, "/supervision", "测试督办事项", "待签收", "待处理");
        await HasAsync(reporter, page, "测试督办事项", "测试工信局", "张三", "签收", "一般事项");
        await HasAsync(reporter, $"{page}?lang=en", "Sign for it", "Ordinary");
        await HasAsync(reporter, "/todo", "办理督办事项", host.Number.Code);
        await HasAsync(supervisor, "/supervision", "测试督办事项", "交办事项", "导出台账");
        var others = await stranger.ReadAsync("/supervision");
        Assert.DoesNotContain("测试督办事项", others, StringComparison.Ordinal);
        using var hidden = await stranger.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task The_ledger_is_a_workbook_and_who_took_it_is_noted()
    {
        using var supervisor = await host.VisitAsAsync(host.Supervisor);
        using var answer = await supervisor.GetAsync("/supervision/ledger.xlsx?stage=assigned");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task The_API_gives_notices_to_tokens_of_the_scope_and_a_role_that_sees_returns()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(await TokenAsync(Role.Supervisor, TokenScope.Read))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(await TokenAsync(Role.Viewer, TokenScope.Supervision))).Status);
        var token = await TokenAsync(Role.Supervisor, TokenScope.Supervision);

        var (status, list) = await AskAsync(token);
        Assert.Equal((HttpStatusCode.OK, 1), (status, list.GetProperty("total").GetInt32()));
        var (_, notice) = await AskAsync(token, $"supervision/{host.Number}");
        Assert.Equal(
            ["number", "subject", "grade", "department", "person", "stage", "steps", "pauses", "extensions", "escalation", "late", "closed"],
            notice.EnumerateObject().Select(p => p.Name).Take(12));
        Assert.Equal(("测试工信局", "ordinary", "assigned"), (Text("department"), Text("grade"), Text("stage")));
        Assert.Equal(
            ["assign", "sign", "feedback", "settle", "verify", "close"],
            notice.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("step").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(token, "supervision/2026-999")).Status);
        // A reporter of another unit has none.
        var none = await AskAsync(await TokenAsync(Role.Reporter, TokenScope.Supervision, host.Stranger.Id));
        Assert.Equal(0, none.Answer.GetProperty("total").GetInt32());
        var own = await AskAsync(await TokenAsync(Role.Reporter, TokenScope.Supervision, host.Reporter.Id));
        Assert.Equal(1, own.Answer.GetProperty("total").GetInt32());

        string? Text(string name) => notice.GetProperty(name).GetString();
    }

    private Task<string> TokenAsync(Role role, TokenScope scope, Guid? user = null) =>
        host.Services.GetRequiredService<ApiTokens>().CreateAsync("test", role, [scope], TimeSpan.FromDays(1), "test", user);

    private async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(string? token, string path = "supervision")
    {
        using var visitor = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await visitor.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static async Task HasAsync(Visitor visitor, string address, params string[] texts)
    {
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync(address));
        Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
    }
}
