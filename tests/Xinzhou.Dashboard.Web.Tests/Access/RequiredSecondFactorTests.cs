using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account.Passkeys;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>Whose role takes a second factor, and who has signed in without one, sets it up and does nothing else.</summary>
[Trait("Category", "Security")]
public sealed class RequiredSecondFactorTests(RequiredSecondFactorTests.Strict host) : IClassFixture<RequiredSecondFactorTests.Strict>
{
    [Fact]
    public async Task He_lands_on_its_set_up_and_every_page_leads_there_until_it_is_done()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();

        foreach (var path in new[] { "/", "/review", "/tasks", "/messages" })
        {
            using var answer = await visitor.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Redirect, "/account"), (path, answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        using (var english = await visitor.GetAsync("/review?lang=en"))
        {
            Assert.Equal("/account?lang=en", english.Headers.Location?.OriginalString);
        }

        var page = await visitor.ReadAsync("/account");
        Assert.Contains("您的角色必须启用动态验证码", page, StringComparison.Ordinal);
        foreach (var other in new[] { "passkey-name", "Form.Current", "sessions-others" })
        {
            Assert.DoesNotContain(other, page, StringComparison.Ordinal);
        }

        await SecondFactorTests.SetUpAsync(visitor);

        await visitor.ReadAsync("/review");
        var after = await visitor.ReadAsync("/account");
        Assert.DoesNotContain("second-factor-end", after, StringComparison.Ordinal);
        Assert.Contains("您的角色必须启用，不能停用", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_page_is_forbidden_him()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();

        using var api = await visitor.GetAsync("/api/v1/indicators");
        using var export = await visitor.GetAsync("/downloads/figures.csv?indicator=gdp");
        using var post = await visitor.SendAsync(new(HttpMethod.Post, "/review") { Content = new FormUrlEncodedContent([]) });

        Assert.All([api, export, post], a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
    }

    [Fact]
    public async Task With_the_code_he_works_at_once_and_he_may_always_leave()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        var (key, _, _) = await SecondFactorTests.SetUpAsync(visitor);
        using var again = host.Visit();
        (await again.SignInAsync(name, AccessHost.Password)).Dispose();

        (await again.SubmitAsync("/account/second-factor", "second-factor", "/account/second-factor", ("Form.Code", Totp.At(key, DateTimeOffset.UtcNow)))).Dispose();

        await again.ReadAsync("/review");
        var other = await host.EnterAsync(Role.Reviewer);
        using var leaving = host.Visit();
        (await leaving.SignInAsync(other, AccessHost.Password)).Dispose();
        (await leaving.SubmitAsync("/account", null, "/account/sign-out")).Dispose();
        Assert.Null(await leaving.WhoAsync());
    }

    [Fact]
    public async Task Who_has_a_passkey_is_not_replaced_by_somebody_who_has_his_password()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            var passkey = new UserPasskeyInfo([1, 2, 3], [4], DateTimeOffset.UtcNow, 0, null, true, false, false, [5], [6]);
            Assert.True((await users.AddOrUpdatePasskeyAsync((await users.FindByNameAsync(name))!, passkey)).Succeeded);
        }

        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();

        var page = await visitor.ReadAsync("/account");
        Assert.Contains("请退出后用通行密钥登录", page, StringComparison.Ordinal);
        Assert.DoesNotContain("second-factor", page, StringComparison.Ordinal);
        using var creation = await visitor.SubmitAsync("/account", null, PasskeyEndpoints.CreationPath);
        Assert.Equal(HttpStatusCode.Forbidden, creation.StatusCode);
    }

    [Fact]
    public async Task Other_roles_and_personas_are_not_asked_for_it()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        Assert.Equal(name, await visitor.WhoAsync());

        using var persona = await host.VisitAsAsync(Role.Reviewer);
        await persona.ReadAsync("/review");
    }

    /// <summary>An installation that asks it of reviewers.</summary>
    public sealed class Strict : AccessHost
    {
        protected override IReadOnlyList<string> Settings => ["--Dashboard:SecondFactorRoles=reviewer"];
    }
}
