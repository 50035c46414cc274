using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Tests.Backup;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Audit;

/// <summary>The nightly look at the log: what it keeps, and whom it tells.</summary>
[Trait("Category", "Security")]
public sealed class AuditWatchTests : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();
    private readonly StandingClock _clock = new();
    private readonly List<AuditHead> _kept = [];
    private AuditWatch _watch = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _watch = new(_database.App, _database.Contexts, _clock);
        await AuditLog.AppendAsync(_database.Contexts, _clock, "test", "import", "a", new { });
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_sound_log_is_looked_at_once_and_its_head_kept()
    {
        Assert.Null(await _watch.LastAsync());

        var found = await LookAsync();

        Assert.True(found!.IsSound, found.Fault);
        Assert.Equal([found.Head], _kept);
        Assert.Null(await LookAsync());
        Assert.Equal(new AuditCheck((await _watch.LastAsync())!.At, 1, found.Head.ToString(), null), await _watch.LastAsync());
        // A look leaves no event: what nobody has used stays an empty installation.
        Assert.Equal("1 0", await _database.AskAsync("SELECT concat_ws(' ', (SELECT count(*) FROM audit_events), (SELECT count(*) FROM audit_seals))"));
    }

    [Fact]
    public async Task What_is_wrong_is_noted_and_told_to_the_auditor_and_the_administrators()
    {
        var setup = new ReturnSetup(_database.Owner, _database.App);
        foreach (var (name, role) in new[] { ("shen", Role.Auditor), ("sun", Role.Admin), ("an", Role.Security), ("li", Role.Reviewer), ("gone", Role.Auditor) }) await setup.UserAsync(name, role);
        await _database.RunAsync("UPDATE users SET disabled_at = now() WHERE user_name = 'gone'");
        await _database.RunAsync("ALTER TABLE audit_events DISABLE TRIGGER USER; UPDATE audit_events SET actor = 'x'; ALTER TABLE audit_events ENABLE TRIGGER USER");

        var found = await LookAsync();

        Assert.Equal("broken at event 1", found?.Fault);
        Assert.Empty(_kept);
        Assert.Equal("broken at event 1", (await _watch.LastAsync())?.Fault);
        Assert.Equal("an shen sun", await _database.AskAsync(
            "SELECT string_agg(user_name, ' ' ORDER BY user_name COLLATE \"C\") FROM messages m JOIN users u ON u.id = m.user_id WHERE kind = 'audit_broken'"));
        Assert.Equal("schedule broken at event 1", await _database.AskAsync("SELECT actor || ' ' || (details ->> 'fault') FROM audit_events WHERE action = 'audit.broken'"));
    }

    [Fact]
    public async Task A_log_that_was_written_anew_since_the_last_look_is_found()
    {
        await LookAsync();
        await _database.RunAsync(
            """
            ALTER TABLE audit_events DISABLE TRIGGER USER;
            UPDATE audit_events SET subject = 'x';
            UPDATE audit_events SET hash = audit_hash(previous_hash, audit_events);
            UPDATE audit_head SET hash = (SELECT hash FROM audit_events);
            ALTER TABLE audit_events ENABLE TRIGGER USER
            """);
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
        _clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal("broken at event 1", (await LookAsync())?.Fault);
    }

    [Fact]
    public async Task A_head_that_could_not_be_kept_is_kept_at_the_next_try()
    {
        await Assert.ThrowsAsync<IOException>(() => _watch.RunAsync(_clock.GetUtcNow().AddMinutes(-1), AuditDigest.Sha256, (_, _, _) => throw new IOException("no disk")));
        Assert.Null(await _watch.LastAsync());

        Assert.NotNull(await LookAsync());

        Assert.Single(_kept);
    }

    [Theory]
    [InlineData("UPDATE audit_checks SET fault = NULL")]
    [InlineData("DELETE FROM audit_checks")]
    [InlineData("TRUNCATE audit_checks")]
    public async Task What_was_found_is_not_changed(string statement)
    {
        await LookAsync();

        Assert.Equal("23000", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _database.RunAsync(statement))).SqlState);
    }

    private Task<AuditVerdict?> LookAsync() => _watch.RunAsync(_clock.GetUtcNow().AddMinutes(-1), AuditDigest.Sha256, (head, seal, _) =>
    {
        Assert.Null(seal);
        _kept.Add(head);
        return Task.CompletedTask;
    });
}
