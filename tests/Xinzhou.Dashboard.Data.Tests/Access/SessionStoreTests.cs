using Npgsql;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Access;

/// <summary>What the database knows of sessions: how many, how long, and that what has ended stays so.</summary>
[Trait("Category", "Security")]
public sealed class SessionStoreTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly SessionLimits Limits = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(12), 2);

    [Fact]
    public async Task One_session_more_than_are_allowed_at_once_ends_the_oldest()
    {
        var user = await UserAsync();
        var first = await BeginAsync(user, Now);
        var second = await BeginAsync(user, Now.AddMinutes(1));
        var third = await BeginAsync(user, Now.AddMinutes(2));

        Assert.Equal([third, second], await OpenAsync(user, Now.AddMinutes(3)));
        Assert.NotNull((await FactsAsync(user, first))!.Times!.EndedAt);
    }

    [Fact]
    public async Task Of_several_that_begin_at_once_no_more_are_left_than_are_allowed()
    {
        var user = await UserAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BeginAsync(user, Now)));

        Assert.Equal(Limits.AtOnce, (await OpenAsync(user, Now)).Count);
    }

    [Fact]
    public async Task Somebody_of_whom_many_may_be_signed_in_keeps_them_all()
    {
        var user = await UserAsync();
        for (var i = 0; i < 4; i++) await BeginAsync(user, Now, SessionProof.Persona, limits: null);

        Assert.Equal(4, (await OpenAsync(user, Now)).Count);
    }

    [Fact]
    public async Task A_session_that_goes_on_under_another_number_keeps_its_beginning_and_its_proof_and_the_old_number_ends()
    {
        var user = await UserAsync();
        var before = await BeginAsync(user, Now, SessionProof.Passkey);

        var after = await BeginAsync(user, Now.AddHours(1), SessionProof.Password, before, goesOn: true);

        var times = (await FactsAsync(user, after))!.Times!;
        Assert.Equal((Now, Now.AddHours(1), (DateTimeOffset?)Now, true), (times.BeganAt, times.ActiveAt, times.ConfirmedAt, times.IsByPasskey));
        Assert.NotNull((await FactsAsync(user, before))!.Times!.EndedAt);
    }

    [Fact]
    public async Task A_sign_in_in_the_same_browser_begins_anew_and_ends_the_session_before()
    {
        var user = await UserAsync();
        var before = await BeginAsync(user, Now);

        var after = await BeginAsync(user, Now.AddHours(1), SessionProof.Password, before);

        Assert.Equal(Now.AddHours(1), (await FactsAsync(user, after))!.Times!.BeganAt);
        Assert.NotNull((await FactsAsync(user, before))!.Times!.EndedAt);
    }

    [Fact]
    public async Task Single_sign_on_proves_nothing_that_is_asked_for_here()
    {
        var user = await UserAsync();

        var session = await BeginAsync(user, Now, SessionProof.SingleSignOn);

        Assert.Null((await FactsAsync(user, session))!.Times!.ConfirmedAt);
    }

    [Theory]
    [InlineData(29, 0, true)]
    [InlineData(30, 0, false)]
    [InlineData(29, 719, true)]
    [InlineData(1, 720, false)]
    public void A_session_lasts_as_long_as_both_limits_allow(int idleMinutes, int ageMinutes, bool holds)
    {
        var active = Now.AddMinutes(-idleMinutes);
        var times = new SessionTimes(Now.AddMinutes(-Math.Max(ageMinutes, idleMinutes)), active, null, null, false);

        Assert.Equal(holds, times.Holds(Now, Limits));
        Assert.False((times with { EndedAt = Now }).Holds(Now, Limits));
    }

    [Fact]
    public async Task A_new_stamp_ends_all_sessions_and_what_has_ended_does_not_hold_again()
    {
        var user = await UserAsync();
        var session = await BeginAsync(user, Now);
        await ExecuteAsync("UPDATE users SET security_stamp = 'new' WHERE id = $1", user);

        Assert.Empty(await OpenAsync(user, Now));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("UPDATE sessions SET ended_at = NULL WHERE id = $1", session));
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, refusal.SqlState);
        refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("UPDATE sessions SET began_at = now() WHERE id = $1", session));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task One_ends_ones_own_sessions_and_nobody_elses()
    {
        var (user, other) = (await UserAsync(), await UserAsync());
        var (mine, another, his) = (await BeginAsync(user, Now), await BeginAsync(user, Now), await BeginAsync(other, Now));
        await using var context = database.Contexts.CreateDbContext();

        Assert.False(await context.EndSessionAsync(user, his, Now));
        Assert.Equal(1, await context.EndSessionsAsync(user, mine, Now));

        Assert.Equal([mine], await OpenAsync(user, Now));
        Assert.Equal([his], await OpenAsync(other, Now));
        Assert.NotNull((await FactsAsync(user, another))!.Times!.EndedAt);
    }

    [Fact]
    public async Task A_request_is_noted_and_never_an_earlier_one()
    {
        var user = await UserAsync();
        var session = await BeginAsync(user, Now);

        await SessionStore.TouchAsync(database.Contexts, session, Now.AddMinutes(5));
        await SessionStore.TouchAsync(database.Contexts, session, Now.AddMinutes(3));

        Assert.Equal(Now.AddMinutes(5), (await FactsAsync(user, session))!.Times!.ActiveAt);
    }

    [Fact]
    public async Task Facts_of_many_are_those_of_each()
    {
        var (user, other) = (await UserAsync(), await UserAsync());
        SessionKey[] keys = [new(user, await BeginAsync(user, Now)), new(other, await BeginAsync(other, Now)), new(user, Guid.NewGuid()), new(Guid.NewGuid(), Guid.NewGuid())];

        var many = await SessionFacts.FindAsync(database.Contexts, keys);

        foreach (var key in keys) Assert.Equal(await SessionFacts.FindAsync(database.Contexts, key), many[key]);
        Assert.Null(many[keys[2]]!.Times);
        Assert.Null(many[keys[3]]);
    }

    private async Task<Guid> UserAsync() =>
        (await new ReturnSetup(database.Owner, database.App).UserAsync($"u{Guid.NewGuid():N}"[..12], Role.Viewer)).Id;

    private async Task<Guid> BeginAsync(
        Guid user, DateTimeOffset now, SessionProof proof = SessionProof.Password, Guid? before = null, bool goesOn = false) =>
        await BeginAsync(user, now, proof, Limits, before, goesOn);

    private async Task<Guid> BeginAsync(
        Guid user, DateTimeOffset now, SessionProof proof, SessionLimits? limits, Guid? before = null, bool goesOn = false)
    {
        await using var context = database.Contexts.CreateDbContext();
        return await context.BeginSessionAsync(
            new() { User = user, Proof = proof, IsProof = proof != SessionProof.SingleSignOn, Address = "127.0.0.1", Browser = "Edge 131 · Windows", Before = before, GoesOn = goesOn, Limits = limits }, now);
    }

    private async Task<IReadOnlyList<Guid>> OpenAsync(Guid user, DateTimeOffset now)
    {
        await using var context = database.Contexts.CreateDbContext();
        return [.. (await context.SessionsOfAsync(user, Limits, now)).Select(s => s.Id)];
    }

    private Task<SessionFacts?> FactsAsync(Guid user, Guid session) => SessionFacts.FindAsync(database.Contexts, new(user, session));

    private async Task ExecuteAsync(string sql, Guid id)
    {
        await using var command = database.App.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync();
    }
}
