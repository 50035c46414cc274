using System.Globalization;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using static Xinzhou.Dashboard.Data.Tests.Pledges.PledgeDatabase;

namespace Xinzhou.Dashboard.Data.Tests.Pledges;

/// <summary>Who owes a target, as leaders say it: the first time at once, later when another has approved it.</summary>
[Trait("Category", "Security")]
public sealed class CommitmentChangesTests : IAsyncLifetime
{
    private PledgeDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CreateAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_said_first_holds_at_once_with_all_its_fields()
    {
        Assert.Null((await _database.SaveAsync(
            Said() with { Owner = "fgw", Person = "王五", Baseline = "2020", Tolerance = 3, Task = 1, Path = [new(2025, 1500.5m), new(2026, 1700)] }, _database.First)).Refusal);

        var held = await _database.HeldAsync();
        Assert.Equal(("fgw", "王五", 2020, 3m, 1, null), (held.Owner, held.Person, held.BaselineYear, held.Tolerance, held.Task, held.Justification));
        Assert.Equal([new YearPoint(2025, 1500.5m), new(2026, 1700)], held.Path);
        Assert.Equal("zhang commitment.set commitment gdp 140900 2027 year level 责任书", await LastEventAsync());
        Assert.Empty(_database.Snapshots.Current.Pledges.Proposals);
    }

    [Fact]
    public async Task A_change_holds_only_once_another_leader_has_approved_it()
    {
        await _database.OweAsync();
        var proposal = await _database.ProposeAsync();

        Assert.Equal("fgw", (await _database.HeldAsync()).Owner);
        var pending = _database.Snapshots.Current.Pledges.Pending(Gdp)!;
        Assert.Equal(("张市长", "机构调整", "gxj", null), (pending.By, pending.Reason, pending.Said.Owner, pending.Decision));
        Assert.Equal(PlanCheckReason.OwnProposal, Fault(await _database.Changes.DecideAsync(proposal, ProposalVerdict.Approved, null, _database.First)));
        Assert.Equal("fgw", (await _database.HeldAsync()).Owner);

        Assert.Null((await _database.Changes.DecideAsync(proposal, ProposalVerdict.Approved, null, _database.Second)).Refusal);

        var held = await _database.HeldAsync();
        Assert.Equal(("gxj", "王五", "2020"), (held.Owner, held.Person, held.Baseline));
        var snapshot = _database.Snapshots.Current;
        Assert.Null(snapshot.Pledges.Pending(Gdp));
        var decided = Assert.Single(snapshot.Pledges.ProposalsOf(Gdp));
        Assert.Equal((ProposalVerdict.Approved, "李副市长"), (decided.Decision!.Verdict, decided.Decision.By));
        var last = snapshot.PlanBook.LastSaidOf(Gdp)!;
        Assert.Equal(("机构调整", "li"), (last.Origin.Source, last.Origin.Actor));
        Assert.Equal("li commitment.approve commitment gdp 140900 2027 year level", await LastEventAsync());
        Assert.Equal(PlanCheckReason.AlreadyDecided, Fault(await _database.Changes.DecideAsync(proposal, ProposalVerdict.Rejected, "再议", _database.Second)));
        Assert.Null((await AuditChain.VerifyAsync(_database.Plan.App)).FirstBad);
        // The old one stays readable.
        Assert.Equal(["fgw", "gxj"], snapshot.PlanBook.Versions(last.Subject).Cast<CommitmentStatement>().Select(s => s.Owner));
    }

    [Fact]
    public async Task Who_rejects_says_why_and_what_held_goes_on_holding()
    {
        await _database.OweAsync();
        var proposal = await _database.ProposeAsync();

        Assert.Equal(ChangeRefusal.ReasonMissing, (await _database.Changes.DecideAsync(proposal, ProposalVerdict.Rejected, " ", _database.Second)).Refusal);
        Assert.Null((await _database.Changes.DecideAsync(proposal, ProposalVerdict.Rejected, "依据不足", _database.Second)).Refusal);

        Assert.Equal("fgw", (await _database.HeldAsync()).Owner);
        Assert.Equal("依据不足", Assert.Single(_database.Snapshots.Current.Pledges.Proposals).Decision!.Reason);
        await _database.ProposeAsync();
    }

    [Fact]
    public async Task Who_proposed_it_and_nobody_else_withdraws_it()
    {
        await _database.OweAsync();
        var proposal = await _database.ProposeAsync();

        Assert.Equal(PlanCheckReason.NotOwnProposal, Fault(await _database.Changes.DecideAsync(proposal, ProposalVerdict.Withdrawn, null, _database.Second)));
        Assert.Null((await _database.Changes.DecideAsync(proposal, ProposalVerdict.Withdrawn, null, _database.First)).Refusal);
        Assert.Equal("fgw", (await _database.HeldAsync()).Owner);
    }

    [Fact]
    public async Task While_one_is_pending_no_other_is_proposed_and_what_was_overtaken_by_a_document_is_not_approved()
    {
        await _database.OweAsync();
        var proposal = await _database.ProposeAsync();
        Assert.Equal(PlanCheckReason.AlreadyProposed, Fault(await _database.SaveAsync(Said() with { Person = "赵六" }, _database.Second)));

        Assert.Equal(1, (await _database.Plan.ImportAsync(PlanDatabase.Commitments, "GDP,忻州市,2027,市发展改革委,钱七,,,,新责任书,2026-10-10")).New);
        await _database.LoadAsync();

        Assert.Equal(ChangeRefusal.Stale, (await _database.Changes.DecideAsync(proposal, ProposalVerdict.Approved, null, _database.Second)).Refusal);
        Assert.Null((await _database.Changes.DecideAsync(proposal, ProposalVerdict.Rejected, "已有新文件", _database.Second)).Refusal);
    }

    [Fact]
    public async Task What_a_document_says_of_all_measures_is_changed_by_a_proposal_too()
    {
        await _database.Plan.ImportAsync(PlanDatabase.Commitments, "GDP,忻州市,2027,市发展改革委,王五,2020,,,责任书,2026-02-01");
        await _database.LoadAsync();

        Assert.Equal(ChangeRefusal.Taken, (await _database.Changes.SaveAsync(_database.Target, new(Said() with { Owner = "gxj" }, null), "改", _database.First)).Refusal);
        await _database.ProposeAsync();
        Assert.Equal("fgw", (await _database.HeldAsync()).Owner);
        var editing = new PlanEditing(_database.Plan.Contexts, _database.Plan.Clock);
        Assert.Equal(PlanCheckReason.NeedsApproval, Fault(await editing.SaveAsync([new(Said() with { Owner = "gxj" }, null)], "直接改", _database.First)));
    }

    [Fact]
    public async Task Whoever_is_no_leader_neither_says_proposes_nor_decides()
    {
        await _database.OweAsync();
        var proposal = await _database.ProposeAsync();
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Leader))
        {
            var actor = await _database.Setup.UserAsync($"r-{role}", role);
            Assert.Equal(ChangeRefusal.WrongRole, (await _database.SaveAsync(Said() with { Owner = "gxj" }, actor)).Refusal);
            foreach (var verdict in Enum.GetValues<ProposalVerdict>())
            {
                Assert.Equal(ChangeRefusal.WrongRole, (await _database.Changes.DecideAsync(proposal, verdict, "越权", actor)).Refusal);
            }
        }
    }

    [Fact]
    public async Task What_cannot_be_committed_to_is_refused_with_its_reason_and_nothing_is_said()
    {
        Assert.Equal([PlanCheckReason.OwnerMissing], Faults(await _database.SaveAsync(Said() with { Person = "王五" }, _database.First)));
        Assert.Equal([PlanCheckReason.UnknownDepartment], Faults(await _database.SaveAsync(Said() with { Owner = "没有" }, _database.First)));
        Assert.Equal([PlanCheckReason.SeveralPersons], Faults(await _database.SaveAsync(Said() with { Owner = "fgw", Person = "甲、乙" }, _database.First)));
        Assert.Equal([PlanCheckReason.BaselineUnknown], Faults(await _database.SaveAsync(Said() with { Owner = "fgw", Baseline = "2021" }, _database.First)));
        Assert.Equal([PlanCheckReason.PathFalls], Faults(await _database.SaveAsync(Said() with { Owner = "fgw", Path = [new(2025, 1500), new(2026, 1400)] }, _database.First)));
        Assert.Equal(ChangeRefusal.ReasonMissing, (await _database.SaveAsync(Said() with { Owner = "fgw" }, _database.First, " ")).Refusal);
        await ExecuteAsync("UPDATE departments SET dissolved_on = '2026-10-01' WHERE code = 'gxj'");
        await _database.LoadAsync();
        Assert.Equal([PlanCheckReason.DissolvedDepartment], Faults(await _database.SaveAsync(Said() with { Owner = "gxj" }, _database.First)));

        Assert.Empty((await _database.LoadAsync()).PlanAt(_database.Plan.Now).Commitments);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_propose_at_once_one_does()
    {
        await _database.OweAsync();
        var (target, seen) = (_database.Target, _database.Seen);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => _database.Changes.SaveAsync(
            target, new(Said() with { Person = $"人{i}" }, seen), "同时", i % 2 == 0 ? _database.First : _database.Second))));

        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.All(outcomes.Where(o => o.Refusal is not null), o => Assert.Equal(PlanCheckReason.AlreadyProposed, Fault(o)));
        Assert.Single((await _database.LoadAsync()).Pledges.Proposals);
    }

    [Fact]
    public async Task The_database_lets_no_leader_past_an_approval_and_nobody_approve_his_own()
    {
        await _database.OweAsync();
        var proposal = await _database.ProposeAsync();
        const string Statement =
            """
            INSERT INTO commitment_statements (source, known_from, known_from_basis, recorded_at, actor, indicator_code, unit_code, period_code, period_kind, measure, owner_code, proposal_id)
            VALUES ('a', now(), 'recorded', now(), '{0}', 'gdp', '140900', '2027', 'year', {1}, '{2}', {3})
            """;
        const string Decision = "INSERT INTO commitment_decisions (proposal_id, verdict, reason, decided_by, decided_at) VALUES ({0}, '{1}', 'a', '{2}', now())";
        const string Proposal =
            """
            INSERT INTO commitment_proposals (indicator_code, unit_code, period_code, period_kind, measure, seen, reason, proposed_by, proposed_at)
            VALUES ('gdp', '140900', '2027', 'year', 'level', (SELECT max(id) FROM commitment_statements), 'a', '{0}', now())
            """;

        // What holds is not changed without a proposal, of one measure or of all, nor by one that is not approved.
        foreach (var (actor, measure, of) in new[] { ("zhang", "'level'", "NULL"), ("zhang", "NULL", "NULL"), ("li", "'level'", $"{proposal}") })
        {
            Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(Statement, actor, measure, "gxj", of)));
        }

        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(Decision, proposal, "approved", _database.First.Id)));
        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(Decision, proposal, "withdrawn", _database.Second.Id)));
        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(Decision, proposal, "approved", _database.Owner.Id)));
        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(Proposal, _database.Owner.Id)));
        Assert.Equal("23505", await RefusalAsync(_database.Plan.App, Text(Proposal, _database.Second.Id)));

        await ExecuteAsync(Text(Decision, proposal, "rejected", _database.Second.Id));
        Assert.Equal("23503", await RefusalAsync(_database.Plan.App, Text(Proposal.Replace("max(id)", "max(id) - 1", StringComparison.Ordinal), _database.Second.Id)));
        await _database.LoadAsync();
        proposal = await _database.ProposeAsync();

        // Approved, it is said as it was proposed and by who approved it.
        await ExecuteAsync(Text(Decision, proposal, "approved", _database.Second.Id));
        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(Statement, "li", "'level'", "fgw", $"{proposal}")));
        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(Statement, "zhang", "'level'", "gxj", $"{proposal}")));
        await ExecuteAsync(Text(Statement, "li", "'level'", "gxj", $"{proposal}"));
        Assert.Equal("23505", await RefusalAsync(_database.Plan.App, Text(Statement, "li", "'level'", "gxj", $"{proposal}")));
        Assert.Equal("23505", await RefusalAsync(_database.Plan.App, Text(Decision, proposal, "rejected", _database.Second.Id)));
    }

    [Theory]
    [InlineData("UPDATE {0} SET reason = 'b'")]
    [InlineData("DELETE FROM {0}")]
    [InlineData("TRUNCATE {0} CASCADE")]
    public async Task What_was_proposed_and_decided_stays(string statement)
    {
        foreach (var table in new[] { "commitment_proposals", "commitment_decisions" })
        {
            Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text(statement, table)));
            Assert.Equal("23000", await RefusalAsync(_database.Plan.Owner, Text(statement, table)));
        }
    }

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);

    private static PlanCheckReason Fault(ChangeOutcome<PlanCheckFault> outcome) => Assert.Single(Faults(outcome));

    private static IReadOnlyList<PlanCheckReason> Faults(ChangeOutcome<PlanCheckFault> outcome) => [.. outcome.Faults.Select(f => f.Reason).Distinct()];

    private Task<string?> LastEventAsync() => _database.Plan.ScalarAsync(
        "SELECT trim(concat_ws(' ', actor, action, subject, details ->> 'reason')) FROM audit_events ORDER BY id DESC LIMIT 1");

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.Plan.App.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
