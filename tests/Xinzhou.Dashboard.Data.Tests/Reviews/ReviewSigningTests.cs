using System.Text.Json;
using Npgsql;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Tests.Reviews;

/// <summary>A review from the frozen pack to its verdicts: signed once, on what was seen, and never changed.</summary>
[Trait("Category", "Security")]
public sealed class ReviewSigningTests : IAsyncLifetime
{
    private ReviewDatabase _database = null!;

    public async Task InitializeAsync() => _database = await ReviewDatabase.CreateAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task A_pack_holds_what_is_known_and_comes_back_byte_for_byte_under_its_hash()
    {
        var review = await _database.FrozenAsync();
        var file = (await _database.Packs.ReadAsync(review.PackName!))!;

        Assert.Equal(review.PackName, Sha256.Of(file));
        var check = PackCheck.Of(file, review.PackName);
        Assert.Null(check.Fault);
        Assert.Equal("2025", check.Subject);
        using var json = JsonDocument.Parse(file);
        var content = json.RootElement.GetProperty("content");
        var target = content.GetProperty("targets").EnumerateArray().First().GetProperty("figure").GetString();
        var figure = content.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("id").GetString() == target);
        Assert.Equal("2000", figure.GetProperty("value").GetString());
        Assert.Contains(content.GetProperty("sources").EnumerateArray(), s => s.GetProperty("id").GetString() == figure.GetProperty("source").GetString());
        Assert.Contains(content.GetProperty("lights").EnumerateArray(), l => l.GetProperty("subject").GetString() == "items/1/1" && l.GetProperty("inputs").GetProperty("due").GetString() == "2026-12-31");
        Assert.Equal("首个百亿园区 验收意见", content.GetProperty("outcomes").EnumerateArray().Select(o => $"{o.GetProperty("text")} {o.GetProperty("evidence")}").Single());
        Assert.Equal(1, content.GetProperty("dimensions")[0].GetProperty("outcomes").GetProperty("achieved").GetInt32());
        Assert.Null(await _database.Packs.ReadAsync(new('0', 64)));
        Assert.Null(await _database.Packs.ReadAsync("nothing"));
    }

    [Fact]
    public async Task What_is_to_be_redone_becomes_a_notice_with_the_signature()
    {
        var review = await _database.FrozenAsync();
        var outcome = await _database.SignAsync(review.Id, _database.Leader, ReviewDatabase.Accepted("industry"), ReviewDatabase.Redone("opening"));

        Assert.True(outcome.Refusal is null, $"{outcome.Refusal} {string.Join(' ', outcome.Faults)}");
        var signed = await _database.ReviewAsync(review.Id);
        Assert.Equal("2026-001", signed.Verdict("opening")!.Value.Verdict.Notice);
        var notice = Assert.Single(_database.Snapshots.Current.Notices.At(_database.Plan.Now, ReferenceWorkingDays.Read())).Assignment;
        Assert.Equal((NoticeOrigin.Review, "2025 opening", "gxj", MatterGrade.Major, "限期补办"), (notice.Origin, notice.Reference, notice.Lead, notice.Grade, notice.Requirement));
        Assert.Contains("2025年里程碑交账再办", notice.Subject, StringComparison.Ordinal);
        Assert.Equal("review.prepare review.freeze notice.issue review.sign", await _database.Plan.ScalarAsync(
            "SELECT string_agg(action, ' ' ORDER BY id) FROM audit_events WHERE action LIKE 'review.%' OR action LIKE 'notice.%'"));
        var check = PackCheck.Of((await _database.Packs.ReadAsync(signed.PackName!))!, signed.PackName);
        Assert.Null(check.Fault);
        Assert.Equal("industry 达成 认账 张市长|opening 未达成 再办 张市长", string.Join('|', check.Verdicts.Select(v => $"{v.Dimension} {v.Verdict} {v.Decision} {v.By}")));
    }

    [Fact]
    public async Task Each_signature_leaves_a_pack_of_its_own_and_the_earlier_ones_stay()
    {
        var review = await _database.FrozenAsync();
        Assert.Null((await _database.SignAsync(review.Id, _database.Leader, ReviewDatabase.Accepted("industry"))).Refusal);
        Assert.Null((await _database.SignAsync(review.Id, _database.Deputy, ReviewDatabase.Accepted("reform"))).Refusal);
        var signed = await _database.ReviewAsync(review.Id);

        string[] names = [signed.Pack!.Hash, .. signed.Seals.Select(s => s.Pack)];
        Assert.Equal(3, names.Distinct().Count());
        foreach (var (name, verdicts) in names.Select((n, i) => (n, i)))
        {
            var check = PackCheck.Of((await _database.Packs.ReadAsync(name))!, name);
            Assert.Null(check.Fault);
            Assert.Equal(verdicts, check.Verdicts.Count);
        }
    }

    [Fact]
    public async Task Who_saw_another_pack_signs_nothing_and_issues_nothing()
    {
        var review = await _database.FrozenAsync();
        Assert.Null((await _database.SignAsync(review.Id, _database.Leader, ReviewDatabase.Accepted("industry"))).Refusal);
        var late = await _database.Signing.SignAsync(review.Id, review.PackName!, [ReviewDatabase.Redone("opening")], SignatureFactor.Passkey, _database.Deputy);

        Assert.Equal(ChangeRefusal.Stale, late.Refusal);
        Assert.Equal("1 0", await _database.Plan.ScalarAsync("SELECT (SELECT count(*) FROM review_seals) || ' ' || (SELECT count(*) FROM supervision_notices)"));
    }

    [Fact]
    public async Task When_two_leaders_decide_at_once_one_decides()
    {
        var review = await _database.FrozenAsync();
        var outcomes = await Task.WhenAll(
            _database.Signing.SignAsync(review.Id, review.PackName!, [ReviewDatabase.Accepted("industry")], SignatureFactor.Code, _database.Leader),
            _database.Signing.SignAsync(review.Id, review.PackName!, [ReviewDatabase.Redone("industry")], SignatureFactor.Code, _database.Deputy));

        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Equal(ReviewReason.AlreadySigned, Assert.Single(Assert.Single(outcomes, o => o.Refusal is not null).Faults).Reason);
    }

    [Fact]
    public async Task Only_a_leader_signs_and_the_office_only_prepares()
    {
        var review = await _database.FrozenAsync();

        Assert.Equal(ChangeRefusal.WrongRole, (await _database.SignAsync(review.Id, _database.Office, ReviewDatabase.Accepted("industry"))).Refusal);
        Assert.Equal(ChangeRefusal.WrongRole, (await _database.Preparing.FreezeAsync(review.Id, _database.Unit)).Refusal);
        Assert.Equal(ChangeRefusal.WrongRole, (await _database.Preparing.PrepareAsync(ReviewSubject.Parse("2026-Q2")!.Value, new(2026, 10, 14), _database.Unit)).Refusal);
        Assert.Equal(ChangeRefusal.WrongRole, (await _database.Matters.NoteAsync(review.Id, new("事项", "gxj", null, new(2026, 12, 1)), _database.Unit)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await _database.Signing.SignAsync(999, "x", [ReviewDatabase.Accepted("industry")], SignatureFactor.Code, _database.Leader)).Refusal);
    }

    [Fact]
    public async Task A_pack_is_frozen_anew_until_it_is_signed_and_not_after()
    {
        var review = await _database.FrozenAsync();
        Assert.Null((await _database.Preparing.FreezeAsync(review.Id, _database.Leader)).Refusal);
        var anew = await _database.ReviewAsync(review.Id);
        Assert.NotEqual(review.PackName, anew.PackName);
        Assert.Null((await _database.SignAsync(review.Id, _database.Leader, ReviewDatabase.Accepted("industry"))).Refusal);

        Assert.Equal(ReviewReason.AlreadySigned, Assert.Single((await _database.Preparing.FreezeAsync(review.Id, _database.Leader)).Faults).Reason);
        Assert.NotNull(await _database.Packs.ReadAsync(review.PackName!));
    }

    [Fact]
    public async Task What_could_be_held_against_nothing_is_not_frozen()
    {
        await using var bare = await ReviewDatabase.CreateAsync(withCriteria: false);
        var outcome = await bare.Preparing.PrepareAsync(ReviewDatabase.Milestone, new(2026, 10, 14), bare.Office);

        Assert.Equal(ReviewReason.NoCriteria, Assert.Single((await bare.Preparing.FreezeAsync(outcome.Review, bare.Office)).Faults).Reason);
    }

    [Fact]
    public async Task The_next_review_opens_with_what_this_one_decided()
    {
        var review = await _database.FrozenAsync();
        Assert.Null((await _database.Matters.NoteAsync(review.Id, new(" 补充佐证 ", "gxj", null, new(2026, 12, 1)), _database.Office)).Refusal);
        Assert.Equal(ReviewReason.DueWrong, Assert.Single((await _database.Matters.NoteAsync(review.Id, new("事项", "gxj", null, new(2026, 10, 13)), _database.Office)).Faults).Reason);
        Assert.Equal(ReviewReason.UnknownUnit, Assert.Single((await _database.Matters.NoteAsync(review.Id, new("事项", "none", null, new(2026, 12, 1)), _database.Office)).Faults).Reason);
        var matter = Assert.Single((await _database.ReviewAsync(review.Id)).Matters);
        Assert.Null((await _database.Matters.ReportAsync(matter.Id, MatterState.Done, "已补充", _database.Office)).Refusal);

        var next = await _database.Preparing.PrepareAsync(ReviewSubject.Parse("2026-Q3")!.Value, new(2026, 10, 20), _database.Office);
        var opened = Assert.Single((await _database.LoadAsync()).Reviews.OpeningWith(await _database.ReviewAsync(next.Review)));
        Assert.Equal(("补充佐证", MatterState.Done, "已补充"), (opened.Text, opened.State, opened.Latest!.Text));
        Assert.Null((await _database.Preparing.FreezeAsync(next.Review, _database.Office)).Refusal);
        using var json = JsonDocument.Parse((await _database.Packs.ReadAsync((await _database.ReviewAsync(next.Review)).PackName!))!);
        Assert.Equal("done", json.RootElement.GetProperty("content").GetProperty("matters")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_database_changes_no_review_whoever_asks()
    {
        var review = await _database.FrozenAsync();
        Assert.Null((await _database.SignAsync(review.Id, _database.Leader, ReviewDatabase.Redone("industry"))).Refusal);
        Assert.Null((await _database.Matters.NoteAsync(review.Id, new("事项", "gxj", null, new(2026, 12, 1)), _database.Office)).Refusal);
        string[] tables = ["reviews", "review_packs", "review_seals", "review_verdicts", "review_matters"];
        foreach (var table in tables)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await ReviewDatabase.RefusalAsync(_database.Plan.App, $"UPDATE {table} SET id = DEFAULT"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await ReviewDatabase.RefusalAsync(_database.Plan.App, $"DELETE FROM {table}"));
            // Not even the owner, as long as he leaves the triggers in place.
            await RefusedAsync($"UPDATE {table} SET id = DEFAULT");
            await RefusedAsync($"DELETE FROM {table}");
            await RefusedAsync($"TRUNCATE {table} CASCADE");
        }

        // What follows on nothing: another pack, another's name, a verdict that was not signed, a signature without its verdicts.
        await RefusedAsync("INSERT INTO review_packs (review_id, content, content_hash, hash, size, frozen_by, frozen_at) SELECT review_id, content, content_hash, repeat('0', 64), size, frozen_by, frozen_at FROM review_packs");
        await RefusedAsync("INSERT INTO review_packs (review_id, content, content_hash, hash, size, frozen_by, frozen_at) SELECT review_id, '\\x00', content_hash, repeat('0', 64), 1, frozen_by, frozen_at FROM review_packs");
        await RefusedAsync("INSERT INTO review_verdicts (seal_id, review_id, dimension_code, verdict, decision) SELECT id, review_id, 'reform', 'achieved', 'accept' FROM review_seals");
        await RefusedAsync($"INSERT INTO review_seals (review_id, pack_id, terms, digest, hash, factor, signed_by, signed_at) SELECT review_id, pack_id, t, encode(sha256(convert_to(t, 'UTF8')), 'hex'), repeat('0', 64), factor, '{_database.Office.Id}', signed_at FROM review_seals, (SELECT replace(terms, '张市长', '杜督查') AS t FROM review_seals) said");
        await RefusedAsync($"INSERT INTO review_seals (review_id, pack_id, terms, digest, hash, factor, signed_by, signed_at) SELECT review_id, pack_id, t, encode(sha256(convert_to(t, 'UTF8')), 'hex'), repeat('0', 64), factor, signed_by, signed_at FROM review_seals, (SELECT jsonb_set(terms::jsonb, '{{pack}}', to_jsonb(hash))::text AS t FROM review_seals) said");
        await RefusedAsync($"INSERT INTO reviews (subject, held_on, prepared_by, prepared_at) VALUES ('2025', '2026-10-14', '{_database.Unit.Id}', now())");
        Assert.Null(PackCheck.Of((await _database.Packs.ReadAsync((await _database.ReviewAsync(review.Id)).PackName!))!).Fault);
    }

    [Fact]
    public async Task What_somebody_changed_past_all_triggers_is_found_by_the_hash()
    {
        var review = await _database.FrozenAsync();
        Assert.Null((await _database.SignAsync(review.Id, _database.Leader, ReviewDatabase.Accepted("industry"))).Refusal);
        var name = (await _database.ReviewAsync(review.Id)).PackName!;
        await ForcedAsync("UPDATE review_seals SET terms = t, digest = encode(sha256(convert_to(t, 'UTF8')), 'hex') FROM (SELECT replace(terms, '认账', '退回') AS t FROM review_seals) said");

        Assert.Equal(PackFault.OtherName, PackCheck.Of((await _database.Packs.ReadAsync(name))!, name).Fault);
        await ForcedAsync("UPDATE review_packs SET content = c, content_hash = encode(sha256(c), 'hex'), size = octet_length(c) FROM (SELECT convert_to('no JSON', 'UTF8') AS c) other");
        Assert.NotNull(PackCheck.Of((await _database.Packs.ReadAsync(name))!, name).Fault);
    }

    private async Task RefusedAsync(string sql)
    {
        await using var command = _database.Plan.Owner.CreateCommand(sql);
        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    private async Task ForcedAsync(string sql)
    {
        await using var connection = await _database.Plan.Owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"ALTER TABLE review_seals DISABLE TRIGGER USER; ALTER TABLE review_packs DISABLE TRIGGER USER; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
