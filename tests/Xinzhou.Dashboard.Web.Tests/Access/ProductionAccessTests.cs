using System.Net;
using Npgsql;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>A real installation: its first start, and that nothing of the training environment is in it.</summary>
[Trait("Category", "Security")]
public sealed class ProductionAccessTests(ProductionAccessTests.Production host) : IClassFixture<ProductionAccessTests.Production>
{
    [Fact]
    public async Task There_is_no_persona_sign_in_and_no_word_of_it()
    {
        using var visitor = host.Visit();
        Assert.DoesNotContain("演示身份", await visitor.ReadAsync("/account/sign-in"), StringComparison.Ordinal);

        using var answer = await visitor.SubmitAsync("/account/sign-in", null, "/account/persona", ("name", "security"));

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain(host.EndPoints, e => e.RoutePattern.RawText == "/account/persona");
        Assert.DoesNotContain("security sign-in", await host.AuditOfAsync("security"));
    }

    [Fact]
    public async Task A_persona_of_the_same_database_cannot_sign_in_in_any_way_nor_use_an_old_session()
    {
        await Personas.EnterAsync(host.Database.Contexts, TimeProvider.System);
        using var visitor = host.Visit();

        using var answer = await visitor.SignInAsync("security", "anything at all 1A");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        await using var command = host.Database.Owner.CreateCommand("UPDATE users SET password_hash = 'x' WHERE is_persona");
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task The_setup_link_creates_the_first_security_administrator_once()
    {
        var token = await new SetupLinks(host.Database.Contexts, TimeProvider.System).CreateAsync();
        var other = await new SetupLinks(host.Database.Contexts, TimeProvider.System).CreateAsync();
        using var visitor = host.Visit();
        var page = $"/setup?token={token}";
        (string, string)[] fields = [("Form.UserName", "anquan"), ("Form.DisplayName", "李安全"), ("Form.Password", AccessHost.Password)];

        using (var weak = await visitor.SubmitAsync(page, "setup", page, ("Form.UserName", "anquan"), ("Form.DisplayName", "李安全"), ("Form.Password", "short"), ("Form.Repeated", "short")))
        {
            Assert.Contains("密码至少十二个字符", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var differing = await visitor.SubmitAsync(page, "setup", page, [.. fields, ("Form.Repeated", "Another-Mountain-8")]))
        {
            Assert.Contains("两次输入的密码不一致", await differing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var done = await visitor.SubmitAsync(page, "setup", page, [.. fields, ("Form.Repeated", AccessHost.Password)]))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        foreach (var dead in new[] { page, $"/setup?token={other}", "/setup", "/setup?token=nonsense" })
        {
            using var answer = await visitor.GetAsync(dead);
            Assert.Equal((dead, HttpStatusCode.Gone), (dead, answer.StatusCode));
        }

        Assert.Null(await new SetupLinks(host.Database.Contexts, TimeProvider.System).CreateAsync());
        using var signedIn = await visitor.SignInAsync("anquan", AccessHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        // His role takes a second factor: before it is set up there is nothing else for him.
        using (var early = await visitor.GetAsync("/admin/users"))
        {
            Assert.Equal((HttpStatusCode.Redirect, "/account"), (early.StatusCode, early.Headers.Location?.OriginalString));
        }

        await SecondFactorTests.SetUpAsync(visitor);
        await visitor.ReadAsync("/admin/users");
        Assert.Equal(["setup user.create", "anquan sign-in", "anquan second-factor.on"], await host.AuditOfAsync("anquan"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_https_every_cookie_is_secure()
    {
        var name = await host.EnterAsync(Domain.Organisation.Role.Viewer);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Host = "dashboard.example";
        using var page = await client.GetAsync("/account/sign-in");
        var antiforgery = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Contains("max-age", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);

        using var form = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", Visitor.TokenOf(await page.Content.ReadAsStringAsync())), new("_handler", "sign-in"),
                new("Form.UserName", name), new("Form.Password", AccessHost.Password),
            ]),
        };
        form.Headers.Add("Cookie", antiforgery.Split(';')[0]);
        using var answer = await client.SendAsync(form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.All([antiforgery, .. answer.Headers.GetValues("Set-Cookie")], c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_settings_it_runs_with_are_in_the_log_without_secrets()
    {
        await using var command = host.Database.App.CreateCommand("SELECT details::text FROM audit_events WHERE action = 'settings.change'");
        var details = (string)(await command.ExecuteScalarAsync())!;

        Assert.Contains("\"publicRead\": false", details, StringComparison.Ordinal);
        Assert.Contains("\"environment\": \"Production\"", details, StringComparison.Ordinal);
        // How old and how often the same they may be is no secret.
        Assert.DoesNotMatch("(?i)password(?!Days|History)", details);
    }

    [Fact]
    public async Task Only_the_hash_of_a_setup_link_is_kept()
    {
        var empty = new PostgresDatabase();
        await empty.InitializeAsync();
        var token = await new SetupLinks(empty.Contexts, TimeProvider.System).CreateAsync();

        await using var command = empty.App.CreateCommand("SELECT token_hash FROM setup_links");
        Assert.Equal(TokenSecret.Hash(token!), (byte[])(await command.ExecuteScalarAsync())!);
        Assert.True(await new SetupLinks(empty.Contexts, new StandingClock(TimeProvider.System.GetUtcNow().AddHours(23))).HoldsAsync(token!));
        Assert.False(await new SetupLinks(empty.Contexts, new StandingClock(TimeProvider.System.GetUtcNow().AddHours(24.1))).HoldsAsync(token!));
        await empty.DisposeAsync();
    }

    public sealed class Production : AccessHost
    {
        protected override string Environment => StartArguments.Production;
    }
}
