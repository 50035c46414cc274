using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Conduct;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Conduct;

/// <summary>The rule of scores: only an administrator enters it, and what held before stays readable.</summary>
public sealed class AssessmentRulesTests : IAsyncLifetime
{
    private static readonly AssessmentRule Rule = new() { Start = 100, OnTimeRate = 0.25m, Late = -2 };

    private PlanDatabase _database = null!;
    private ReturnSetup _setup = null!;
    private Actor _administrator = null!;

    private AssessmentRules Rules => new(_database.Contexts, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await PlanDatabase.CreateAsync();
        _setup = new(_database.Owner, _database.App);
        _administrator = await _setup.UserAsync("sun", Role.Admin, name: "孙管理");
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task A_rule_holds_until_another_or_none_takes_its_place()
    {
        Assert.Empty((await _database.LoadAsync()).AssessmentRules);
        Assert.Null((await Rules.SaveAsync(Rule, null, " 试行 ", _administrator)).Refusal);
        var first = Assert.Single((await _database.LoadAsync()).AssessmentRules);
        Assert.Equal((Rule, "孙管理", "试行", _database.Clock.GetUtcNow()), (first.Rule, first.By, first.Reason, first.At));

        _database.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(ChangeRefusal.Unchanged, (await Rules.SaveAsync(Rule, first.Id, "再存", _administrator)).Refusal);
        Assert.Equal(ChangeRefusal.Taken, (await Rules.SaveAsync(Rule with { Start = 80 }, null, "再存", _administrator)).Refusal);
        Assert.Null((await Rules.SaveAsync(null, first.Id, "暂停计分", _administrator)).Refusal);
        Assert.Equal(ChangeRefusal.Stale, (await Rules.SaveAsync(Rule with { Start = 80 }, first.Id, "再存", _administrator)).Refusal);

        var held = await _database.LoadAsync();
        Assert.Equal([Rule, null], held.AssessmentRules.Select(r => r.Rule));
        Assert.Equal(Rule, AssessmentRuleVersion.Standing(held.AssessmentRules, new(first.At))!.Rule);
        Assert.Equal(_database.Clock.GetUtcNow(), (held with { PlanChangedAt = default }).LastChange(_database.Clock.GetUtcNow()));
        Assert.Equal("2", await _database.ScalarAsync("SELECT count(*)::text FROM audit_events WHERE action = 'assessment.rule'"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task Only_an_administrator_enters_one_with_a_reason_and_points_that_count_something()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Admin))
        {
            Assert.Equal(ChangeRefusal.WrongRole, (await Rules.SaveAsync(Rule, null, "试", await _setup.UserAsync($"r-{role}", role))).Refusal);
        }

        Assert.Equal(ChangeRefusal.ReasonMissing, (await Rules.SaveAsync(Rule, null, " ", _administrator)).Refusal);
        Assert.Equal(ChangeRefusal.Unchanged, (await Rules.SaveAsync(null, null, "没有", _administrator)).Refusal);
        var empty = await Rules.SaveAsync(new() { Start = 100 }, null, "空", _administrator);
        Assert.Equal((ChangeRefusal.Faulty, AssessmentRuleFault.NotSound), (empty.Refusal, Assert.Single(empty.Faults)));
        Assert.Empty((await _database.LoadAsync()).AssessmentRules);
    }

    [Theory]
    [Trait("Category", "Security")]
    [InlineData("INSERT INTO assessment_rules (start_points, late, set_by, set_at, reason) VALUES (100, -1, gen_random_uuid(), now(), 'a')", "42501")]
    [InlineData("INSERT INTO assessment_rules (start_points, late, set_by, set_at, reason) SELECT 100, -1, id, now(), 'a' FROM users WHERE role = 'supervisor'", "42501")]
    [InlineData("INSERT INTO assessment_rules (start_points, set_by, set_at, reason) SELECT 100, id, now(), 'a' FROM users WHERE role = 'admin'", "23514")]
    [InlineData("UPDATE assessment_rules SET reason = 'b'", "42501")]
    [InlineData("DELETE FROM assessment_rules", "42501")]
    public async Task The_database_refuses_what_the_application_would(string statement, string state)
    {
        await _setup.UserAsync("du", Role.Supervisor);
        await using var command = _database.App.CreateCommand(statement);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(state, refusal.SqlState);
    }
}
