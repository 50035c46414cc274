using System.Net;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account.SecondFactor;

namespace Xinzhou.Dashboard.Web.Tests.Access;

[Trait("Category", "Security")]
public sealed partial class SecondFactorTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public void The_test_computes_codes_as_RFC_6238_does() =>
        Assert.Equal("287082", Totp.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public async Task With_a_second_factor_the_password_alone_does_not_sign_in_a_code_does_once_and_a_recovery_code_once()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        var (key, recovery, _) = await EnableAsync(name);
        using var visitor = host.Visit();

        using (var half = await visitor.SignInAsync(name, AccessHost.Password))
        {
            Assert.Equal("/account/second-factor", new Uri(host.Address, half.Headers.Location!).AbsolutePath);
        }

        Assert.Null(await visitor.WhoAsync());
        using (var wrong = await visitor.SubmitAsync("/account/second-factor", "second-factor", "/account/second-factor", ("Form.Code", "000000")))
        {
            Assert.Contains("验证码不正确", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var code = Totp.At(key, DateTimeOffset.UtcNow);
        using (var right = await visitor.SubmitAsync("/account/second-factor", "second-factor", "/account/second-factor", ("Form.Code", code)))
        {
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }

        Assert.Equal(name, await visitor.WhoAsync());
        Assert.Equal([$"{name} sign-in.half", $"{name} sign-in.failed", $"{name} sign-in"], (await host.AuditOfAsync(name)).TakeLast(3));

        Assert.Null(await SignInWithAsync(name, code));
        Assert.Equal(name, await SignInWithAsync(name, recovery));
        Assert.Null(await SignInWithAsync(name, recovery));
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_lead_to_the_page_of_duties()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        var (key, recovery, _) = await EnableAsync(name);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        using var other = host.Visit();

        using var second = await visitor.SubmitAsync("/account/second-factor", "second-factor", "/account/second-factor", ("Form.Code", Totp.At(key, DateTimeOffset.UtcNow)));
        using var recovered = await other.SubmitAsync(
            "/account/recovery", "recovery", "/account/recovery", ("Form.UserName", name), ("Form.Password", AccessHost.Password), ("Form.Code", recovery));

        Assert.Equal("/review", new Uri(host.Address, second.Headers.Location!).PathAndQuery);
        Assert.Equal("/review", new Uri(host.Address, recovered.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task To_begin_ends_no_session_and_asked_for_at_once_it_is_one_key()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        using var owner = host.Visit();
        using var elsewhere = host.Visit();
        (await owner.SignInAsync(name, AccessHost.Password)).Dispose();
        (await elsewhere.SignInAsync(name, AccessHost.Password)).Dispose();

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var answer = await owner.SubmitAsync("/account", "second-factor-begin", "/account");
            return await answer.Content.ReadAsStringAsync();
        }));

        Assert.Single(pages.Select(p => Key().Match(p).Groups[1].Value).Distinct());
        Assert.Equal(name, await owner.WhoAsync());
        Assert.Equal(name, await elsewhere.WhoAsync());
    }

    [Fact]
    public async Task A_code_that_was_watched_does_not_work_again_when_another_was_used_since()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        var (key, _, _) = await EnableAsync(name);
        var now = DateTimeOffset.UtcNow;
        var (watched, next) = (Totp.At(key, now), Totp.At(key, now.AddSeconds(30)));

        Assert.Equal(name, await SignInWithAsync(name, watched));
        Assert.Equal(name, await SignInWithAsync(name, next));

        Assert.Null(await SignInWithAsync(name, watched));
        Assert.Null(await SignInWithAsync(name, next));
    }

    [Fact]
    public async Task The_code_that_turned_it_on_does_not_sign_in()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        var (key, _, enrolled) = await EnableAsync(name);

        Assert.Null(await SignInWithAsync(name, enrolled));
        Assert.Equal(name, await SignInWithAsync(name, Totp.At(key, DateTimeOffset.UtcNow)));
    }

    [Theory]
    [InlineData("019918", true)]
    [InlineData("+19918", false)]
    [InlineData(" 19918", false)]
    [InlineData("-19918", false)]
    [InlineData("19918", false)]
    [InlineData("0019918", false)]
    [InlineData("０１９９１８", false)]
    [InlineData("19,918", false)]
    public void A_code_is_six_digits(string text, bool isCode) => Assert.Equal(isCode, SecondFactors.IsCode(text));

    [Fact]
    public async Task Of_several_who_send_one_code_at_once_one_signs_in()
    {
        var name = await host.EnterAsync(Role.Reviewer);
        var (key, _, _) = await EnableAsync(name);
        var visitors = Enumerable.Range(0, 6).Select(_ => host.Visit()).ToArray();
        foreach (var visitor in visitors)
        {
            (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        }

        var code = Totp.At(key, DateTimeOffset.UtcNow);
        await Task.WhenAll(visitors.Select(async v =>
            (await v.SubmitAsync("/account/second-factor", "second-factor", "/account/second-factor", ("Form.Code", code))).Dispose()));

        var signedIn = 0;
        foreach (var visitor in visitors)
        {
            signedIn += await visitor.WhoAsync() is null ? 0 : 1;
            visitor.Dispose();
        }

        Assert.Equal(1, signedIn);
    }

    /// <summary>Sets up the second factor of somebody who has signed in; the code of now is left to the test.</summary>
    internal static async Task<(string Key, string Recovery, string Code)> SetUpAsync(Visitor visitor)
    {
        using var begun = await visitor.SubmitAsync("/account", "second-factor-begin", "/account");
        var page = await begun.Content.ReadAsStringAsync();
        var key = Key().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);

        // The code of half a minute ago holds too, and leaves that of now to the test.
        var code = Totp.At(key, DateTimeOffset.UtcNow.AddSeconds(-30));
        using var confirmed = await visitor.SubmitAsync("/account", "second-factor-confirm", "/account", ("Confirmation.Code", code));
        var codes = Code().Matches(await confirmed.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(10, codes.Length);
        return (key, codes[0], code);
    }

    private async Task<(string Key, string Recovery, string Code)> EnableAsync(string name)
    {
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        var set = await SetUpAsync(visitor);
        Assert.Equal(name, await visitor.WhoAsync());
        return set;
    }

    private async Task<string?> SignInWithAsync(string name, string code)
    {
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        (await visitor.SubmitAsync("/account/second-factor", "second-factor", "/account/second-factor", ("Form.Code", code))).Dispose();
        return await visitor.WhoAsync();
    }

    [GeneratedRegex("id=\"second-factor-key\"[^>]*>([A-Z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li class=\"recovery\"[^>]*><code[^>]*>([^<]+)<")]
    private static partial Regex Code();
}
