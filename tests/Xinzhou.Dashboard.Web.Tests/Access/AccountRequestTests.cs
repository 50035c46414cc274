using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Requests;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>What one security administrator asks for over an account holds with the consent of another, or after a day.</summary>
[Trait("Category", "Security")]
public sealed class AccountRequestTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task Another_role_holds_when_another_administrator_consents_and_not_by_who_asked()
    {
        var (asker, other, name) = (await SecurityAsync(), await SecurityAsync(), await host.EnterAsync(Role.Viewer));

        Assert.Equal(new AccountAnswer(null, null, true), await AskAsync(async r => await r.ChangeAsync(asker, await host.IdOfAsync(name), Leader(name), null, CancellationToken.None)));
        Assert.Equal("viewer", await RoleAsync(name));
        var request = await RequestAsync(name);
        Assert.Equal(AccountFault.RequestOwn, await AskAsync(r => r.ConsentAsync(asker, request, CancellationToken.None)));
        Assert.Equal("viewer", await RoleAsync(name));

        Assert.Null(await AskAsync(r => r.ConsentAsync(other, request, CancellationToken.None)));

        Assert.Equal("leader", await RoleAsync(name));
        Assert.Equal(
            [$"{asker.UserName} user.request", $"{other.UserName} user.change", $"{other.UserName} user.request.consent"],
            (await host.AuditOfAsync(name)).TakeLast(3));
        Assert.Equal(AccountFault.RequestDecided, await AskAsync(r => r.ConsentAsync(other, request, CancellationToken.None)));
    }

    [Fact]
    public async Task Whom_it_is_about_and_every_administrator_has_a_message_of_the_request_and_of_what_became_of_it()
    {
        var (asker, other, name) = (await SecurityAsync(), await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        var id = await host.IdOfAsync(name);
        await AskAsync(r => r.ChangeAsync(asker, id, Leader(name), null, CancellationToken.None));

        Assert.Equal((1L, 1L, 0L), (await MessagesAsync(id, "requested", name), await MessagesAsync(other.Id, "requested", name), await MessagesAsync(asker.Id, "requested", name)));

        host.Clock.Pass(TimeSpan.FromHours(24));
        await Wait.UntilAsync(async () => await RoleAsync(name) == "leader");
        foreach (var person in new[] { id, asker.Id, other.Id }) Assert.Equal(1L, await MessagesAsync(person, "decided", name));
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        var messages = await visitor.ReadAsync("/messages");
        Assert.Contains("变更权限", messages, StringComparison.Ordinal);
        Assert.Contains("已生效", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alone_it_holds_after_twenty_four_hours_and_not_before()
    {
        var (asker, name) = (await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        await AskAsync(async r => await r.ChangeAsync(asker, await host.IdOfAsync(name), Leader(name), null, CancellationToken.None));

        host.Clock.Pass(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Equal("viewer", await RoleAsync(name));
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        await RunAsync();

        await Wait.UntilAsync(async () => await RoleAsync(name) == "leader");
        Assert.Contains("schedule user.request.lapse", await host.AuditOfAsync(name));
    }

    [Fact]
    public async Task What_is_refused_or_taken_back_never_holds()
    {
        var (asker, other) = (await SecurityAsync(), await SecurityAsync());
        var (refused, withdrawn) = (await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer));
        foreach (var name in new[] { refused, withdrawn }) await AskAsync(async r => await r.ChangeAsync(asker, await host.IdOfAsync(name), Leader(name), null, CancellationToken.None));
        var (first, second) = (await RequestAsync(refused), await RequestAsync(withdrawn));

        Assert.Equal(AccountFault.RequestOwn, await AskAsync(r => r.RefuseAsync(asker, first, CancellationToken.None)));
        Assert.Equal(AccountFault.RequestOwn, await AskAsync(r => r.WithdrawAsync(other, second, CancellationToken.None)));
        Assert.Null(await AskAsync(r => r.RefuseAsync(other, first, CancellationToken.None)));
        Assert.Null(await AskAsync(r => r.WithdrawAsync(asker, second, CancellationToken.None)));
        host.Clock.Pass(TimeSpan.FromHours(25));
        await RunAsync();

        Assert.Equal(("viewer", "viewer"), (await RoleAsync(refused), await RoleAsync(withdrawn)));
    }

    [Fact]
    public async Task An_invitation_ends_the_old_password_when_it_holds_and_who_asked_fetches_the_link_once()
    {
        var (asker, other, name) = (await SecurityAsync(), await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        await AskAsync(async r => await r.InviteAsync(asker, await host.IdOfAsync(name), CancellationToken.None));
        using (var still = host.Visit())
        {
            (await still.SignInAsync(name, AccessHost.Password)).Dispose();
            Assert.Equal(name, await still.WhoAsync());
        }

        var request = await RequestAsync(name);
        Assert.Equal(Refused(AccountFault.RequestDecided), await AskAsync(r => r.FetchLinkAsync(asker, request, CancellationToken.None)));
        Assert.Null(await AskAsync(r => r.ConsentAsync(other, request, CancellationToken.None)));

        using (var ended = host.Visit())
        {
            (await ended.SignInAsync(name, AccessHost.Password)).Dispose();
            Assert.Null(await ended.WhoAsync());
        }

        Assert.Equal(Refused(AccountFault.RequestOwn), await AskAsync(r => r.FetchLinkAsync(other, request, CancellationToken.None)));
        var (link, fault) = await AskAsync(r => r.FetchLinkAsync(asker, request, CancellationToken.None));
        Assert.Null(fault);
        Assert.Equal(Refused(AccountFault.RequestDecided), await AskAsync(r => r.FetchLinkAsync(asker, request, CancellationToken.None)));
        using var invited = host.Visit();
        (await invited.SubmitAsync(link!, "invitation", link!, ("Form.Password", "Wutai-Mountain-9"), ("Form.Repeated", "Wutai-Mountain-9"))).Dispose();
        (await invited.SignInAsync(name, "Wutai-Mountain-9")).Dispose();
        Assert.Equal(name, await invited.WhoAsync());
    }

    [Fact]
    public async Task A_link_that_nobody_fetched_is_dead_once_he_has_a_password_by_another()
    {
        var (asker, other, name) = (await SecurityAsync(), await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        var id = await host.IdOfAsync(name);
        await AskAsync(r => r.InviteAsync(asker, id, CancellationToken.None));
        var first = await RequestAsync(name);
        Assert.Null(await AskAsync(r => r.ConsentAsync(other, first, CancellationToken.None)));
        await AskAsync(r => r.InviteAsync(other, id, CancellationToken.None));
        var second = await RequestAsync(name);
        Assert.Null(await AskAsync(r => r.ConsentAsync(asker, second, CancellationToken.None)));
        var (link, _) = await AskAsync(r => r.FetchLinkAsync(other, second, CancellationToken.None));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<NewPassword>().AcceptAsync(link!.Split('=')[1], "Wutai-Mountain-9", CancellationToken.None));
        }

        Assert.Equal(Refused(AccountFault.LinkDead), await AskAsync(r => r.FetchLinkAsync(asker, first, CancellationToken.None)));
    }

    [Fact]
    public async Task A_new_user_is_nobody_before_the_consent()
    {
        var (asker, other) = (await SecurityAsync(), await SecurityAsync());
        var name = $"n{Guid.NewGuid():N}"[..12];
        var draft = new UserDraft("新人", Role.Viewer, null, $"{name}@city.example");

        Assert.True((await AskAsync(r => r.CreateAsync(asker, name, draft, CancellationToken.None))).IsPending);
        Assert.Equal(0L, await CountAsync("SELECT count(*) FROM users WHERE user_name = $1", name));
        Assert.Equal(AccountFault.RequestPending, (await AskAsync(r => r.CreateAsync(other, name.ToUpperInvariant(), draft with { Email = null }, CancellationToken.None))).Fault);
        var request = await RequestAsync(name);
        Assert.Null(await AskAsync(r => r.ConsentAsync(other, request, CancellationToken.None)));

        var (link, _) = await AskAsync(r => r.FetchLinkAsync(asker, request, CancellationToken.None));
        Assert.StartsWith("/account/invitation?token=", link, StringComparison.Ordinal);
        Assert.Equal(
            [$"{asker.UserName} user.request", $"{other.UserName} user.create", $"{other.UserName} user.request.consent", $"{asker.UserName} user.link"],
            await host.AuditOfAsync(name));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_when_it_is_asked_for_and_leaves_nothing()
    {
        var asker = await SecurityAsync();
        var name = await host.EnterAsync(Role.Viewer);

        Assert.Equal(AccountFault.UserNameTaken, (await AskAsync(r => r.CreateAsync(asker, name, new("重名", Role.Viewer, null, null), CancellationToken.None))).Fault);
        Assert.Equal(AccountFault.DisplayNameMissing, (await AskAsync(r => r.CreateAsync(asker, "somebody.new", new(" ", Role.Viewer, null, null), CancellationToken.None))).Fault);
        Assert.Equal(AccountFault.Oneself, (await AskAsync(r => r.ResetSecondFactorAsync(asker, asker.Id, CancellationToken.None))).Fault);

        Assert.Equal(0L, await CountAsync("SELECT count(*) FROM account_requests WHERE requested_by = $1", asker.Id));
        Assert.DoesNotContain($"{asker.UserName} user.request", await host.AuditOfAsync(name));
    }

    [Fact]
    public async Task About_one_person_one_request_waits_and_another_name_alone_holds_at_once()
    {
        var (asker, other, name) = (await SecurityAsync(), await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        var id = await host.IdOfAsync(name);
        Assert.Equal(new AccountAnswer(null, null, false), await AskAsync(r => r.ChangeAsync(asker, id, new("改名", Role.Viewer, null, null), null, CancellationToken.None)));
        Assert.Equal(1L, await CountAsync("SELECT count(*) FROM users WHERE display_name = '改名' AND user_name = $1", name));
        await AskAsync(r => r.ResetSecondFactorAsync(asker, id, CancellationToken.None));

        Assert.Equal(AccountFault.RequestPending, (await AskAsync(r => r.InviteAsync(other, id, CancellationToken.None))).Fault);
        Assert.Equal(AccountFault.RequestPending, (await AskAsync(r => r.ChangeAsync(other, id, new("又改", Role.Viewer, null, null), null, CancellationToken.None))).Fault);
    }

    [Fact]
    public async Task What_a_disabled_administrator_has_asked_for_does_not_come_to_hold_by_itself()
    {
        var (asker, name) = (await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        _ = await SecurityAsync();
        await AskAsync(async r => await r.ChangeAsync(asker, await host.IdOfAsync(name), Leader(name), null, CancellationToken.None));
        var request = await RequestAsync(name);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>().SetDisabledAsync("test", asker.Id, disabled: true, CancellationToken.None));
        }

        // An hour more: what others ask for is not to come too near to it.
        host.Clock.Pass(TimeSpan.FromHours(25));
        await RunAsync();

        await Wait.UntilAsync(async () => await CountAsync("SELECT count(*) FROM account_requests WHERE state = 'void' AND id = $1", request) == 1);
        Assert.Equal("viewer", await RoleAsync(name));
    }

    [Fact]
    public async Task Nothing_comes_to_hold_by_itself_where_another_administrator_was_disabled_meanwhile_even_if_he_is_enabled_again_and_all_are_told()
    {
        var (asker, other, name) = (await SecurityAsync(), await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        await AskAsync(async r => await r.ChangeAsync(asker, await host.IdOfAsync(name), Leader(name), null, CancellationToken.None));
        var request = await RequestAsync(name);
        foreach (var disabled in new[] { true, false })
        {
            await using var scope = host.Services.CreateAsyncScope();
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>().SetDisabledAsync("test", other.Id, disabled, CancellationToken.None));
        }

        Assert.Equal((2L, 2L), (await MessagesAsync(asker.Id, "decided", other.UserName), await MessagesAsync(other.Id, "decided", other.UserName)));
        host.Clock.Pass(TimeSpan.FromHours(25));
        await RunAsync();

        await Wait.UntilAsync(async () => await CountAsync("SELECT count(*) FROM account_requests WHERE state = 'void' AND id = $1", request) == 1);
        Assert.Equal("viewer", await RoleAsync(name));
    }

    [Fact]
    public async Task To_disable_another_administrator_waits_and_he_can_refuse_it_and_not_consent_to_it()
    {
        var (asker, other) = (await SecurityAsync(), await SecurityAsync());

        Assert.Equal(new AccountAnswer(null, null, true), await AskAsync(r => r.SetDisabledAsync(asker, other.Id, true, CancellationToken.None)));
        Assert.False(await IsDisabledAsync(other));
        Assert.Equal(1L, await MessagesAsync(other.Id, "requested", other.UserName));
        var request = await RequestAsync(other.UserName);
        Assert.Equal(AccountFault.RequestOwn, await AskAsync(r => r.ConsentAsync(asker, request, CancellationToken.None)));
        Assert.Equal(AccountFault.RequestOwn, await AskAsync(r => r.ConsentAsync(other, request, CancellationToken.None)));
        Assert.Null(await AskAsync(r => r.RefuseAsync(other, request, CancellationToken.None)));

        host.Clock.Pass(TimeSpan.FromHours(25));
        await RunAsync();

        Assert.False(await IsDisabledAsync(other));
        Assert.DoesNotContain("schedule user.disable", await host.AuditOfAsync(other.UserName));
    }

    [Fact]
    public async Task With_the_consent_of_a_third_he_is_disabled_at_once_and_all_are_told_once()
    {
        var (asker, other, third) = (await SecurityAsync(), await SecurityAsync(), await SecurityAsync());
        await AskAsync(r => r.SetDisabledAsync(asker, other.Id, true, CancellationToken.None));

        Assert.Null(await AskAsync(async r => await r.ConsentAsync(third, await RequestAsync(other.UserName), CancellationToken.None)));

        Assert.True(await IsDisabledAsync(other));
        Assert.Equal(
            [$"{asker.UserName} user.request", $"{third.UserName} user.disable", $"{third.UserName} user.request.consent"],
            (await host.AuditOfAsync(other.UserName)).TakeLast(3));
        Assert.Equal(
            (1L, 1L, 0L),
            (await MessagesAsync(other.Id, "decided", other.UserName), await MessagesAsync(asker.Id, "decided", other.UserName), await MessagesAsync(third.Id, "decided", other.UserName)));
        // What others ask for is not to come too near to it.
        host.Clock.Pass(TimeSpan.FromHours(25));
    }

    [Fact]
    public async Task Who_waits_until_the_other_is_disabled_gets_nothing_by_himself_that_he_asks_for_on_the_same_day()
    {
        var (asker, other, early, soon, later) = (await SecurityAsync(), await SecurityAsync(), await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer));
        await AskAsync(r => r.SetDisabledAsync(asker, other.Id, true, CancellationToken.None));
        var disabling = await RequestAsync(other.UserName);
        host.Clock.Pass(TimeSpan.FromHours(1));
        await AskLeaderAsync(asker, early);
        host.Clock.Pass(TimeSpan.FromHours(23));
        await RunAsync();
        await Wait.UntilAsync(() => IsDisabledAsync(other));
        Assert.Equal("in_force", await StateAsync(disabling));

        await AskLeaderAsync(asker, soon);
        host.Clock.Pass(TimeSpan.FromHours(24));
        await RunAsync();
        foreach (var name in new[] { early, soon })
        {
            var request = await RequestAsync(name);
            await Wait.UntilAsync(async () => await StateAsync(request) == "void");
            Assert.Equal("viewer", await RoleAsync(name));
        }

        host.Clock.Pass(TimeSpan.FromHours(1));
        await AskLeaderAsync(asker, later);
        host.Clock.Pass(TimeSpan.FromHours(24));
        await RunAsync();
        await Wait.UntilAsync(async () => await RoleAsync(later) == "leader");
    }

    [Fact]
    public async Task To_enable_an_administrator_again_waits_too()
    {
        var (asker, other, third, alone) = (await SecurityAsync(), await SecurityAsync(), await SecurityAsync(), await SecurityAsync());
        foreach (var gone in new[] { other, alone })
        {
            await using var scope = host.Services.CreateAsyncScope();
            Assert.Null(await scope.ServiceProvider.GetRequiredService<UserAccounts>().SetDisabledAsync("command", gone.Id, disabled: true, CancellationToken.None));
        }

        Assert.Equal(new AccountAnswer(null, null, true), await AskAsync(r => r.SetDisabledAsync(asker, other.Id, false, CancellationToken.None)));
        Assert.True(await IsDisabledAsync(other));
        Assert.Null(await AskAsync(async r => await r.ConsentAsync(third, await RequestAsync(other.UserName), CancellationToken.None)));
        Assert.False(await IsDisabledAsync(other));

        // By itself as well, once no other one was disabled within the day.
        host.Clock.Pass(TimeSpan.FromHours(25));
        await AskAsync(r => r.SetDisabledAsync(asker, alone.Id, false, CancellationToken.None));
        host.Clock.Pass(TimeSpan.FromHours(24));
        await RunAsync();
        await Wait.UntilAsync(async () => !await IsDisabledAsync(alone));
    }

    [Fact]
    public async Task Anybody_else_is_disabled_and_enabled_at_once_whatever_waits_about_him()
    {
        var (asker, name) = (await SecurityAsync(), await host.EnterAsync(Role.Viewer));
        var id = await host.IdOfAsync(name);
        await AskLeaderAsync(asker, name);

        foreach (var disabled in new[] { true, false })
        {
            Assert.Equal(new AccountAnswer(null, null, false), await AskAsync(r => r.SetDisabledAsync(asker, id, disabled, CancellationToken.None)));
        }

        Assert.Equal([$"{asker.UserName} user.disable", $"{asker.UserName} user.enable"], (await host.AuditOfAsync(name)).TakeLast(2));
        Assert.Equal(2L, await MessagesAsync(id, "decided", name));
    }

    [Theory]
    [InlineData("schedule"), InlineData(" Setup "), InlineData("UNKNOWN")]
    public async Task Nobody_is_called_what_the_log_calls_the_program(string name)
    {
        var asker = await SecurityAsync();

        Assert.Equal(AccountFault.UserNameReserved, (await AskAsync(r => r.CreateAsync(asker, name, new("某人", Role.Viewer, null, null), CancellationToken.None))).Fault);
    }

    [Fact]
    public async Task A_persona_is_obeyed_at_once()
    {
        var persona = new CurrentUser(await host.IdOfAsync("security"), "security", "安全管理员", Role.Security, null);
        var name = $"n{Guid.NewGuid():N}"[..12];

        var answer = await AskAsync(r => r.CreateAsync(persona, name, new("新人", Role.Viewer, null, null), CancellationToken.None));

        Assert.NotNull(answer.Link);
        Assert.Equal(["security user.create"], await host.AuditOfAsync(name));
    }

    [Fact]
    public async Task The_page_says_to_the_only_administrator_that_he_waits_for_a_day_and_to_one_of_two_nothing()
    {
        await using (var command = host.Database.Owner.CreateCommand("UPDATE users SET disabled_at = '2020-01-01Z' WHERE role = 'security' AND NOT is_persona AND disabled_at IS NULL"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var alone = await SecurityAsync();
        using var visitor = host.Visit();
        (await visitor.SignInAsync(alone.UserName, AccessHost.Password)).Dispose();

        Assert.Contains("目前只有您一位安全管理员", await visitor.ReadAsync("/admin/users"), StringComparison.Ordinal);
        _ = await SecurityAsync();
        Assert.DoesNotContain("目前只有您一位安全管理员", await visitor.ReadAsync("/admin/users"), StringComparison.Ordinal);
        using var persona = await host.VisitAsAsync(Role.Security);
        Assert.DoesNotContain("目前只有您一位安全管理员", await persona.ReadAsync("/admin/users"), StringComparison.Ordinal);
    }

    private static (string? Link, AccountFault? Fault) Refused(AccountFault fault) => (null, fault);

    private static UserDraft Leader(string name) => new($"测试{name}", Role.Leader, null, null);

    private async Task<CurrentUser> SecurityAsync()
    {
        var name = await host.EnterAsync(Role.Security);
        return new(await host.IdOfAsync(name), name, $"测试{name}", Role.Security, null);
    }

    private async Task<T> AskAsync<T>(Func<AccountRequests, Task<T>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AccountRequests>());
    }

    /// <summary>What the application does every minute; it does so by itself as well.</summary>
    private Task<int> RunAsync() => AskAsync(r => r.RunAsync(host.Database.Contexts, CancellationToken.None));

    private async Task<int> RequestAsync(string name) => (int)await CountAsync("SELECT id::bigint FROM account_requests WHERE user_name = $1 ORDER BY id DESC LIMIT 1", name);

    private Task<AccountAnswer> AskLeaderAsync(CurrentUser asker, string name) =>
        AskAsync(async r => await r.ChangeAsync(asker, await host.IdOfAsync(name), Leader(name), null, CancellationToken.None));

    private async Task<bool> IsDisabledAsync(CurrentUser user) =>
        await CountAsync("SELECT count(*) FROM users WHERE disabled_at IS NOT NULL AND id = $1", user.Id) == 1;

    private async Task<string> StateAsync(int request)
    {
        await using var command = host.Database.App.CreateCommand("SELECT state FROM account_requests WHERE id = $1");
        command.Parameters.AddWithValue(request);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> RoleAsync(string name)
    {
        await using var command = host.Database.App.CreateCommand("SELECT role FROM users WHERE user_name = $1");
        command.Parameters.AddWithValue(name);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> MessagesAsync(Guid user, string kind, string about)
    {
        await using var command = host.Database.App.CreateCommand(
            "SELECT count(*) FROM messages WHERE user_id = $1 AND kind = 'account_' || $2 AND details ->> 'person' = '测试' || $3");
        command.Parameters.AddWithValue(user);
        command.Parameters.AddWithValue(kind);
        command.Parameters.AddWithValue(about);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> CountAsync(string sql, object value)
    {
        await using var command = host.Database.App.CreateCommand(sql);
        command.Parameters.AddWithValue(value);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
