using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>Everybody sees where he is signed in, and ends what is not his; how long and how many is a setting.</summary>
[Trait("Category", "Security")]
public sealed partial class SessionListTests(SessionListTests.Host host) : IClassFixture<SessionListTests.Host>
{
    [Fact]
    public async Task Each_session_is_listed_with_place_browser_and_way_in_and_this_one_is_named()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var here = await SignInAsync(name);
        using var there = await SignInAsync(name);

        var page = await here.ReadAsync("/account");

        Assert.Equal(2, Row().Count(page));
        Assert.Contains("127.0.0.1", page, StringComparison.Ordinal);
        Assert.Contains("未说明", page, StringComparison.Ordinal);
        Assert.Contains("本次登录", page, StringComparison.Ordinal);
        Assert.Single(EndForm().Matches(page));
    }

    [Fact]
    public async Task One_is_ended_and_a_copy_of_its_cookie_is_worthless()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var here = await SignInAsync(name);
        using var there = await SignInAsync(name);
        using var thief = host.Visit();
        thief.Cookies.Add(there.Cookies.GetCookies(host.Address));
        Assert.Equal(name, await thief.WhoAsync());
        var form = EndForm().Match(await here.ReadAsync("/account")).Groups[1].Value;

        using var answer = await here.SubmitAsync("/account", form, "/account");

        Assert.Contains("已退出1处登录", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Wait.UntilAsync(async () => await there.WhoAsync() is null && await thief.WhoAsync() is null);
        Assert.Equal(name, await here.WhoAsync());
        Assert.Contains($"{name} session.end", await host.AuditOfAsync(name));
    }

    [Fact]
    public async Task All_others_are_ended_at_once_and_nobody_elses()
    {
        var (name, other) = (await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer));
        using var here = await SignInAsync(name);
        using var there = await SignInAsync(name);
        using var his = await SignInAsync(other);

        (await here.SubmitAsync("/account", "sessions-others", "/account")).Dispose();

        await Wait.UntilAsync(async () => await there.WhoAsync() is null);
        Assert.Equal(name, await here.WhoAsync());
        Assert.Equal(other, await his.WhoAsync());
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_another_by_its_number()
    {
        var (name, other) = (await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer));
        using var here = await SignInAsync(name);
        using var second = await SignInAsync(other);
        using var his = await SignInAsync(other);
        var form = EndForm().Match(await his.ReadAsync("/account")).Groups[1].Value;

        using var answer = await here.SubmitAsync("/account", form, "/account");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(other, await second.WhoAsync());
    }

    [Fact]
    public async Task One_more_than_the_setting_allows_ends_the_oldest()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var first = await SignInAsync(name);
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        using var second = await SignInAsync(name);
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        using var third = await SignInAsync(name);

        await Wait.UntilAsync(async () => await first.WhoAsync() is null);
        Assert.Equal(name, await second.WhoAsync());
        Assert.Equal(name, await third.WhoAsync());
    }

    [Fact]
    public async Task After_the_hours_of_the_setting_it_ends_whatever_is_done()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = await SignInAsync(name);
        for (var minutes = 25; minutes < 4 * 60; minutes += 25)
        {
            host.Clock.Pass(TimeSpan.FromMinutes(25));
            Assert.Equal(name, await visitor.WhoAsync());
        }

        host.Clock.Pass(TimeSpan.FromMinutes(25));

        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task A_change_of_the_own_password_prolongs_nothing()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = await SignInAsync(name);
        for (var i = 0; i < 9; i++)
        {
            host.Clock.Pass(TimeSpan.FromMinutes(25));
            Assert.Equal(name, await visitor.WhoAsync());
        }

        (await visitor.SubmitAsync(
            "/account", "password", "/account", ("Form.Current", AccessHost.Password), ("Form.Password", "Wutai-Mountain-9"), ("Form.Repeated", "Wutai-Mountain-9"))).Dispose();
        Assert.Equal(name, await visitor.WhoAsync());
        host.Clock.Pass(TimeSpan.FromMinutes(20));

        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task The_security_administrator_ends_all_sessions_of_somebody()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var one = await SignInAsync(name);
        using var two = await SignInAsync(name);

        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>().EndSessionsAsync("security", await host.IdOfAsync(name), CancellationToken.None));
        }

        await Wait.UntilAsync(async () => await one.WhoAsync() is null && await two.WhoAsync() is null);
        Assert.Contains("security user.end-sessions", await host.AuditOfAsync(name));
        using var anew = await SignInAsync(name);
        Assert.Equal(name, await anew.WhoAsync());
    }

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = host.Visit();
        using var answer = await visitor.SignInAsync(name, AccessHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    [GeneratedRegex("value=\"(session-[0-9a-f]{32})\"")]
    private static partial Regex EndForm();

    [GeneratedRegex("<th scope=\"row\"[^>]*>127\\.0\\.0\\.1</th>")]
    private static partial Regex Row();

    /// <summary>Two sessions at once, of four hours at most.</summary>
    public sealed class Host : ClockedHost
    {
        protected override IReadOnlyList<string> Settings => ["--Dashboard:SessionsAtOnce=2", "--Dashboard:SessionHours=4"];
    }
}
