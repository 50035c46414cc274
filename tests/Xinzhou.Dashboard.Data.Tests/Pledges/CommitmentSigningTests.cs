using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using static Xinzhou.Dashboard.Data.Tests.Pledges.PledgeDatabase;

namespace Xinzhou.Dashboard.Data.Tests.Pledges;

/// <summary>Commitments signed by who is named, as they stand.</summary>
[Trait("Category", "Security")]
public sealed class CommitmentSigningTests : IAsyncLifetime
{
    private PledgeDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await CreateAsync();
        await _database.OweAsync();
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Who_is_named_signs_what_holds_and_the_log_keeps_what_it_was()
    {
        var terms = Terms();
        Assert.Null((await SignAsync(terms, _database.Owner)).Refusal);

        var signature = Assert.Single(_database.Snapshots.Current.Pledges.Signatures);
        Assert.Equal(("王五", terms.Digest, terms.Text, SignatureFactor.Code, _database.Plan.Clock.GetUtcNow()), (signature.By, signature.Digest, signature.Terms, signature.Factor, signature.At));
        Assert.Same(signature, _database.Snapshots.Current.Pledges.SignatureUnder(terms, _database.Plan.Now));
        Assert.Equal($"wang commitment.sign {terms.Digest} code", await _database.Plan.ScalarAsync(
            "SELECT concat_ws(' ', actor, action, details ->> 'digest', details ->> 'factor') FROM audit_events ORDER BY id DESC LIMIT 1"));
        Assert.Equal(PlanCheckReason.AlreadySigned, Assert.Single((await SignAsync(terms, _database.Owner)).Faults).Reason);
    }

    [Fact]
    public async Task Nobody_signs_in_anothers_place()
    {
        var namesake = await _database.Setup.UserAsync("wang2", Role.Reporter, "gxj", "王五");
        foreach (var other in new[] { _database.First, _database.Second, namesake })
        {
            Assert.Equal(PlanCheckReason.NotResponsible, Assert.Single((await SignAsync(Terms(), other)).Faults).Reason);
        }

        Assert.Empty(_database.Snapshots.Current.Pledges.Signatures);
    }

    [Fact]
    public async Task What_has_changed_since_it_was_seen_is_not_signed_and_a_signature_falls_away_with_what_was_signed()
    {
        var seen = Terms();
        Assert.Null((await SignAsync(seen, _database.Owner)).Refusal);
        var proposal = await _database.ProposeAsync(Said() with { Path = [new(2026, 1700)] });
        Assert.NotNull(_database.Snapshots.Current.Pledges.SignatureUnder(Terms(), _database.Plan.Now));

        Assert.Null((await _database.Changes.DecideAsync(proposal, ProposalVerdict.Approved, null, _database.Second)).Refusal);
        await _database.LoadAsync();

        Assert.Null(_database.Snapshots.Current.Pledges.SignatureUnder(Terms(), _database.Plan.Now));
        Assert.Equal(seen.Digest, _database.Snapshots.Current.Pledges.FallenAway(Terms(), _database.Plan.Now)?.Digest);
        Assert.Equal(ChangeRefusal.Stale, (await SignAsync(seen, _database.Owner)).Refusal);
        Assert.Null((await SignAsync(Terms(), _database.Owner)).Refusal);
        Assert.Equal(2, _database.Snapshots.Current.Pledges.Signatures.Count);
    }

    [Fact]
    public async Task Without_a_person_nobody_signs()
    {
        var proposal = await _database.ProposeAsync(Said() with { Person = "" });
        Assert.Null((await _database.Changes.DecideAsync(proposal, ProposalVerdict.Approved, null, _database.Second)).Refusal);
        await _database.LoadAsync();

        Assert.Equal(PlanCheckReason.PersonMissing, Assert.Single((await SignAsync(Terms(), _database.Owner)).Faults).Reason);
        Assert.Equal(ChangeRefusal.NotFound, (await _database.Signing.SignAsync(_database.Target + 1, "", SignatureFactor.Code, _database.Owner)).Refusal);
    }

    [Fact]
    public async Task The_database_takes_no_signature_of_another_and_none_that_its_digest_does_not_fit()
    {
        var terms = Terms();
        const string Signature =
            """
            INSERT INTO commitment_signatures (figure_id, digest, terms, person, factor, signed_by, signed_at)
            SELECT {0}, {1}, '{2}', '{3}', 'code', '{4}', now()
            """;
        string Text(string digest, string person, Guid by) => string.Format(
            System.Globalization.CultureInfo.InvariantCulture, Signature, _database.Target, digest, terms.Text, person, by);

        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text($"'{terms.Digest}'", "王五", _database.First.Id)));
        Assert.Equal("42501", await RefusalAsync(_database.Plan.App, Text($"'{terms.Digest}'", "张市长", _database.First.Id)));
        Assert.Equal("23514", await RefusalAsync(_database.Plan.App, Text("repeat('0', 64)", "王五", _database.Owner.Id)));
        Assert.Null((await SignAsync(terms, _database.Owner)).Refusal);
        foreach (var statement in new[] { "UPDATE commitment_signatures SET person = 'b'", "DELETE FROM commitment_signatures", "TRUNCATE commitment_signatures" })
        {
            Assert.Equal("42501", await RefusalAsync(_database.Plan.App, statement));
            Assert.Equal("23000", await RefusalAsync(_database.Plan.Owner, statement));
        }
    }

    private TargetTerms Terms() => TargetTerms.Of(_database.Assessed.Figure, _database.Assessed.Commitment!);

    private async Task<ChangeOutcome<PlanCheckFault>> SignAsync(TargetTerms terms, Actor actor)
    {
        var outcome = await _database.Signing.SignAsync(_database.Target, terms.Digest, SignatureFactor.Code, actor);
        await _database.LoadAsync();
        return outcome;
    }
}
