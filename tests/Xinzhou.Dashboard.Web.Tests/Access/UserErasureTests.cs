using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Requests;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>What is kept of somebody who has left is erased, and the log stays whole.</summary>
[Trait("Category", "Security")]
public sealed class UserErasureTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task Name_address_and_proofs_go_and_the_log_stays_whole()
    {
        var name = await host.EnterAsync(Role.Viewer, "wang@example.cn");
        using (var visitor = host.Visit())
        {
            using var answer = await visitor.SignInAsync(name, AccessHost.Password);
        }

        var id = await host.IdOfAsync(name);
        Assert.Equal(AccountFault.NotDisabled, await EraseAsync("security", id));
        Assert.Null(await DisableAsync(id));

        Assert.Null(await EraseAsync("security", id));

        await using var command = host.Database.App.CreateCommand(
            """
            SELECT concat_ws(' ', user_name, display_name, coalesce(email, '-'), coalesce(normalized_email, '-'), coalesce(password_hash, '-'), coalesce(last_seen_at::text, '-'),
                (SELECT count(*) FROM user_tokens WHERE user_id = u.id), (SELECT count(*) FROM user_logins WHERE user_id = u.id), (SELECT count(*) FROM user_passkeys WHERE user_id = u.id),
                (SELECT count(*) FROM sessions WHERE user_id = u.id))
            FROM users u WHERE id = $1
            """);
        command.Parameters.AddWithValue(id);
        Assert.Equal($"{name} {UserErasure.Erased} - - - - 0 0 0 0", await command.ExecuteScalarAsync());
        Assert.Equal("security user.erase", (await host.AuditOfAsync(name))[^1]);
        var verdict = await AuditVerification.VerifyAsync(host.Database.App, null);
        Assert.True(verdict.IsSound, verdict.Fault);
    }

    [Fact]
    public async Task What_waits_about_him_is_void_and_nothing_brings_his_data_back()
    {
        var (asker, name) = (await host.EnterAsync(Role.Security), await host.EnterAsync(Role.Viewer, "zhao@example.cn"));
        var id = await host.IdOfAsync(name);
        var draft = new UserDraft("赵六", Role.Leader, null, "zhao@example.cn");
        await using var scope = host.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<AccountRequests>().ChangeAsync(
            new(await host.IdOfAsync(asker), asker, $"测试{asker}", Role.Security, null), id, draft, null, CancellationToken.None);
        Assert.True(answer.IsPending);
        Assert.Null(await DisableAsync(id));

        Assert.Null(await EraseAsync("security", id));

        await using var command = host.Database.App.CreateCommand("SELECT concat_ws(' ', state, display_name, coalesce(email, '-')) FROM account_requests WHERE user_id = $1");
        command.Parameters.AddWithValue(id);
        Assert.Equal($"void {UserErasure.Erased} -", await command.ExecuteScalarAsync());
        Assert.Equal(["security user.request.void", "security user.erase"], (await host.AuditOfAsync(name)).TakeLast(2));
        Assert.Equal(
            AccountFault.Erased,
            await scope.ServiceProvider.GetRequiredService<UserAccounts>().ChangeAsync("security", id, draft, null, CancellationToken.None));
    }

    [Fact]
    public async Task Not_on_the_day_on_which_he_was_disabled()
    {
        var (administrator, name) = (await host.EnterAsync(Role.Security), await host.EnterAsync(Role.Security));
        var id = await host.IdOfAsync(name);
        Assert.Null(await DisableAsync(id));

        Assert.Equal(AccountFault.DisabledLately, await EraseAsync(administrator, id));

        await using var command = host.Database.Owner.CreateCommand("UPDATE users SET disabled_at = disabled_at - interval '24 hours' WHERE id = $1");
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync();
        Assert.Null(await EraseAsync(administrator, id));
    }

    [Fact]
    public async Task Nobody_erases_himself_a_persona_or_somebody_who_is_not_there()
    {
        // Somebody must be left who keeps users.
        await host.EnterAsync(Role.Security);
        var name = await host.EnterAsync(Role.Security);
        var id = await host.IdOfAsync(name);
        Assert.Null(await DisableAsync(id));

        Assert.Equal(AccountFault.Oneself, await EraseAsync(name, id));
        Assert.Equal(AccountFault.Persona, await EraseAsync("security", await host.IdOfAsync("viewer")));
        Assert.Equal(AccountFault.UnknownUser, await EraseAsync("security", Guid.NewGuid()));
    }

    [Fact]
    public async Task Who_is_still_named_by_an_open_notice_is_not_erased()
    {
        var name = await host.EnterAsync(Role.Viewer);
        var id = await host.IdOfAsync(name);
        Assert.Null(await DisableAsync(id));
        var setup = new ReturnSetup(host.Database.Owner, host.Database.App);
        await setup.DepartmentAsync("qcj", "测试清除局");
        var office = await setup.UserAsync("erasure", Role.Supervisor);
        var number = (await host.Services.GetRequiredService<NoticeSteps>().IssueAsync(
            new() { Subject = "事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["qcj"], Person = $"测试{name}" }, office)).Numbers.Single();
        var (store, days) = (host.Services.GetRequiredService<SnapshotStore>(), host.Services.GetRequiredService<WorkingDays>());
        await Wait.UntilAsync(() => store.Current.Notices.Find(number, new(DateTimeOffset.UtcNow), days) is not null);

        Assert.Equal(AccountFault.StillNamed, await EraseAsync("security", id));
    }

    [Fact]
    public async Task What_is_kept_of_people_is_told_before_they_sign_in()
    {
        using var visitor = host.Visit();

        using var answer = await visitor.GetAsync("/privacy");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("个人信息告知", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("What is kept", await visitor.ReadAsync("/privacy?lang=en"), StringComparison.Ordinal);
        Assert.Contains("href=\"/privacy", await visitor.ReadAsync("/account/sign-in"), StringComparison.Ordinal);
    }

    private async Task<AccountFault?> EraseAsync(string actor, Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserErasure>().EraseAsync(actor, id, CancellationToken.None);
    }

    private async Task<AccountFault?> DisableAsync(Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserAccounts>().SetDisabledAsync("security", id, true, CancellationToken.None);
    }
}
