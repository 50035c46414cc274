using System.Security.Cryptography;
using Npgsql;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Supervision;

/// <summary>What units show of their work on notices, and what is seen on site. A notice was issued to one unit on 14 October 2026.</summary>
public sealed class NoticeEvidenceTests : IAsyncLifetime
{
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();

    private PlanDatabase _database = null!;
    private ReturnSetup _setup = null!;
    private Actor _unit = null!;
    private Actor _other = null!;
    private Actor _office = null!;
    private Actor _leader = null!;
    private NoticeNumber _number;

    private NoticeSteps Steps => new(_database.Contexts, Days, SupervisionSettings.Default, _database.Clock);

    private NoticeEvidenceStore Store => new(_database.Contexts, Days, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await PlanDatabase.CreateAsync();
        _setup = new(_database.Owner, _database.App);
        await _setup.DepartmentAsync("gxj", "市工信局");
        await _setup.DepartmentAsync("fgw", "市发展改革委");
        _unit = await _setup.UserAsync("li", Role.Reporter, "gxj", "李填报");
        _other = await _setup.UserAsync("zhao", Role.Reporter, "fgw", "赵填报");
        _office = await _setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        _leader = await _setup.UserAsync("wang", Role.Leader, name: "王市长");
        _number = (await Steps.IssueAsync(Draft("gxj"), _office)).Numbers[0];
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task A_file_goes_along_with_a_claim_and_comes_back_byte_by_byte()
    {
        await DoAsync(new(NoticeAct.Sign), _unit);
        var content = Pdf(700_000);
        var added = (await Store.AddAsync(_number, @"C:\资料\验收报告.pdf", new MemoryStream(content), _unit)).Added!;
        Assert.Equal(("验收报告.pdf", EvidenceKind.Pdf, 700_000L, Convert.ToHexStringLower(SHA256.HashData(content))), (added.Name, added.Kind, added.Size, added.Hash));
        Assert.Empty((await NoticeAsync()).Files);

        await DoAsync(new(NoticeAct.Claim) { Text = "已办结", Files = [added.Id] }, _unit);

        var (act, evidence) = Assert.Single((await NoticeAsync()).Files);
        Assert.Equal((NoticeAct.Claim, added, "李填报", _database.Now.Moment), (act.Act, evidence.File, evidence.AddedBy.Name, evidence.AddedAt));
        Assert.Null(act.Evidence);
        Assert.Equal(new StoredNoticeEvidence(_number, added, "gxj"), await Store.FindAsync(added.Id));
        using var read = new MemoryStream();
        await new EvidenceStore(_database.Contexts, _database.Clock).WriteAsync(added, read);
        Assert.Equal(content, read.ToArray());
        Assert.Equal("notice 2026-001 验收报告.pdf", await _database.ScalarAsync(
            "SELECT concat_ws(' ', subject, details ->> 'name') FROM audit_events WHERE action = 'evidence.add'"));
        Assert.Equal("""["验收报告.pdf"]""", await _database.ScalarAsync("SELECT details ->> 'files' FROM audit_events WHERE action = 'notice.claim'"));
    }

    [Fact]
    public async Task The_same_content_stands_once_and_what_was_added_goes_along_again()
    {
        await DoAsync(new(NoticeAct.Sign), _unit);
        var first = await AddAsync("一.pdf", Pdf(1_000), _unit);
        Assert.Equal(first, await AddAsync("二.pdf", Pdf(1_000), _unit));
        Assert.Equal([first], await Store.ListAsync(_number, _unit));
        Assert.Empty(await Store.ListAsync(_number, _office));
        await DoAsync(new(NoticeAct.Feedback) { Text = "进展", Percent = 60, Files = [first.Id, first.Id] }, _unit);
        await DoAsync(new(NoticeAct.Claim) { Text = "已办结", Files = [first.Id] }, _unit);
        Assert.Equal([NoticeAct.Feedback, NoticeAct.Claim], (await NoticeAsync()).Files.Select(f => f.With.Act));
        Assert.Equal("1 1", await _database.ScalarAsync("SELECT concat_ws(' ', (SELECT count(*) FROM evidence_files), (SELECT count(*) FROM supervision_evidence))"));
    }

    [Fact]
    public async Task Without_evidence_nothing_is_claimed_and_without_a_claim_that_was_verified_nothing_is_closed_not_even_by_SQL()
    {
        await DoAsync(new(NoticeAct.Sign), _unit);
        Assert.Equal(NoticeReason.EvidenceMissing, await ReasonAsync(new(NoticeAct.Claim) { Text = "已办结" }, _unit));
        Assert.Equal(NoticeReason.UnknownFile, await ReasonAsync(new(NoticeAct.Claim) { Text = "已办结", Files = [4711] }, _unit));
        Assert.Equal(NoticeReason.NotVerified, await ReasonAsync(new(NoticeAct.Close), _office));
        Assert.Equal("23514", await RefusalAsync(Sql("claim", _unit)));
        Assert.Equal("23000", await RefusalAsync(Sql("claim", _unit, "{4711}")));
        Assert.Equal("23000", await RefusalAsync(Sql("close", _office)));

        var file = await AddAsync("一.pdf", Pdf(100), _unit);
        Assert.Equal("23000", await RefusalAsync(Sql("claim", _unit, $"{{{file.Id},{file.Id}}}")));
        await DoAsync(new(NoticeAct.Claim) { Text = "已办结", Files = [file.Id] }, _unit);
        Assert.Equal(NoticeReason.NotVerified, await ReasonAsync(new(NoticeAct.Close), _office));
        Assert.Equal("23000", await RefusalAsync(Sql("close", _office)));
        // What is no picture, and the unit's, is nothing that was seen on site.
        Assert.Equal("23000", await RefusalAsync(Sql("verify", _office, $"{{{file.Id}}}")));
        await DoAsync(Verify, _office);
        await DoAsync(new(NoticeAct.Close), _office);
        Assert.True((await NoticeAsync()).IsClosed);
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task Each_side_adds_to_its_own_and_takes_along_its_own()
    {
        Assert.Equal(NoticeReason.NotSigned, await NotHisAsync("一.pdf", Pdf(100), _unit));
        await DoAsync(new(NoticeAct.Sign), _unit);
        Assert.Equal(NoticeReason.OtherUnit, await NotHisAsync("一.pdf", Pdf(100), _other));
        Assert.Equal(NoticeReason.NotClaimed, await NotHisAsync("一.png", Png(100), _office));
        Assert.Equal(ChangeRefusal.WrongRole, (await Store.AddAsync(_number, "一.pdf", new MemoryStream(Pdf(100)), await _setup.UserAsync("shen", Role.Reviewer))).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Store.AddAsync(new(2026, 999), "一.pdf", new MemoryStream(Pdf(100)), _unit)).Refusal);
        Assert.Equal(EvidenceFault.NameDiffers, (await Store.AddAsync(_number, "一.png", new MemoryStream(Pdf(100)), _unit)).Fault);
        Assert.Equal("0", await _database.ScalarAsync("SELECT count(*)::text FROM evidence_files"));

        var units = await AddAsync("一.pdf", Pdf(100), _unit);
        Assert.Equal("42501", await RefusalAsync(Added("'fgw'", _other)));
        Assert.Equal("42501", await RefusalAsync(Added("'gxj'", _office)));
        Assert.Equal("42501", await RefusalAsync(Added("NULL", _unit)));
        Assert.Equal("23000", await RefusalAsync(Added("NULL", _office)));
        Assert.Equal("42501", await RefusalAsync("DELETE FROM supervision_evidence"));
        await DoAsync(Claim, _unit);
        Assert.Equal(NoticeReason.PictureOnly, await NotHisAsync("二.pdf", Pdf(200), _office));
        var picture = await AddAsync("现场.png", Png(200), _office);
        Assert.Equal(NoticeReason.UnknownFile, await ReasonAsync(Verify with { Files = [units.Id] }, _office));
        await DoAsync(Verify with { Files = [picture.Id] }, _office);
        Assert.Equal((NoticeAct.Verify, "杜督查"), (await NoticeAsync()).Files.Select(f => (f.With.Act, f.Evidence.AddedBy.Name)).Single());

        // Another notice of the same unit has nothing of it.
        var second = (await Steps.IssueAsync(Draft("gxj"), _office)).Numbers[0];
        Assert.Null((await Steps.DoAsync(second, new(NoticeAct.Sign), 0, _unit)).Refusal);
        var other = await Steps.DoAsync(second, Claim with { Files = [units.Id] }, (await NoticeAsync(second)).LastEventId, _unit);
        Assert.Equal(NoticeReason.UnknownFile, Assert.Single(other.Faults).Reason);
    }

    [Fact]
    public async Task A_check_that_fails_gives_it_back_with_its_pictures_and_another_claim_is_needed()
    {
        await DoAsync(new(NoticeAct.Sign), _unit);
        await DoAsync(Claim, _unit);
        var unfinished = await AddAsync("未完工.png", Png(300), _office);
        await DoAsync(new(NoticeAct.Refuse) { Text = "现场未完工", Files = [unfinished.Id] }, _office);
        Assert.Equal((true, unfinished), ((await NoticeAsync()).IsRunning, (await NoticeAsync()).Files.Single().Evidence.File));
        Assert.Equal(NoticeReason.NotClaimed, await ReasonAsync(Verify, _office));
        Assert.Equal("23000", await RefusalAsync(Sql("verify", _office)));
        await DoAsync(Claim, _unit);
        await DoAsync(Verify, _office);
        await DoAsync(new(NoticeAct.Close), _office);

        // On a later visit it holds no more.
        var again = await AddAsync("回访.png", Png(400), _leader);
        await DoAsync(new(NoticeAct.Reopen) { Text = "回访又停工", Until = new(2026, 10, 30), Files = [again.Id] }, _leader);
        Assert.Equal((NoticeStage.Received, null, new DateOnly(2026, 10, 30)), ((await NoticeAsync()).Stage, (await NoticeAsync()).ClosedAt, (await NoticeAsync()).Clock.Settle));
        Assert.Equal(NoticeReason.NotVerified, await ReasonAsync(new(NoticeAct.Close), _office));
        Assert.Equal("23000", await RefusalAsync(Sql("close", _office)));
    }

    [Fact]
    public async Task No_more_files_wait_than_go_along_at_once()
    {
        await DoAsync(new(NoticeAct.Sign), _unit);
        var files = new List<long>();
        for (var n = 1; n <= NoticeEntry.MaxFiles; n++) files.Add((await AddAsync($"{n}.pdf", Pdf(100 + n), _unit)).Id);
        Assert.Equal(NoticeReason.TooManyFiles, await NotHisAsync("21.pdf", Pdf(200), _unit));
        await DoAsync(new(NoticeAct.Feedback) { Text = "进展", Percent = 60, Files = files }, _unit);
        var more = await AddAsync("21.pdf", Pdf(200), _unit);
        Assert.Equal(NoticeReason.TooManyFiles, await ReasonAsync(Claim with { Files = [.. files, more.Id] }, _unit));
        await DoAsync(Claim with { Files = [more.Id] }, _unit);
        Assert.Equal(21, (await NoticeAsync()).Files.Count());
    }

    [Fact]
    public async Task A_unit_that_is_dissolved_is_given_nothing_new_and_nothing_back_not_even_by_SQL()
    {
        await DoAsync(new(NoticeAct.Sign), _unit);
        await DoAsync(Claim, _unit);
        await DoAsync(Verify, _office);
        await using (var dissolved = _database.Owner.CreateCommand("UPDATE departments SET dissolved_on = '2026-10-14'")) await dissolved.ExecuteNonQueryAsync();
        Assert.Equal(NoticeReason.UnitDissolved, await ReasonAsync(new(NoticeAct.Reopen) { Text = "反弹", Until = new(2026, 10, 30) }, _leader));
        const string Insert = "INSERT INTO supervision_notices (number, dispatch, grade, subject, origin, lead_code, assisting, mode, assigned_by, assigned_at) VALUES ('2026-900', '2026-900', 'ordinary', '事项', 'free', 'gxj', '{fgw}', 'working', ";
        Assert.Equal("23000", await RefusalAsync($"{Insert}'{_office.Id}', '2026-10-14T00:00:00+08:00')"));
        Assert.Null(await TryInsertAsync($"{Insert}'{_office.Id}', '2026-10-13T23:59:59+08:00')"));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Two_leaders_who_decide_on_one_light_at_once_issue_one_notice_and_the_second_is_told_its_number()
    {
        var deputy = await _setup.UserAsync("chen", Role.Leader, name: "陈副市长");
        var draft = Draft("gxj") with { Origin = NoticeOrigin.Light, Reference = "tasks/1" };

        var outcomes = await Task.WhenAll(Steps.IssueAsync(draft, _leader), Steps.IssueAsync(draft with { Subject = "另一种说法" }, deputy));

        var issued = Assert.Single(outcomes, o => o.Refusal is null).Numbers[0];
        Assert.Equal([new NoticeFault(NoticeReason.AlreadyIssued, Number: issued)], Assert.Single(outcomes, o => o.Refusal is not null).Faults);
        // To another unit it is another matter; and once the unit has claimed it, it may be owed anew.
        Assert.Null((await Steps.IssueAsync(draft with { Leads = ["fgw"] }, deputy)).Refusal);
        Assert.Null((await Steps.DoAsync(issued, new(NoticeAct.Sign), 0, _unit)).Refusal);
        Assert.Null((await Steps.DoAsync(issued, Claim, (await NoticeAsync(issued)).LastEventId, _unit)).Refusal);
        Assert.Null((await Steps.IssueAsync(draft, deputy)).Refusal);
    }

    private static NoticeEntry Claim => new(NoticeAct.Claim) { Text = "已办结", Evidence = "验收报告" };

    private static NoticeEntry Verify => new(NoticeAct.Verify) { Text = "已现场核实" };

    private static NoticeDraft Draft(params string[] leads) => new() { Subject = "事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = leads };

    private static byte[] Pdf(int size) => Content(size, "%PDF-1.7"u8);

    private static byte[] Png(int size) => Content(size, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    private static byte[] Content(int size, ReadOnlySpan<byte> first)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        first.CopyTo(content);
        return content;
    }

    private string Sql(string act, Actor by, string files = "{}") =>
        $"INSERT INTO supervision_events (number, act, text, files, done_by, done_at) VALUES ('{_number}', '{act}', 'x', '{files}', '{by.Id}', now())";

    private string Added(string side, Actor by) =>
        $"INSERT INTO supervision_evidence (number, department_code, hash, name, added_by, added_at) SELECT '{_number}', {side}, hash, 'x', '{by.Id}', now() FROM evidence_files";

    private async Task<Notice> NoticeAsync(NoticeNumber? number = null) => (await _database.LoadAsync()).Notices.Find(number ?? _number, _database.Now, Days)!;

    private async Task<Evidence> AddAsync(string name, byte[] content, Actor actor)
    {
        var outcome = await Store.AddAsync(_number, name, new MemoryStream(content), actor);
        Assert.Null(outcome.Refusal);
        return outcome.Added!;
    }

    private async Task<NoticeReason?> NotHisAsync(string name, byte[] content, Actor actor) =>
        (await Store.AddAsync(_number, name, new MemoryStream(content), actor)).NotHis?.Reason;

    private async Task<NoticeReason> ReasonAsync(NoticeEntry entry, Actor actor) =>
        Assert.Single((await Steps.DoAsync(_number, entry, (await NoticeAsync()).LastEventId, actor)).Faults).Reason;

    private async Task DoAsync(NoticeEntry entry, Actor actor)
    {
        var outcome = await Steps.DoAsync(_number, entry, (await NoticeAsync()).LastEventId, actor);
        Assert.Empty(outcome.Faults);
        Assert.Null(outcome.Refusal);
    }

    private async Task<string> RefusalAsync(string sql) => await TryInsertAsync(sql) ?? throw new InvalidOperationException($"Nothing refused {sql}");

    private async Task<string?> TryInsertAsync(string sql)
    {
        await using var command = _database.App.CreateCommand(sql);
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
