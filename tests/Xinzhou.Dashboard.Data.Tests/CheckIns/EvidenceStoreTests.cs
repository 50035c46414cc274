using System.Security.Cryptography;
using Npgsql;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;
using static Xinzhou.Dashboard.Data.Tests.Plans.PlanDatabase;

namespace Xinzhou.Dashboard.Data.Tests.CheckIns;

/// <summary>The files that units add to what they say.</summary>
public sealed class EvidenceStoreTests : IAsyncLifetime
{
    private static readonly CheckInKey Key = new(1, 1, new(2026, 3));

    private PlanDatabase _database = null!;
    private ReturnSetup _setup = null!;
    private Actor _reporter = null!;

    private EvidenceStore Store => new(_database.Contexts, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await CreateAsync();
        _setup = new(_database.Owner, _database.App);
        await _setup.DepartmentAsync("gxj", "市工信局");
        await _setup.DepartmentAsync("fgw", "市发展改革委");
        _reporter = await _setup.UserAsync("li", Role.Reporter, "gxj", "李填报");
        await _database.ImportAsync(Items, "1,1,建成项目,市工信局,,2026-01-01,2026-12-31,,任务分解表,2026-01-05\n1,2,第二项,市工信局,,2026-01-01,2026-12-31,,任务分解表,2026-01-05");
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task A_file_comes_back_byte_by_byte_and_its_check_in_names_it()
    {
        var content = Pdf(700_000);
        var added = (await AddAsync(Key, @"C:\资料\验收报告.pdf", content)).Added!;

        Assert.Equal(("验收报告.pdf", EvidenceKind.Pdf, 700_000L, Convert.ToHexStringLower(SHA256.HashData(content))), (added.Name, added.Kind, added.Size, added.Hash));
        using var read = new MemoryStream();
        await Store.WriteAsync(added, read);
        Assert.Equal(content, read.ToArray());
        Assert.Equal("3", await _database.ScalarAsync("SELECT count(*)::text FROM evidence_parts"));

        Assert.False((await Store.FindAsync(added.Id))!.IsSent);
        Assert.Null((await new CheckInSteps(_database.Contexts, _database.Clock).SendAsync(Key, new(60, "完成验收"), [added.Id], null, _reporter)).Refusal);
        Assert.Equal([added], (await _database.LoadAsync()).CheckIns.Latest(Key)!.Evidence);
        Assert.Equal(new StoredEvidence(added, "gxj", true), await Store.FindAsync(added.Id));
        Assert.Equal("li evidence.add check_in 1/1 2026-Q3 验收报告.pdf", await _database.ScalarAsync(
            "SELECT concat_ws(' ', actor, action, subject, details ->> 'name') FROM audit_events WHERE action = 'evidence.add'"));
    }

    [Fact]
    public async Task The_same_content_stands_once_wherever_it_is_added()
    {
        var content = Pdf(1_000);
        var first = (await AddAsync(Key, "一.pdf", content)).Added!;
        var again = (await AddAsync(Key, "二.pdf", content)).Added!;
        var other = (await AddAsync(Key with { Item = 2 }, "三.pdf", content)).Added!;

        Assert.Equal(first, again);
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal("1 1 2", await _database.ScalarAsync(
            "SELECT concat_ws(' ', (SELECT count(*) FROM evidence_files), (SELECT count(*) FROM evidence_parts), (SELECT count(*) FROM evidence))"));
        Assert.Equal([first], await Store.ListAsync(Key, "gxj"));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_add_the_same_at_once_the_content_stands_once()
    {
        var content = Pdf(300_000);
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => AddAsync(Key with { Item = 1 + (i % 2) }, "同一份.pdf", content))));

        Assert.All(added, a => Assert.Null(a.Refusal));
        Assert.Equal("1 2 2", await _database.ScalarAsync(
            "SELECT concat_ws(' ', (SELECT count(*) FROM evidence_files), (SELECT count(*) FROM evidence_parts), (SELECT count(*) FROM evidence))"));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Only_the_unit_that_leads_adds_and_sends_what_it_added()
    {
        var other = await _setup.UserAsync("wang", Role.Reporter, "fgw");
        Assert.Equal(CheckInFault.OtherDepartment, (await Store.AddAsync(Key, "一.pdf", new MemoryStream(Pdf(100)), other)).NotHis);
        Assert.Equal(ChangeRefusal.WrongRole, (await Store.AddAsync(Key, "一.pdf", new MemoryStream(Pdf(100)), await _setup.UserAsync("du", Role.Supervisor))).Refusal);
        Assert.Equal(EvidenceFault.NameDiffers, (await AddAsync(Key, "一.png", Pdf(100))).Fault);
        Assert.Equal("0", await _database.ScalarAsync("SELECT count(*)::text FROM evidence_files"));

        var added = (await AddAsync(Key, "一.pdf", Pdf(100))).Added!;
        var steps = new CheckInSteps(_database.Contexts, _database.Clock);
        Assert.Equal(ChangeRefusal.NotFound, (await steps.SendAsync(Key with { Item = 2 }, new(60, "完成"), [added.Id], null, _reporter)).Refusal);
        Assert.Equal("42501", await RefusalAsync(
            $"INSERT INTO evidence (task_number, item_number, quarter, department_code, hash, name, added_by, added_at) SELECT 1, 1, '2026-Q3', 'fgw', hash, 'x', '{_reporter.Id}', now() FROM evidence_files"));
        await steps.SendAsync(Key with { Item = 2 }, new(60, "完成"), [], null, _reporter);
        Assert.Equal("23000", await RefusalAsync($"INSERT INTO check_in_evidence (check_in_id, evidence_id) SELECT id, {added.Id} FROM check_ins"));
    }

    private static byte[] Pdf(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        "%PDF-1.7"u8.CopyTo(content);
        return content;
    }

    private Task<EvidenceOutcome> AddAsync(CheckInKey key, string name, byte[] content) => Store.AddAsync(key, name, new MemoryStream(content), _reporter);

    private async Task<string> RefusalAsync(string sql)
    {
        await using var command = _database.App.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }
}
