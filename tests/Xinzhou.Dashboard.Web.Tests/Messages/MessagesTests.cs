using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Review;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

public sealed class MessagesTests(ReviewHost host) : IClassFixture<ReviewHost>
{
    [Fact]
    public async Task Everybody_concerned_is_told_and_the_count_in_the_header_goes_down_when_it_is_read()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        var page = await reviewer.ReadAsync("/messages");
        Assert.Contains("待审", page, StringComparison.Ordinal);
        var message = await host.ScalarAsync<long>("SELECT id FROM messages WHERE user_id = $1 AND return_id = $2 AND kind = 'submitted'", host.Reviewer.Id, id);
        Assert.Contains($"/messages/{message}", page, StringComparison.Ordinal);
        Assert.Contains("条未读", await reviewer.ReadAsync("/"), StringComparison.Ordinal);

        using var opened = await reviewer.GetAsync($"/messages/{message}");
        Assert.Equal($"/review/{id}", opened.Headers.Location!.ToString());
        Assert.Equal(1L, await host.ScalarAsync<long>("SELECT count(*) FROM messages WHERE id = $1 AND read_at IS NOT NULL", message));

        await host.SubmittedAsync();
        using var read = await reviewer.SubmitAsync("/messages", "read", "/messages", ("newest", $"{long.MaxValue}"));
        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        await Wait.UntilAsync(async () => !(await reviewer.ReadAsync("/")).Contains("条未读", StringComparison.Ordinal));
        Assert.Contains("没有未读的通知", await reviewer.ReadAsync("/messages?show=unread"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_opens_or_sees_the_notices_of_another()
    {
        var id = await host.SubmittedAsync();
        var message = await host.ScalarAsync<long>("SELECT id FROM messages WHERE user_id = $1 AND return_id = $2 AND kind = 'submitted'", host.OtherReviewer.Id, id);
        using var reviewer = await host.VisitAsAsync(host.Reviewer);

        using var opened = await reviewer.GetAsync($"/messages/{message}");

        Assert.Equal("/messages", opened.Headers.Location!.ToString());
        Assert.Equal(0L, await host.ScalarAsync<long>("SELECT count(*) FROM messages WHERE id = $1 AND read_at IS NOT NULL", message));
    }

    [Fact]
    public async Task Somebody_unknown_has_none_and_costs_no_query()
    {
        using var unknown = host.Visit();

        Assert.DoesNotContain("/messages", await unknown.ReadAsync("/"), StringComparison.Ordinal);
        using var sent = await unknown.GetAsync("/messages");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    [Theory]
    [InlineData("@wang 请附名单", 1)]
    [InlineData("请@王填报核对", 1)]
    [InlineData("@WANG,谢谢", 1)]
    [InlineData("@wangx 请核对", 0)]
    [InlineData("wang 请核对", 0)]
    public async Task A_comment_that_names_somebody_tells_him(string text, int told)
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);

        using var said = await reviewer.SubmitAsync($"/review/{id}", "comment", $"/review/{id}", ("say", text));

        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Equal(told, await MentionsAsync(id, host.Reporter));
        Assert.Equal(0, await MentionsAsync(id, host.Reviewer));
    }

    [Fact]
    public async Task Who_may_not_see_the_return_is_not_told_of_it()
    {
        var id = await host.SubmittedAsync();
        var stranger = await host.Setup.UserAsync($"s{id}", Role.Reporter, "d2");
        var auditor = await host.Setup.UserAsync($"a{id}", Role.Auditor);

        Assert.Null((await host.Steps.CommentAsync(id, null, $"@{stranger.UserName} @{auditor.UserName} 看", host.Reviewer)).Refusal);

        Assert.Equal((0, 1), (await MentionsAsync(id, stranger), await MentionsAsync(id, auditor)));
    }

    private async Task<int> MentionsAsync(int id, Actor actor) => (int)await host.ScalarAsync<long>(
        "SELECT count(*) FROM messages WHERE return_id = $1 AND user_id = $2 AND kind = 'mentioned'", id, actor.Id);
}
