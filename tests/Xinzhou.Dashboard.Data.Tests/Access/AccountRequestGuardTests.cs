using Npgsql;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Access;

/// <summary>Four eyes over accounts, whatever the application believes.</summary>
[Trait("Category", "Security")]
public sealed class AccountRequestGuardTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Only_a_security_administrator_asks()
    {
        var (subject, leader) = (await UserAsync(Role.Viewer), await UserAsync(Role.Leader));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => AskAsync(subject, leader)));
    }

    [Fact]
    public async Task Nobody_consents_to_his_own_request_nor_to_one_about_himself_nor_without_the_right_to()
    {
        var (asker, subject, viewer, other) = (await UserAsync(Role.Security), await UserAsync(Role.Security), await UserAsync(Role.Viewer), await UserAsync(Role.Security));
        var id = await AskAsync(subject, asker);

        foreach (var who in new[] { asker, subject, viewer })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => DecideAsync(id, "in_force", who, "now()")));
        }

        await DecideAsync(id, "in_force", other, "now()");
    }

    [Theory]
    [InlineData("23 hours 59 minutes", false)]
    [InlineData("24 hours", true)]
    public async Task Alone_it_holds_after_a_day_and_not_before(string after, bool holds)
    {
        var (asker, subject) = (await UserAsync(Role.Security), await UserAsync(Role.Viewer));
        var id = await AskAsync(subject, asker);
        Task DecidedAsync() => DecideAsync(id, "in_force", null, $"requested_at + interval '{after}'");

        if (holds) await DecidedAsync();
        else Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(DecidedAsync));
    }

    [Fact]
    public async Task What_is_decided_and_what_was_asked_for_is_not_changed()
    {
        var (asker, subject, other) = (await UserAsync(Role.Security), await UserAsync(Role.Viewer), await UserAsync(Role.Security));
        var id = await AskAsync(subject, asker);
        await DecideAsync(id, "refused", other, "now()");

        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, await RefusalAsync(() => DecideAsync(id, "in_force", other, "now()")));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => ExecuteAsync(database.App, "UPDATE account_requests SET role = 'admin' WHERE id = $1", id)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => ExecuteAsync(database.App, "DELETE FROM account_requests WHERE id = $1", id)));
        // Nor by the owner.
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, await RefusalAsync(() => ExecuteAsync(database.Owner, "UPDATE account_requests SET role = 'admin' WHERE id = $1", id)));
    }

    [Fact]
    public async Task Over_name_and_address_of_what_is_decided_nothing_is_written_but_that_they_are_erased()
    {
        var (asker, subject) = (await UserAsync(Role.Security), await UserAsync(Role.Viewer));
        var id = await AskAsync(subject, asker);
        Task ErasedAsync() => ExecuteAsync(database.App, "UPDATE account_requests SET display_name = '（已清除）', email = NULL WHERE id = $1", id);

        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, await RefusalAsync(ErasedAsync));
        await DecideAsync(id, "void", null, "now()");
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, await RefusalAsync(() => ExecuteAsync(database.App, "UPDATE account_requests SET display_name = '别人' WHERE id = $1", id)));
        await ErasedAsync();
    }

    [Fact]
    public async Task Only_who_asked_takes_it_back_and_about_one_person_one_request_waits()
    {
        var (asker, subject, other) = (await UserAsync(Role.Security), await UserAsync(Role.Viewer), await UserAsync(Role.Security));
        var id = await AskAsync(subject, asker);

        Assert.Equal(PostgresErrorCodes.UniqueViolation, await RefusalAsync(() => AskAsync(subject, other)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => DecideAsync(id, "withdrawn", other, "now()")));
        await DecideAsync(id, "withdrawn", asker, "now()");
        await AskAsync(subject, other);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    public async Task Whom_it_is_to_disable_or_enable_refuses_it_and_does_not_consent_to_it(string kind)
    {
        var (asker, subject, other) = (await UserAsync(Role.Security), await UserAsync(Role.Security), await UserAsync(Role.Security));
        var refused = await AskAsync(subject, asker, kind);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => DecideAsync(refused, "in_force", subject, "now()")));
        await DecideAsync(refused, "refused", subject, "now()");
        await DecideAsync(await AskAsync(subject, asker, kind), "in_force", other, "now()");
    }

    [Theory]
    [InlineData("2 hours", false)]
    [InlineData("-23 hours", false)]
    [InlineData("-25 hours", true)]
    public async Task Alone_nothing_holds_where_who_could_refuse_was_disabled_since_it_was_asked_for_or_in_the_day_before(string when, bool holds)
    {
        var (asker, subject, gone, other) = (await UserAsync(Role.Security), await UserAsync(Role.Viewer), await UserAsync(Role.Security), await UserAsync(Role.Security));
        var id = await AskAsync(subject, asker);
        Task AloneAsync() => DecideAsync(id, "in_force", null, "requested_at + interval '24 hours'");
        await DisableAsync(gone, $"(SELECT requested_at + interval '{when}' FROM account_requests WHERE id = {id})");
        try
        {
            if (holds)
            {
                await AloneAsync();
                return;
            }

            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(AloneAsync));
            await DecideAsync(id, "in_force", other, "now()");
        }
        finally
        {
            await DisableAsync(gone, "NULL");
        }
    }

    [Fact]
    public async Task Who_is_disabled_by_a_request_does_not_stand_in_its_own_way()
    {
        var (asker, subject) = (await UserAsync(Role.Security), await UserAsync(Role.Security));
        var id = await AskAsync(subject, asker, "disable");
        await DisableAsync(subject, "now()");

        await DecideAsync(id, "in_force", null, "requested_at + interval '24 hours'");

        await DisableAsync(subject, "NULL");
    }

    // One who is no persona: those decide nothing in Production.
    private async Task DisableAsync(Guid user, string at)
    {
        await using var command = database.Owner.CreateCommand($"UPDATE users SET is_persona = false, disabled_at = {at} WHERE id = $1");
        command.Parameters.AddWithValue(user);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Guid> UserAsync(Role role) =>
        (await new ReturnSetup(database.Owner, database.App).UserAsync($"u{Guid.NewGuid():N}"[..12], role)).Id;

    private async Task<int> AskAsync(Guid subject, Guid asker, string kind = "change")
    {
        await using var command = database.App.CreateCommand(
            $"""
            INSERT INTO account_requests (kind, user_id, user_name, display_name, role, requested_by, requested_at, state)
            SELECT '{kind}', id, user_name, display_name, 'leader', $2, now() - interval '1 minute', 'pending' FROM users WHERE id = $1 RETURNING id
            """);
        command.Parameters.AddWithValue(subject);
        command.Parameters.AddWithValue(asker);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private async Task DecideAsync(int id, string state, Guid? by, string at)
    {
        await using var command = database.App.CreateCommand($"UPDATE account_requests SET state = '{state}', decided_by = $2, decided_at = {at} WHERE id = $1");
        command.Parameters.AddWithValue(id);
        command.Parameters.Add(new() { Value = (object?)by ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, int id)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<PostgresException>(act)).SqlState;
}
