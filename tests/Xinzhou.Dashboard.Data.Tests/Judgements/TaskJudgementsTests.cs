using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Judgements;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Judgements;

/// <summary>What the inspection office judges of tasks and takes down of their risks: kept by versions, held by the database.</summary>
public sealed class TaskJudgementsTests : IAsyncLifetime
{
    private PlanDatabase _database = null!;
    private Actor _office = null!;
    private Actor _leader = null!;

    private TaskJudgements Judgements => new(_database.Contexts, _database.Clock);

    private TaskRisks Risks => new(_database.Contexts, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await PlanDatabase.CreateAsync();
        var setup = new ReturnSetup(_database.Owner, _database.App);
        _office = await setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        _leader = await setup.UserAsync("zhang", Role.Leader, name: "张市长");
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task A_judgement_takes_the_place_of_the_one_that_was_seen_and_the_earlier_stays_readable()
    {
        Assert.Null(await Judgements.JudgeAsync(1, Confidence.VeryLikely, " 进展顺利 ", null, _office));
        var first = Assert.Single((await _database.LoadAsync()).Judgements);
        Assert.Equal((1, Confidence.VeryLikely, "进展顺利", "杜督查"), (first.Task, first.Confidence, first.Reason, first.By.Name));

        Assert.Equal(ChangeRefusal.Taken, await Judgements.JudgeAsync(1, Confidence.Doubtful, "用地未批", null, _office));
        Assert.Equal(ChangeRefusal.Unchanged, await Judgements.JudgeAsync(1, Confidence.VeryLikely, "进展顺利", first.Id, _office));
        Assert.Null(await Judgements.JudgeAsync(1, Confidence.Doubtful, "用地未批", first.Id, _office));
        Assert.Equal(ChangeRefusal.Stale, await Judgements.JudgeAsync(1, Confidence.Unlikely, "再看", first.Id, _office));

        Assert.Equal([Confidence.VeryLikely, Confidence.Doubtful], (await _database.LoadAsync()).Judgements.Select(j => j.Confidence));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task Who_is_called_otherwise_by_now_is_so_in_what_was_held_before()
    {
        Assert.Null(await Judgements.JudgeAsync(1, Confidence.VeryLikely, "进展顺利", null, _office));
        var loader = new SnapshotLoader(_database.Contexts);
        var held = await loader.LoadAsync();
        Assert.Same(held.Judgements, (await loader.CatchUpAsync(held)).Judgements);

        await using (var rename = _database.Owner.CreateCommand("UPDATE users SET display_name = '（已清除）' WHERE user_name = 'du'")) await rename.ExecuteNonQueryAsync();

        Assert.Equal("（已清除）", Assert.Single((await loader.CatchUpAsync(held)).Judgements).By.Name);
    }

    [Fact]
    public async Task Only_the_inspection_office_judges_with_a_reason_a_task_that_there_is()
    {
        Assert.Equal(ChangeRefusal.WrongRole, await Judgements.JudgeAsync(1, Confidence.Doubtful, "说明", null, _leader));
        Assert.Equal(ChangeRefusal.ReasonMissing, await Judgements.JudgeAsync(1, Confidence.Doubtful, " ", null, _office));
        Assert.Equal(ChangeRefusal.ReasonTooLong, await Judgements.JudgeAsync(1, Confidence.Doubtful, new string('长', 301), null, _office));
        Assert.Equal(ChangeRefusal.NotFound, await Judgements.JudgeAsync(99, Confidence.Doubtful, "说明", null, _office));
    }

    [Fact]
    public async Task A_risk_is_taken_down_changed_and_closed_by_versions()
    {
        var entry = new RiskEntry { Kind = RiskKind.Risk, What = " 资金 ", Likelihood = RiskLikelihood.High, Effect = RiskEffect.Severe };
        Assert.Null((await Risks.SaveAsync(1, null, entry, null, _office)).Refusal);
        var first = Assert.Single((await _database.LoadAsync()).Risks);
        Assert.Equal(("资金", null), (first.Entry.What, first.Entry.Measure));

        Assert.Null((await Risks.SaveAsync(1, first.Risk, entry with { Measure = "申请专项债券" }, first.Id, _office)).Refusal);
        Assert.Equal(ChangeRefusal.Stale, (await Risks.SaveAsync(1, first.Risk, entry with { IsClosed = true }, first.Id, _office)).Refusal);
        var second = (await _database.LoadAsync()).Risks[^1];
        Assert.Null((await Risks.SaveAsync(1, first.Risk, second.Entry with { IsClosed = true }, second.Id, _office)).Refusal);

        var loaded = await _database.LoadAsync();
        Assert.Equal(3, loaded.Risks.Count);
        var standing = Assert.Single(TaskRisk.Standing(loaded.Risks, _database.Now));
        Assert.Equal((true, "申请专项债券"), (standing.Entry.IsClosed, standing.Entry.Measure));
        Assert.Equal(ChangeRefusal.NotFound, (await Risks.SaveAsync(2, first.Risk, entry, second.Id, _office)).Refusal);
        Assert.Equal(RiskFault.OnItself, Assert.Single((await Risks.SaveAsync(1, null, entry with { Kind = RiskKind.Dependency, Likelihood = null, OnTask = 1 }, null, _office)).Faults));
        Assert.Equal(ChangeRefusal.WrongRole, (await Risks.SaveAsync(1, null, entry, null, _leader)).Refusal);
    }

    [Theory]
    [Trait("Category", "Security")]
    [InlineData("INSERT INTO task_judgements (task_number, confidence, reason, judged_by, judged_at) VALUES (1, 'doubtful', 'a', gen_random_uuid(), now())", "42501")]
    [InlineData("INSERT INTO task_risks (risk, task_number, kind, what, likelihood, effect, said_by, said_at) VALUES (gen_random_uuid(), 1, 'risk', 'a', 'low', 'minor', gen_random_uuid(), now())", "42501")]
    [InlineData("UPDATE task_judgements SET reason = 'b'", "42501")]
    [InlineData("DELETE FROM task_risks", "42501")]
    public async Task The_database_refuses_what_the_application_would(string statement, string state)
    {
        await using var command = _database.App.CreateCommand(statement);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(state, refusal.SqlState);
    }
}
