using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Tests.Supervision;

namespace Xinzhou.Dashboard.Web.Tests.Leadership;

/// <summary>The desks as they are first served, and who is told of notices among the changes.</summary>
public sealed class DeskPagesTests(NoticeHost host) : IClassFixture<NoticeHost>
{
    [Fact]
    public async Task A_leader_and_the_inspection_office_have_a_desk_each_of_his_own()
    {
        using var leader = await host.VisitAsAsync(new(Guid.Empty, "leader", "", Role.Leader, null));
        using var supervisor = await host.VisitAsAsync(host.Supervisor);

        await leader.HasAsync("/desk", "领导桌面", "我分管", "七大能级", "测试督办事项");
        await leader.HasAsync("/desk?lang=en", "Leader's desk", "My field");
        await supervisor.HasAsync("/desk", "督查桌面", "未签收1件", "测试督办事项", "测试工信局");
        await supervisor.HasAsync("/", "/desk");
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task Among_the_changes_notices_are_told_only_to_those_who_see_them()
    {
        using var visitor = host.Visit();
        using var supervisor = await host.VisitAsAsync(host.Supervisor);
        using var reporter = await host.VisitAsAsync(host.Reporter);
        using var stranger = await host.VisitAsAsync(host.Stranger);

        Assert.DoesNotContain("测试督办事项", WebUtility.HtmlDecode(await visitor.ReadAsync("/changes")), StringComparison.Ordinal);
        Assert.DoesNotContain("测试督办事项", WebUtility.HtmlDecode(await stranger.ReadAsync("/changes")), StringComparison.Ordinal);
        await supervisor.HasAsync("/changes", "测试督办事项");
        await reporter.HasAsync("/changes", "测试督办事项");
        Assert.Equal(0, await ToldAsync(null));
        Assert.Equal(0, await ToldAsync(await TokenAsync(Role.Supervisor, TokenScope.Read)));
        Assert.Equal(0, await ToldAsync(await TokenAsync(Role.Viewer, TokenScope.Supervision)));
        Assert.Equal(1, await ToldAsync(await TokenAsync(Role.Supervisor, TokenScope.Supervision)));
        Assert.Equal(1, await ToldAsync(await TokenAsync(Role.Reporter, TokenScope.Supervision, host.Reporter.Id)));
        Assert.Equal(0, await ToldAsync(await TokenAsync(Role.Reporter, TokenScope.Supervision, host.Stranger.Id)));
    }

    private Task<string> TokenAsync(Role role, TokenScope scope, Guid? user = null) =>
        host.Services.GetRequiredService<ApiTokens>().CreateAsync("test", role, [scope], TimeSpan.FromDays(1), "test", user);

    /// <summary>How many notices are among the changes.</summary>
    private async Task<int> ToldAsync(string? token)
    {
        using var visitor = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes?kind=notice");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32();
    }
}
