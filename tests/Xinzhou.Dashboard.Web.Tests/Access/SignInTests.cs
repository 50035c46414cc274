using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Tests.Access;

[Trait("Category", "Security")]
public sealed class SignInTests : IClassFixture<SignInTests.Counted>
{
    private const string Wrong = "用户名或密码不正确";
    private const string TooMany = "尝试次数过多";

    private readonly Counted host;

    public SignInTests(Counted host)
    {
        this.host = host;
        // What the test before has tried is no longer held against the address.
        host.Clock.Pass(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Name_and_password_sign_in_and_lead_where_the_reader_wanted_to_go()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();

        using var answer = await visitor.SignInAsync(name, AccessHost.Password, "/account/sign-in?returnUrl=%2Ftasks%3Fdimension%3Dindustry");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/tasks?dimension=industry", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(name, await visitor.WhoAsync());
        Assert.Equal($"{name} sign-in", (await host.AuditOfAsync(name))[^1]);
        var cookie = visitor.Cookies.GetCookies(host.Address)["xzd-session"]!;
        Assert.True(cookie.HttpOnly);
    }

    [Fact]
    public async Task A_name_that_no_text_contains_is_asked_wrongly_and_no_failure()
    {
        using var visitor = host.Visit();

        using var answer = await visitor.SignInAsync("wang\0", AccessHost.Password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(Role.Viewer, "/")]
    [InlineData(Role.Reporter, "/todo")]
    [InlineData(Role.Reviewer, "/review")]
    [InlineData(Role.Leader, "/desk")]
    [InlineData(Role.Supervisor, "/desk")]
    [InlineData(Role.Admin, "/admin")]
    [InlineData(Role.Security, "/admin/users")]
    [InlineData(Role.Auditor, "/audit")]
    public async Task Everybody_lands_on_the_page_of_his_duties(Role role, string page)
    {
        var name = await host.EnterAsync(role);
        using var visitor = host.Visit();

        using var answer = await visitor.SignInAsync(name, AccessHost.Password);
        using var english = await visitor.SignInAsync(name, AccessHost.Password, "/account/sign-in?lang=en");
        using var fromOverview = await visitor.SignInAsync(name, AccessHost.Password, "/account/sign-in?returnUrl=%2F");
        using var persona = await visitor.SubmitAsync("/account/sign-in", null, "/account/persona", ("name", Domain.Code.Of(role)), ("returnUrl", "/"));

        Assert.Equal(page, new Uri(host.Address, answer.Headers.Location!).PathAndQuery);
        Assert.Equal($"{page}?lang=en", new Uri(host.Address, english.Headers.Location!).PathAndQuery);
        Assert.Equal(page, new Uri(host.Address, fromOverview.Headers.Location!).PathAndQuery);
        Assert.Equal(page, persona.Headers.Location!.ToString());
        await visitor.ReadAsync(page);
    }

    [Fact]
    public async Task Wrong_name_wrong_password_locked_and_disabled_get_the_same_answer()
    {
        var (known, disabled) = (await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer));
        await DisableAsync(disabled);
        using var visitor = host.Visit();

        string[] answers =
        [
            await RefusalAsync(visitor, "nobody-at-all", AccessHost.Password),
            await RefusalAsync(visitor, known, "wrong"),
            await RefusalAsync(visitor, disabled, AccessHost.Password),
            await RefusalAsync(visitor, "leader", AccessHost.Password),
        ];

        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.Contains(Wrong, answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_and_are_all_in_the_log()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        for (var i = 0; i < 5; i++)
        {
            await RefusalAsync(visitor, name, "wrong");
        }

        Assert.Contains(TooMany, await RefusalAsync(visitor, name, AccessHost.Password, HttpStatusCode.TooManyRequests), StringComparison.Ordinal);

        Assert.Equal(6, (await host.AuditOfAsync(name)).Count(e => e == $"{name} sign-in.failed"));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .SetDisabledAsync("test", await host.IdOfAsync(name), disabled: false, CancellationToken.None));
        }

        using var answer = await visitor.SignInAsync(name, AccessHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Attempts_made_at_once_are_counted_one_by_one()
    {
        var name = await host.EnterAsync(Role.Viewer);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            using var visitor = host.Visit();
            await RefusalAsync(visitor, name, "wrong", null);
        }));

        await using var command = host.Database.App.CreateCommand(
            "SELECT count(*) FILTER (WHERE details ->> 'by' = 'password'), count(*) FROM audit_events WHERE subject = 'user ' || $1 AND action = 'sign-in.failed'");
        command.Parameters.AddWithValue(name);
        await using var counts = await command.ExecuteReaderAsync();
        await counts.ReadAsync();
        // The fifth failure is the one that locks.
        Assert.Equal((4L, 16L), (counts.GetInt64(0), counts.GetInt64(1)));
    }

    [Fact]
    public async Task A_refusal_costs_one_comparison_of_a_password_whether_the_account_is_there_locked_disabled_or_not()
    {
        var (there, locked, disabled) = (await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer));
        await DisableAsync(disabled);
        using var visitor = host.Visit();
        for (var i = 0; i < 5; i++)
        {
            await RefusalAsync(visitor, locked, "wrong");
        }

        var costs = new Dictionary<string, string>();
        foreach (var name in new[] { there, locked, disabled, "nobody-at-all", "leader" })
        {
            host.Passwords.TakeCosts();
            await RefusalAsync(visitor, name, "wrong", name == locked ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
            costs[name] = Assert.Single(host.Passwords.TakeCosts());
        }

        // All else that an answer takes is a few milliseconds; the comparison takes tens, by the number of its rounds.
        Assert.Single(costs.Values.Distinct());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_way_back_to_another_site_is_not_taken(string address)
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();

        using var answer = await visitor.SignInAsync(name, AccessHost.Password, $"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}");
        using var persona = await visitor.SubmitAsync("/account/sign-in", null, "/account/persona", ("name", "viewer"), ("returnUrl", address));

        Assert.Equal("/", new Uri(host.Address, answer.Headers.Location!).PathAndQuery);
        Assert.Equal("/", persona.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/indicators/单位", "/indicators/%E5%8D%95%E4%BD%8D")]
    [InlineData("/tasks?x=\u202E", "/tasks?x=%E2%80%AE")]
    [InlineData("/indicators/%E5%8D%95", "/indicators/%E5%8D%95")]
    public async Task A_way_back_that_no_header_holds_as_it_stands_is_escaped(string address, string expected)
    {
        using var visitor = host.Visit();

        using var persona = await visitor.SubmitAsync("/account/sign-in", null, "/account/persona", ("name", "viewer"), ("returnUrl", address));
        using var gone = await visitor.SubmitAsync("/account", null, "/account/sign-out", ("returnUrl", address));

        Assert.Equal([expected, expected], new[] { persona, gone }.Select(a => a.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/persona")]
    [InlineData("/account/sign-out")]
    public async Task A_form_without_the_token_of_the_page_is_refused_and_does_nothing(string action)
    {
        using var visitor = await host.VisitAsAsync(Role.Viewer);
        using var forged = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent([new("name", "leader"), new("_handler", "sign-in"), new("returnUrl", "/")]),
        };

        using var answer = await visitor.SendAsync(forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("viewer", await visitor.WhoAsync());
    }

    [Fact]
    public async Task A_form_of_another_persons_page_is_refused()
    {
        using var visitor = await host.VisitAsAsync(Role.Viewer);
        var token = Visitor.TokenOf(await visitor.ReadAsync("/"));
        await visitor.SignInAsPersonaAsync(Role.Leader);
        using var replayed = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
        };

        using var answer = await visitor.SendAsync(replayed);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("leader", await visitor.WhoAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await host.VisitAsAsync(Role.Reviewer);
        Assert.Equal("reviewer", await visitor.WhoAsync());

        using var answer = await visitor.SubmitAsync("/", null, "/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task A_disabled_user_is_out_at_once_and_one_who_is_enabled_again_must_sign_in_anew()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        Assert.Equal(name, await visitor.WhoAsync());

        await DisableAsync(name);

        // The clock stands: it is not that what was said of the session is held no longer.
        await Wait.UntilAsync(async () => await visitor.WhoAsync() is null);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserAccounts>()
            .SetDisabledAsync("test", await host.IdOfAsync(name), disabled: false, CancellationToken.None);
        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task A_changed_role_ends_the_sessions_that_have_the_old_one()
    {
        var name = await host.EnterAsync(Role.Security);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        await visitor.ReadAsync("/admin/users");

        await using (var scope = host.Services.CreateAsyncScope())
        {
            await host.EnterAsync(Role.Security);
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .ChangeAsync("test", await host.IdOfAsync(name), new("改任", Role.Viewer, null, null), seen: null, CancellationToken.None));
        }

        await Wait.UntilAsync(async () =>
        {
            using var answer = await visitor.GetAsync("/admin/users");
            return answer.StatusCode == HttpStatusCode.Redirect;
        });
    }

    [Fact]
    public async Task A_change_that_nobody_announces_ends_a_session_ten_seconds_later()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        Assert.Equal(name, await visitor.WhoAsync());
        await using (var quietly = host.Database.Owner.CreateCommand(
            $"ALTER TABLE users DISABLE TRIGGER USER; UPDATE users SET disabled_at = now() WHERE user_name = '{name}'; ALTER TABLE users ENABLE TRIGGER USER;"))
        {
            await quietly.ExecuteNonQueryAsync();
        }

        host.Clock.Pass(TimeSpan.FromSeconds(9));
        Assert.Equal(name, await visitor.WhoAsync());
        host.Clock.Pass(TimeSpan.FromSeconds(1));

        Assert.Null(await visitor.WhoAsync());
    }

    private async Task DisableAsync(string name)
    {
        await using var scope = host.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>()
            .SetDisabledAsync("test", await host.IdOfAsync(name), disabled: true, CancellationToken.None));
    }

    /// <summary>What the page says to a refused attempt, without what was typed.</summary>
    private static async Task<string> RefusalAsync(Visitor visitor, string name, string password, HttpStatusCode? status = HttpStatusCode.OK)
    {
        using var answer = await visitor.SignInAsync(name, password);
        Assert.Equal(status ?? answer.StatusCode, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        var begin = page.IndexOf("class=\"refusal\"", StringComparison.Ordinal);
        return page[begin..page.IndexOf("</p>", begin, StringComparison.Ordinal)];
    }

    /// <summary>The application by a clock that stands, with its comparisons of passwords counted.</summary>
    public sealed class Counted : ClockedHost
    {
        internal CountedPasswords Passwords { get; } = new();

        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddSingleton<IPasswordHasher<User>>(Passwords);
        }
    }
}
