using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>What nobody may do to users, not even the security administrator; and the commands about users.</summary>
[Trait("Category", "Security")]
public sealed class UserAdministrationTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Theory]
    [InlineData("change"), InlineData("disable"), InlineData("reset")]
    public async Task A_security_administrator_does_not_change_his_own_rights(string form)
    {
        var name = await host.EnterAsync(Role.Security);
        _ = await host.EnterAsync(Role.Security);

        Assert.Contains("不能更改自己的姓名和角色，也不能停用自己", await PressAsync(name, name, form), StringComparison.Ordinal);
        Assert.DoesNotContain($"{name} user.change", await host.AuditOfAsync(name));
        Assert.Equal(("security", false), await StandingAsync(name));
    }

    [Fact]
    public async Task Nobody_takes_another_name_by_himself_nor_that_of_somebody_erased()
    {
        var name = await host.EnterAsync(Role.Security);
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        var (id, seen) = (await host.IdOfAsync(name), new UserDraft($"测试{name}", Role.Security, null, null));

        Assert.Equal(AccountFault.Oneself, await accounts.ChangeAsync(name, id, seen with { DisplayName = "某负责人" }, seen, CancellationToken.None));
        Assert.Equal(AccountFault.DisplayNameMissing, await accounts.ChangeAsync("first", id, seen with { DisplayName = UserErasure.Erased }, seen, CancellationToken.None));
        Assert.DoesNotContain($"{name} user.change", await host.AuditOfAsync(name));
    }

    [Fact]
    public async Task The_last_security_administrator_stays_until_there_is_another()
    {
        await ScalarAsync("UPDATE users SET disabled_at = now() WHERE role = 'security' AND NOT is_persona AND disabled_at IS NULL");
        var name = await host.EnterAsync(Role.Security);

        foreach (var form in new[] { "disable", "change" })
        {
            Assert.Contains("最后一位在用的安全管理员", await PressAsync("security", name, form), StringComparison.Ordinal);
            Assert.Equal(("security", false), await StandingAsync(name));
        }

        _ = await host.EnterAsync(Role.Security);
        Assert.DoesNotContain("最后一位在用的安全管理员", await PressAsync("security", name, "disable"), StringComparison.Ordinal);
        Assert.Equal(("security", true), await StandingAsync(name));
    }

    [Fact]
    public async Task Who_changes_a_user_that_another_has_changed_meanwhile_is_told_and_changes_nothing()
    {
        var name = await host.EnterAsync(Role.Viewer);
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        var (id, seen) = (await host.IdOfAsync(name), new UserDraft($"测试{name}", Role.Viewer, null, null));
        Assert.Null(await accounts.ChangeAsync("first", id, seen with { DisplayName = "先改" }, seen, CancellationToken.None));

        var fault = await accounts.ChangeAsync("second", id, seen with { Role = Role.Leader }, seen, CancellationToken.None);

        Assert.Equal(AccountFault.ChangedMeanwhile, fault);
        Assert.Equal(("viewer", false), await StandingAsync(name));
        Assert.DoesNotContain("second user.change", await host.AuditOfAsync(name));
    }

    [Theory]
    [InlineData("不是JSON"), InlineData("{}"), InlineData("{\"id\":\"AAAA\",\"type\":\"public-key\",\"rawId\":\"AAAA\",\"response\":{},\"clientExtensionResults\":{}}")]
    public async Task What_is_no_passkey_signs_nobody_in_and_is_not_kept(string credential)
    {
        var name = await host.EnterAsync(Role.Viewer);
        using (var stranger = host.Visit())
        {
            using var refused = await stranger.SubmitAsync("/account/sign-in", null, "/account/passkey/sign-in", ("credential", credential));
            Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in?done=refused"), (refused.StatusCode, refused.Headers.Location?.ToString()));
            Assert.Null(await stranger.WhoAsync());
        }

        using var visitor = host.Visit();
        using var signedIn = await visitor.SignInAsync(name, AccessHost.Password);
        using var added = await visitor.SubmitAsync("/account", null, "/account/passkey/add", ("credential", credential), ("name", "手机"));
        Assert.Equal((HttpStatusCode.Redirect, "/account"), (added.StatusCode, added.Headers.Location?.ToString()));
        Assert.Equal(0L, await ScalarAsync("SELECT count(*) FROM user_passkeys"));
    }

    [Fact]
    public async Task By_command_a_user_is_entered_once_disabled_and_listed()
    {
        var (code, link, _) = await RunAsync("user", "create", "zhang", "--role", "reviewer", "--name", "张审核");
        Assert.Equal((ExitCode.Done, true), ((ExitCode)code, link.StartsWith("/account/invitation?", StringComparison.Ordinal)));
        (code, var output, var errors) = await RunAsync("user", "create", "ZHANG", "--role", "viewer");
        Assert.Equal((ExitCode.Refused, ""), ((ExitCode)code, output));
        Assert.Contains("UserNameTaken", errors, StringComparison.Ordinal);

        (_, output, _) = await RunAsync("user", "disable", "zhang");
        Assert.Equal("user: zhang disabled\n", output);
        (_, output, _) = await RunAsync("user", "list");
        Assert.Contains("zhang\t张审核\treviewer\t-\tdisabled\t-\n", output, StringComparison.Ordinal);
        (code, _, errors) = await RunAsync("user", "enable", "nobody");
        Assert.Equal(ExitCode.Refused, (ExitCode)code);
        Assert.Contains("UnknownUser", errors, StringComparison.Ordinal);
        Assert.Equal(["command user.create", "command user.disable"], await host.AuditOfAsync("zhang"));
    }

    [Fact]
    public async Task A_token_for_a_user_ends_with_the_user()
    {
        var name = await host.EnterAsync(Role.Viewer);
        var (code, token, _) = await RunAsync("token", "create", "--as", name);
        Assert.Equal(ExitCode.Done, (ExitCode)code);
        // Later than the command, which goes by the time of day.
        host.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token.Trim()));

        await RunAsync("user", "disable", name);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token.Trim()));
        // What was said of a token is held for five seconds, and no longer.
        host.Clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token.Trim()));

        (code, _, var errors) = await RunAsync("token", "create", "--as", name);
        Assert.Equal(ExitCode.Refused, (ExitCode)code);
        Assert.Contains("no active user", errors, StringComparison.Ordinal);
    }

    /// <summary>What the page's command answers, in the words of the page; empty when it was done.</summary>
    private async Task<string> PressAsync(string actor, string name, string form)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        var id = await host.IdOfAsync(name);
        var fault = form switch
        {
            "change" => await accounts.ChangeAsync(actor, id, new("某人", Role.Viewer, null, null), null, CancellationToken.None),
            "disable" => await accounts.SetDisabledAsync(actor, id, true, CancellationToken.None),
            _ => await accounts.ResetSecondFactorAsync(actor, id, CancellationToken.None),
        };
        return fault is { } refused ? scope.ServiceProvider.GetRequiredService<IStringLocalizer<AccountFaults>>()[refused.ToString()] : "";
    }

    private async Task<HttpStatusCode> AskAsync(string token)
    {
        using var visitor = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/indicators") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await visitor.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<(string Role, bool Disabled)> StandingAsync(string name)
    {
        await using var command = host.Database.App.CreateCommand("SELECT role, disabled_at IS NOT NULL FROM users WHERE user_name = $1");
        command.Parameters.AddWithValue(name);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetString(0), reader.GetBoolean(1));
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = host.Database.Owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Runs a command as a process on the database of the running application.</summary>
    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => await DashboardProcess.RunAsync(
        [.. arguments,
            $"--ConnectionStrings:Dashboard={host.Database.AppConnectionString}",
            $"--ConnectionStrings:DashboardOwner={host.Database.OwnerConnectionString}"]);
}
