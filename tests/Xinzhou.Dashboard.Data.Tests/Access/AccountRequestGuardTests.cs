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

    private async Task<Guid> UserAsync(Role role) =>
        (await new ReturnSetup(database.Owner, database.App).UserAsync($"u{Guid.NewGuid():N}"[..12], role)).Id;

    private async Task<int> AskAsync(Guid subject, Guid asker)
    {
        await using var command = database.App.CreateCommand(
            """
            INSERT INTO account_requests (kind, user_id, user_name, display_name, role, requested_by, requested_at, state)
            SELECT 'change', id, user_name, display_name, 'leader', $2, now() - interval '1 minute', 'pending' FROM users WHERE id = $1 RETURNING id
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
