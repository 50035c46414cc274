using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>A session that is left open is no way to change what its person signs in by: that takes a proof of the last ten minutes.</summary>
[Trait("Category", "Security")]
public sealed class FreshProofTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    private const string Confirm = "/account/confirm?returnUrl=%2Faccount";

    [Fact]
    public async Task Ten_minutes_after_sign_in_the_second_factor_takes_the_password_anew()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        host.Clock.Pass(TimeSpan.FromMinutes(10));

        using (var asked = await visitor.SubmitAsync("/account", "second-factor-begin", "/account"))
        {
            Assert.Equal((HttpStatusCode.Redirect, Confirm), (asked.StatusCode, Path(asked)));
        }

        using (var wrong = await visitor.SubmitAsync(Confirm, "confirm-password", Confirm, ("ByPassword.Password", "wrong")))
        {
            Assert.Contains("密码不正确", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var still = await visitor.SubmitAsync("/account", "second-factor-begin", "/account"))
        {
            Assert.Equal(HttpStatusCode.Redirect, still.StatusCode);
        }

        using (var right = await visitor.SubmitAsync(Confirm, "confirm-password", Confirm, ("ByPassword.Password", AccessHost.Password)))
        {
            Assert.Equal((HttpStatusCode.Redirect, "/account"), (right.StatusCode, Path(right)));
        }

        using var begun = await visitor.SubmitAsync("/account", "second-factor-begin", "/account");
        Assert.Contains("second-factor-key", await begun.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([$"{name} password.failed", $"{name} session.confirm"], (await host.AuditOfAsync(name)).TakeLast(2));
    }

    [Fact]
    public async Task So_does_a_passkey()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        using (var early = await visitor.SubmitAsync("/account", null, "/account/passkey/creation"))
        {
            Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        }

        host.Clock.Pass(TimeSpan.FromMinutes(10));

        using var creation = await visitor.SubmitAsync("/account", null, "/account/passkey/creation");
        using var add = await visitor.SubmitAsync("/account", null, "/account/passkey/add", ("credential", "{}"), ("name", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, creation.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, Confirm), (add.StatusCode, Path(add)));
    }

    [Fact]
    public async Task So_does_the_address_of_a_calendar()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        host.Clock.Pass(TimeSpan.FromMinutes(10));

        using var asked = await visitor.SubmitAsync("/account", "calendar-create", "/account");

        Assert.Equal((HttpStatusCode.Redirect, Confirm), (asked.StatusCode, Path(asked)));
        Assert.DoesNotContain($"{name} calendar-token.create", await host.AuditOfAsync(name));
    }

    [Fact]
    public async Task The_proof_of_one_session_is_none_of_another()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        host.Clock.Pass(TimeSpan.FromMinutes(10));
        using var fresh = host.Visit();
        (await fresh.SignInAsync(name, AccessHost.Password)).Dispose();

        using var asked = await visitor.SubmitAsync("/account", "second-factor-begin", "/account");

        Assert.Equal((HttpStatusCode.Redirect, Confirm), (asked.StatusCode, Path(asked)));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_it_as_at_sign_in()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        for (var i = 0; i < 5; i++) (await visitor.SubmitAsync(Confirm, "confirm-password", Confirm, ("ByPassword.Password", "wrong"))).Dispose();

        using var locked = await visitor.SubmitAsync(Confirm, "confirm-password", Confirm, ("ByPassword.Password", AccessHost.Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        // What this test has tried is not held against the address.
        host.Clock.Pass(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task The_way_back_stays_within_the_site()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        const string Page = "/account/confirm?returnUrl=%2F%2Fevil.example";

        using var answer = await visitor.SubmitAsync(Page, "confirm-password", Page, ("ByPassword.Password", AccessHost.Password));

        Assert.Equal("/account", Path(answer));
    }

    [Fact]
    public async Task A_change_of_a_credential_leaves_a_message()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();

        (await visitor.SubmitAsync(
            "/account", "password", "/account", ("Form.Current", AccessHost.Password), ("Form.Password", "Wutai-Mountain-9"), ("Form.Repeated", "Wutai-Mountain-9"))).Dispose();
        await SecondFactorTests.SetUpAsync(visitor);

        var messages = await visitor.ReadAsync("/messages");
        Assert.Contains("密码已更改", messages, StringComparison.Ordinal);
        Assert.Contains("动态验证码已启用", messages, StringComparison.Ordinal);
        Assert.Contains("If it was not you", await visitor.ReadAsync("/messages?lang=en"), StringComparison.Ordinal);
    }

    private string Path(HttpResponseMessage answer) => new Uri(host.Address, answer.Headers.Location!).PathAndQuery;
}
