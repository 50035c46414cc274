using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Rules;

public sealed class ValidationRulesTests : IAsyncLifetime
{
    private static readonly RuleDefinition Bound40 = Bound(40);

    private readonly PostgresDatabase _database = new();
    private readonly SnapshotStore _store = new();
    private ValidationRules _rules = null!;
    private Actor _admin = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _store.Replace(await new SnapshotLoader(_database.Contexts).LoadAsync());
        _rules = new(_database.Contexts, _store, TimeProvider.System);
        _admin = await new ReturnSetup(_database.Owner, _database.App).UserAsync("admin1", Role.Admin, name: "孙管理");
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_history_of_every_rule_begins_with_what_came_with_the_product()
    {
        var rules = await _rules.AllAsync();

        Assert.Equal(_store.Current.Rules.Rules.Select(r => r.Code), rules.Select(r => r.Code));
        Assert.All(rules, r => Assert.Null(Assert.Single(r.Versions).By));
    }

    [Fact]
    public async Task A_new_version_is_in_force_in_the_history_and_in_the_log()
    {
        var seen = (await _rules.FindAsync("growth_within_50"))!.Latest.Number;

        Assert.Null((await _rules.SaveAsync("growth_within_50", Bound40, seen, " 四十更合适 ", _admin)).Refusal);

        var rule = (await _rules.FindAsync("growth_within_50"))!;
        Assert.Equal((2, "四十更合适", "孙管理"), (rule.Versions.Count, rule.Latest.Reason, rule.Latest.By!.Name));
        Assert.Equal([40m, 50m], rule.Versions.Select(v => v.Definition!.Get(GrowthBoundRule.BoundField)));
        var loaded = (await new SnapshotLoader(_database.Contexts).LoadAsync()).Rules.Rules;
        Assert.Equal(40, Assert.IsType<GrowthBoundRule>(Assert.Single(loaded, r => r.Code == "growth_within_50")).Magnitude);
        Assert.Equal(_store.Current.Rules.Rules.Select(r => r.Code), loaded.Select(r => r.Code));
        Assert.Equal("admin1 rule.change rule growth_within_50", await EventAsync());
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task A_rule_is_taken_out_and_put_in_again_and_its_history_goes_on()
    {
        var seen = (await _rules.FindAsync("gdp_counties"))!;
        Assert.Null((await _rules.TakeOutAsync("gdp_counties", seen.Latest.Number, "区划调整", _admin)).Refusal);
        var ended = (await _rules.FindAsync("gdp_counties"))!;
        Assert.False(ended.IsInForce);
        Assert.Equal(UnitPartsRule.Kind, ended.Definition.Kind);
        Assert.DoesNotContain((await new SnapshotLoader(_database.Contexts).LoadAsync()).Rules.Rules, r => r.Code == "gdp_counties");
        Assert.Equal("gdp_counties", (await _rules.AllAsync())[^1].Code);
        Assert.Equal(ChangeRefusal.NotFound, (await _rules.TakeOutAsync("gdp_counties", ended.Latest.Number, "再来", _admin)).Refusal);

        Assert.Null((await _rules.SaveAsync("gdp_counties", ended.Definition, ended.Latest.Number, "恢复", _admin)).Refusal);

        Assert.Equal(3, (await _rules.FindAsync("gdp_counties"))!.Versions.Count);
        Assert.Contains((await new SnapshotLoader(_database.Contexts).LoadAsync()).Rules.Rules, r => r.Code == "gdp_counties");
    }

    [Fact]
    public async Task A_rule_of_an_own_code_is_added()
    {
        Assert.Null((await _rules.SaveAsync("growth_within_40", Bound40, null, "更严", _admin)).Refusal);

        Assert.Equal(ChangeRefusal.Taken, (await _rules.SaveAsync("growth_within_40", Bound40, null, "更严", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await _rules.SaveAsync("growth_within_30", Bound40, 1, "更严", _admin)).Refusal);
        Assert.Equal(18, (await new SnapshotLoader(_database.Contexts).LoadAsync()).Rules.Rules.Count);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_change_the_version_they_saw_one_does()
    {
        var seen = (await _rules.FindAsync("growth_within_50"))!.Latest.Number;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => _rules.SaveAsync("growth_within_50", Bound(30 + i), seen, "同时", _admin))));

        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Equal(7, outcomes.Count(o => o.Refusal == ChangeRefusal.Stale));
        Assert.Equal(2, (await _rules.FindAsync("growth_within_50"))!.Versions.Count);
    }

    [Fact]
    public async Task What_is_not_allowed_or_makes_no_sense_changes_nothing()
    {
        var seen = (await _rules.FindAsync("growth_within_50"))!.Latest.Number;
        var setup = new ReturnSetup(_database.Owner, _database.App);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Admin))
        {
            var actor = await setup.UserAsync($"r-{role}", role);
            Assert.Equal(ChangeRefusal.WrongRole, (await _rules.SaveAsync("growth_within_50", Bound40, seen, "越权", actor)).Refusal);
            Assert.Equal(ChangeRefusal.WrongRole, (await _rules.TakeOutAsync("growth_within_50", seen, "越权", actor)).Refusal);
        }

        Assert.Equal(ChangeRefusal.ReasonMissing, (await _rules.SaveAsync("growth_within_50", Bound40, seen, "  ", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.ReasonTooLong, (await _rules.SaveAsync("growth_within_50", Bound40, seen, new('因', 301), _admin)).Refusal);
        Assert.Equal(ChangeRefusal.Unchanged, (await _rules.SaveAsync("growth_within_50", Bound(50), seen, "不变", _admin)).Refusal);
        var faulty = await _rules.SaveAsync("growth_within_50", Bound(-1), seen, "错", _admin);
        Assert.Equal((ChangeRefusal.Faulty, RuleFaultReason.OutOfRange), (faulty.Refusal!.Value, Assert.Single(faulty.Faults).Reason));
        Assert.Single((await _rules.FindAsync("growth_within_50"))!.Versions);
        Assert.Null(await EventAsync());
    }

    [Theory]
    [InlineData("UPDATE validation_rule_versions SET reason = 'x'")]
    [InlineData("DELETE FROM validation_rule_versions")]
    public async Task The_history_is_not_changed(string statement)
    {
        await using var application = _database.App.CreateCommand(statement);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => application.ExecuteNonQueryAsync())).SqlState);
        await using var owner = _database.Owner.CreateCommand(statement);
        Assert.Equal("23000", (await Assert.ThrowsAsync<PostgresException>(() => owner.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task The_database_takes_a_version_of_an_administrator_only()
    {
        var reviewer = await new ReturnSetup(_database.Owner, _database.App).UserAsync("li", Role.Reviewer);
        foreach (var by in new object[] { reviewer.Id, DBNull.Value })
        {
            await using var command = _database.App.CreateCommand(
                "INSERT INTO validation_rule_versions (code, changed_by, changed_at, reason) VALUES ('gap_to_benchmark', $1, now(), 'x')");
            command.Parameters.Add(new() { Value = by, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }

    [Fact]
    public async Task Every_instance_reads_the_rules_anew()
    {
        var other = new SnapshotStore();
        using var stop = Wait.Limited();
        var following = new SnapshotFollower(_database.App, new SnapshotLoader(_database.Contexts), other, NullLogger<SnapshotFollower>.Instance).RunAsync(stop.Token);
        await Wait.UntilAsync(() => other.IsLoaded);

        var seen = (await _rules.FindAsync("growth_within_50"))!.Latest.Number;
        await _rules.SaveAsync("growth_within_50", Bound40, seen, "四十", _admin, stop.Token);

        await Wait.UntilAsync(() => other.Current.Rules.Rules.OfType<GrowthBoundRule>().Any(r => r.Magnitude == 40));
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task A_rule_of_a_kind_that_is_not_known_here_stops_nothing_and_is_never_lost()
    {
        const string Stored = """{"of": ["a", 1], "type": "of_tomorrow", "severity": "error"}""";
        await using (var command = _database.Owner.CreateCommand(
            """
            UPDATE validation_rules SET definition = $1::jsonb WHERE code = 'gap_to_benchmark';
            """))
        {
            command.Parameters.Add(new() { Value = Stored });
            await command.ExecuteNonQueryAsync();
        }

        await using (var command = _database.Owner.CreateCommand(
            "INSERT INTO validation_rule_versions (code, definition, changed_by, changed_at, reason) VALUES ('gap_to_benchmark', $1::jsonb, $2, now(), '较新版本')"))
        {
            command.Parameters.Add(new() { Value = Stored });
            command.Parameters.Add(new() { Value = _admin.Id });
            await command.ExecuteNonQueryAsync();
        }

        var loaded = (await new SnapshotLoader(_database.Contexts).LoadAsync()).Rules;

        Assert.Equal((16, "gap_to_benchmark"), (loaded.Rules.Count, Assert.Single(loaded.NotUnderstood).Code));
        var rule = (await _rules.FindAsync("gap_to_benchmark"))!;
        Assert.Equal((RuleKinds.Unknown, Stored), (rule.Definition.Kind, rule.Definition.ToJson()));
        Assert.True(rule.IsInForce);
        Assert.Equal(
            RuleFaultReason.UnknownKind,
            Assert.Single((await _rules.SaveAsync("gap_to_benchmark", rule.Definition, rule.Latest.Number, "改", _admin)).Faults).Reason);
        Assert.Null((await _rules.SaveAsync("growth_within_50", Bound40, (await _rules.FindAsync("growth_within_50"))!.Latest.Number, "四十", _admin)).Refusal);
        Assert.Equal(Stored, (await _rules.AllAsync()).Single(r => r.Code == "gap_to_benchmark").Definition.ToJson());
    }

    [Fact]
    public async Task An_instance_logs_which_rules_judge_nothing_there()
    {
        await using (var command = _database.Owner.CreateCommand("""UPDATE validation_rules SET definition = '{"type":"of_tomorrow"}' WHERE code = 'gap_to_benchmark'"""))
        {
            await command.ExecuteNonQueryAsync();
        }

        var (other, log) = (new SnapshotStore(), new WarningLog());
        using var stop = Wait.Limited();
        var following = new SnapshotFollower(_database.App, new SnapshotLoader(_database.Contexts), other, log).RunAsync(stop.Token);
        await Wait.UntilAsync(() => !log.Warnings.IsEmpty);
        await stop.CancelAsync();
        await following;

        Assert.Contains("gap_to_benchmark", Assert.Single(log.Warnings), StringComparison.Ordinal);
        Assert.Equal(16, other.Current.Rules.Rules.Count);
    }

    private static RuleDefinition Bound(decimal most) =>
        new RuleDefinition { Kind = GrowthBoundRule.Kind, Severity = Severity.Warning }.With(GrowthBoundRule.BoundField, most);

    private async Task<string?> EventAsync()
    {
        await using var command = _database.App.CreateCommand(
            "SELECT actor || ' ' || action || ' ' || subject FROM audit_events ORDER BY id DESC LIMIT 1");
        return (string?)await command.ExecuteScalarAsync();
    }

    private sealed class WarningLog : ILogger<SnapshotFollower>
    {
        public ConcurrentQueue<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Warnings.Enqueue(formatter(state, exception));
        }
    }
}
