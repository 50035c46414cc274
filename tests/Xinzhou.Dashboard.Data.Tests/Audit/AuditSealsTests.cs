using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Tests.Backup;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Audit;

/// <summary>The seals by SM3 over the log: two of them, and events that wait for the next.</summary>
[Trait("Category", "Security")]
public sealed class AuditSealsTests : IAsyncLifetime
{
    // The chain by SHA-256 and its head made anew, as the owner of the database could.
    private const string Rechain =
        """
        ALTER TABLE audit_events DISABLE TRIGGER USER;
        DO $$ DECLARE e audit_events; before bytea := sha256(''::bytea);
        BEGIN
            FOR e IN SELECT * FROM audit_events ORDER BY id LOOP
                UPDATE audit_events SET previous_hash = before, hash = audit_hash(before, e) WHERE id = e.id RETURNING hash INTO before;
                UPDATE audit_head SET event = e.id, hash = before;
            END LOOP;
        END $$;
        ALTER TABLE audit_events ENABLE TRIGGER USER
        """;

    private readonly PostgresDatabase _database = new();
    private readonly StandingClock _clock = new();
    private readonly List<AuditSeal?> _kept = [];
    private AuditWatch _watch = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _watch = new(_database.App, _database.Contexts, _clock);
        await AppendAsync(3);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Where_nothing_was_sealed_nothing_is_said_of_seals()
    {
        await NightAsync(AuditDigest.Sha256);

        Assert.Null((await VerifyAsync()).Seals);
        Assert.Equal([null], _kept);
    }

    [Fact]
    public async Task Each_night_seals_what_came_since_the_last_and_the_seal_goes_elsewhere_with_the_head()
    {
        await TwoNightsAsync();

        var verdict = await VerifyAsync();

        Assert.True(verdict.IsSound, verdict.Fault);
        // Three events, the one of the first seal and two more; the one of the second seal and the last are open.
        Assert.Equal((2, 6L, 8L), (verdict.Seals!.Seals, verdict.Seals.Covered, verdict.Events));
        Assert.Equal([3L, 6L], _kept.Select(s => s!.Last));
        Assert.Equal(_kept[1], verdict.Seals.Last);
        Assert.Equal(
            $"4 schedule 1-3 {_kept[0]!.Hash}, 7 schedule 4-6 {_kept[1]!.Hash}",
            await _database.AskAsync(
                "SELECT string_agg(concat_ws(' ', id, actor, concat(details ->> 'from', '-', details ->> 'to'), details ->> 'sm3'), ', ' ORDER BY id) FROM audit_events WHERE action = 'audit.seal'"));
        foreach (var noted in _kept) Assert.True((await VerifyAsync(noted)).IsSound);
    }

    [Fact]
    public async Task Back_at_SHA_256_no_seal_is_added_and_those_that_are_there_are_still_held_to()
    {
        await NightAsync(AuditDigest.Sm3);
        await NightAsync(AuditDigest.Sha256);
        Assert.Equal((1, 3L), ((await VerifyAsync()).Seals!.Seals, (await VerifyAsync()).Seals!.Covered));

        await TamperAsync("UPDATE audit_seals SET seal = previous_seal");

        Assert.Equal("seal of events 1-3 does not fit them", (await VerifyAsync()).Fault);
    }

    [Theory]
    [InlineData("UPDATE audit_events SET actor = 'x' WHERE id = 2", "seal of events 1-3 does not fit them")]
    [InlineData("UPDATE audit_events SET at = at + interval '1 microsecond' WHERE id = 5", "seal of events 4-6 does not fit them")]
    [InlineData("DELETE FROM audit_events WHERE id = 2", "seal of events 1-3 does not fit them")]
    [InlineData("UPDATE audit_events SET id = 0 WHERE id = 1", "seal of events 1-3 does not fit them")]
    [InlineData("UPDATE audit_events SET details = jsonb_set(details, '{sm3}', '\"0\"') WHERE id = 4", "seal of events 4-6 does not fit them")]
    public async Task An_event_that_was_altered_or_removed_is_found_though_the_chain_was_made_anew(string tampering, string fault)
    {
        await TwoNightsAsync();

        await TamperAsync($"{tampering}; {Rechain}");

        var verdict = await VerifyAsync();
        Assert.Null(verdict.FirstBad);
        Assert.Equal(fault, verdict.Fault);
    }

    [Theory]
    [InlineData("UPDATE audit_seals SET seal = decode(repeat('00', 32), 'hex') WHERE last = 3", "seal of events 1-3 does not fit them")]
    [InlineData("UPDATE audit_seals SET seal = decode(repeat('00', 32), 'hex') WHERE last = 6", "seal of events 4-6 does not fit them")]
    [InlineData("UPDATE audit_seals SET last = 7 WHERE last = 6", "seal of events 4-7 does not fit them")]
    [InlineData("UPDATE audit_seals SET first = 5 WHERE last = 6", "seal of events 5-6 does not follow the one before")]
    [InlineData("UPDATE audit_seals SET previous_seal = decode(repeat('00', 32), 'hex') WHERE last = 6", "seal of events 4-6 does not follow the one before")]
    [InlineData("DELETE FROM audit_seals WHERE last = 3", "seal of events 4-6 does not follow the one before")]
    [InlineData("DELETE FROM audit_seals WHERE last = 6", "seal of events 4-6 is not the one that the log tells of")]
    [InlineData("DELETE FROM audit_seals", "seal of events 1-3 is not the one that the log tells of")]
    public async Task A_seal_that_was_altered_or_removed_is_found(string tampering, string fault)
    {
        await TwoNightsAsync();

        await TamperAsync(tampering);

        Assert.Equal(fault, (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Seals_that_were_made_anew_over_events_that_were_altered_are_found_by_the_log_and_by_one_that_was_noted()
    {
        await TwoNightsAsync();
        var noted = _kept[0];
        await TamperAsync($"UPDATE audit_events SET actor = 'x' WHERE id = 2; {Rechain}; DELETE FROM audit_seals");
        Assert.Equal("seal of events 1-3 is not the one that the log tells of", (await VerifyAsync()).Fault);

        // Whoever makes everything anew, the events that tell of seals among it, is found by what lies elsewhere alone.
        await TamperAsync($"DELETE FROM audit_events WHERE action = 'audit.seal'; {Rechain}");

        Assert.True((await VerifyAsync()).IsSound);
        Assert.Equal("seal of events 1-3 is not the one that was noted", (await VerifyAsync(noted)).Fault);
    }

    [Fact]
    public async Task A_log_that_is_not_sound_is_not_sealed_and_one_whose_head_could_not_be_kept_is_at_the_next_try()
    {
        await Assert.ThrowsAsync<IOException>(() => _watch.RunAsync(_clock.GetUtcNow().AddMinutes(-1), AuditDigest.Sm3, (_, _, _) => throw new IOException("no disk")));
        Assert.Null((await VerifyAsync()).Seals);
        await NightAsync(AuditDigest.Sm3);
        await TamperAsync("ALTER TABLE audit_events DISABLE TRIGGER USER; UPDATE audit_events SET actor = 'x' WHERE id = 2; ALTER TABLE audit_events ENABLE TRIGGER USER");

        var found = await NightAsync(AuditDigest.Sm3);

        Assert.Equal("broken at event 2", found?.Fault);
        Assert.Equal("1", await _database.AskAsync("SELECT count(*) FROM audit_seals"));
    }

    [Theory]
    [InlineData("UPDATE audit_seals SET at = at")]
    [InlineData("DELETE FROM audit_seals")]
    [InlineData("TRUNCATE audit_seals")]
    [InlineData("INSERT INTO audit_seals SELECT 4, 5, at, seal, seal FROM audit_seals")]
    [InlineData("INSERT INTO audit_seals SELECT 4, 4, at, previous_seal, seal FROM audit_seals")]
    [InlineData("INSERT INTO audit_seals SELECT 99, 4, at, seal, seal FROM audit_seals")]
    public async Task Seals_are_only_ever_added_one_after_the_other_over_events_that_are_there(string statement)
    {
        await NightAsync(AuditDigest.Sm3);

        Assert.Equal("23000", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _database.RunAsync(statement))).SqlState);
    }

    [Fact]
    public async Task They_go_along_with_a_backup_encrypted_by_SM4_and_the_log_is_sealed_on()
    {
        using var folder = new BackupFolder();
        await TwoNightsAsync();
        var key = await folder.KeyAsync(new('k', 32));
        await folder.TakeAsync(_database, key: key, cipher: BackupCipher.Sm4);
        var restored = new EmptyPostgresDatabase();
        await restored.InitializeAsync();
        try
        {
            // Nobody says which cipher it is: the file does.
            await folder.RestoreAsync(restored, key: key);

            var verdict = await AuditVerification.VerifyAsync(restored.App, null, AuditHead.Parse(_kept[1]!.ToString()));
            Assert.True(verdict.IsSound, verdict.Fault);
            Assert.Equal(2, verdict.Seals?.Seals);
            _clock.Pass(TimeSpan.FromDays(1));
            await new AuditWatch(restored.App, restored.Contexts, _clock).RunAsync(_clock.GetUtcNow().AddMinutes(-1), AuditDigest.Sm3, (_, _, _) => Task.CompletedTask);
            verdict = await AuditVerification.VerifyAsync(restored.App, null);
            Assert.True(verdict.IsSound, verdict.Fault);
            Assert.Equal((3, verdict.Events - 1), (verdict.Seals!.Seals, verdict.Seals.Covered));
        }
        finally
        {
            await restored.DisposeAsync();
        }
    }

    private async Task TwoNightsAsync()
    {
        await NightAsync(AuditDigest.Sm3);
        await AppendAsync(2);
        await NightAsync(AuditDigest.Sm3);
        await AppendAsync(1);
    }

    private Task<AuditVerdict?> NightAsync(AuditDigest digest)
    {
        _clock.Pass(TimeSpan.FromDays(1));
        return _watch.RunAsync(_clock.GetUtcNow().AddMinutes(-1), digest, (_, seal, _) =>
        {
            _kept.Add(seal);
            return Task.CompletedTask;
        });
    }

    private async Task AppendAsync(int events)
    {
        for (var n = 1; n <= events; n++) await AuditLog.AppendAsync(_database.Contexts, _clock, "test", "import", $"file {n}", new { n });
    }

    private Task<AuditVerdict> VerifyAsync(AuditSeal? noted = null) =>
        AuditVerification.VerifyAsync(_database.App, null, AuditHead.Parse(noted?.ToString()));

    private Task TamperAsync(string tampering) => _database.RunAsync(
        $"""
        ALTER TABLE audit_seals DISABLE TRIGGER USER; ALTER TABLE audit_events DISABLE TRIGGER USER;
        {tampering};
        ALTER TABLE audit_seals ENABLE TRIGGER USER; ALTER TABLE audit_events ENABLE TRIGGER USER
        """);
}
