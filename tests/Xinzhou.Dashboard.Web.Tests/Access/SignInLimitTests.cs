using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Limits;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>Attempts to sign in are bounded by address and by account; who is locked has his other ways.</summary>
[Trait("Category", "Security")]
public sealed partial class SignInLimitTests(ClockedHost host) : IClassFixture<ClockedHost>, IDisposable
{
    private readonly Visitor _visitor = host.Visit();

    public void Dispose()
    {
        _visitor.Dispose();
        // All attempts of the address come back.
        host.Clock.Pass(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task From_one_address_so_many_attempts_fail_in_a_row_whatever_the_names_and_then_one_after_each_pause()
    {
        var name = await host.EnterAsync(Role.Viewer);
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.OK, (await TryAsync($"nobody-{i}", "wrong")).Status);

        var (status, wait) = await TryAsync(name, AccessHost.Password);
        Assert.Equal((HttpStatusCode.TooManyRequests, 30), (status, wait));
        host.Clock.Pass(TimeSpan.FromSeconds(30));
        // What goes well is given back.
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(name, AccessHost.Password)).Status);
    }

    [Fact]
    public async Task A_name_longer_than_any_is_refused_and_not_kept()
    {
        var name = new string('a', 100_000);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await TryAsync(name, "wrong")).Status);

        Assert.Null(host.Services.GetRequiredService<SignInLimits>().Names.WaitOf(name.ToUpperInvariant()));
    }

    [Fact]
    public async Task An_account_that_is_locked_and_a_name_that_nobody_has_are_answered_alike()
    {
        var (name, disabled) = (await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .SetDisabledAsync("test", await host.IdOfAsync(disabled), disabled: true, CancellationToken.None));
        }

        foreach (var tried in new[] { name, "nobody-at-all", disabled })
        {
            for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await TryAsync(tried, "wrong")).Status);
            var (status, wait) = await TryAsync(tried, AccessHost.Password);
            Assert.Equal(HttpStatusCode.TooManyRequests, status);
            Assert.InRange(wait!.Value, 1, 15 * 60);
        }
    }

    [Fact]
    public async Task Who_is_locked_is_let_in_by_password_and_recovery_code_at_once_and_by_neither_alone()
    {
        var name = await host.EnterAsync(Role.Viewer);
        var recovery = await EnableAsync(name);
        for (var i = 0; i < 6; i++) await TryAsync(name, "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(name, AccessHost.Password)).Status);

        Assert.Null(await RecoverAsync(name, AccessHost.Password, "AAAAA-AAAAA"));
        Assert.Null(await RecoverAsync(name, "wrong", recovery));
        Assert.Equal(name, await RecoverAsync(name, AccessHost.Password, recovery));
        Assert.Null(await RecoverAsync(name, AccessHost.Password, recovery));
    }

    [Fact]
    public async Task An_administrator_unlocks_and_it_is_in_the_log()
    {
        var name = await host.EnterAsync(Role.Viewer);
        for (var i = 0; i < 6; i++) await TryAsync(name, "wrong");

        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .UnlockAsync("command", await host.IdOfAsync(name), CancellationToken.None));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(name, AccessHost.Password)).Status);
        Assert.Contains("command user.unlock", await host.AuditOfAsync(name));
    }

    [Fact]
    public void What_was_taken_comes_back_one_by_one_and_never_more_than_all()
    {
        var clock = new StandingClock();
        var limit = new AttemptLimit(2, TimeSpan.FromSeconds(10), clock);

        Assert.Null(limit.Take("a"));
        Assert.Null(limit.Take("a"));
        Assert.Equal(TimeSpan.FromSeconds(10), limit.Take("a"));
        Assert.Null(limit.Take("b"));
        clock.Pass(TimeSpan.FromSeconds(10));
        Assert.Null(limit.Take("a"));
        Assert.NotNull(limit.Take("a"));
        limit.GiveBack("a");
        Assert.Null(limit.Take("a"));
        clock.Pass(TimeSpan.FromHours(1));
        Assert.Null(limit.Take("a"));
        Assert.Null(limit.Take("a"));
        Assert.NotNull(limit.Take("a"));
    }

    private async Task<(HttpStatusCode Status, int? Wait)> TryAsync(string name, string password)
    {
        using var fresh = host.Visit();
        using var answer = await fresh.SignInAsync(name, password);
        return (answer.StatusCode, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    private async Task<string?> RecoverAsync(string name, string password, string code)
    {
        using var visitor = host.Visit();
        (await visitor.SubmitAsync(
            "/account/recovery", "recovery", "/account/recovery", ("Form.UserName", name), ("Form.Password", password), ("Form.Code", code))).Dispose();
        return await visitor.WhoAsync();
    }

    private async Task<string> EnableAsync(string name)
    {
        (await _visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        using var begun = await _visitor.SubmitAsync("/account", "second-factor-begin", "/account");
        var key = Key().Match(await begun.Content.ReadAsStringAsync()).Groups[1].Value;
        using var confirmed = await _visitor.SubmitAsync("/account", "second-factor-confirm", "/account", ("Confirmation.Code", Totp.At(key, DateTimeOffset.UtcNow)));
        return Code().Match(await confirmed.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    [GeneratedRegex("id=\"second-factor-key\"[^>]*>([A-Z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li class=\"recovery\"[^>]*><code[^>]*>([^<]+)<")]
    private static partial Regex Code();
}
