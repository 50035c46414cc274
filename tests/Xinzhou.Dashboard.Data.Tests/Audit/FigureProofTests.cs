using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Tests.Backup;
using Xinzhou.Dashboard.Data.Tests.Import;
using Xinzhou.Dashboard.Data.Tests.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Audit;

/// <summary>What is changed behind the program is found though the chain of events is whole.</summary>
[Trait("Category", "Security")]
public sealed class FigureProofTests : IAsyncLifetime
{
    private const string Columns =
        "series_id, scope, period_code, period_kind, kind, value, uom, stage, vintage_label, known_from, known_from_basis, recorded_at, source_id, source_text, reliability";

    private ImportDatabase _database = null!;

    /// <summary>Two files of a value and its growth, and the first of the four figures withdrawn.</summary>
    public async Task InitializeAsync()
    {
        _database = await ImportDatabase.CreateAsync();
        await _database.ImportAsync("GDP,忻州市,2023-H1,676.5,亿元,1,http://www.sxxz.gov.cn/a,ytd,,原文,,2023-08-18");
        await _database.ImportAsync("GDP,忻州市,2022-H1,652.10,亿元,5.3,http://www.sxxz.gov.cn/b,ytd,,,,2022-08-18");
        Assert.True(await FigureWithdrawal.WithdrawAsync(
            _database.Contexts, TimeProvider.System, (await _database.FiguresAsync())[0].Id, "误报", "test"));
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_nobody_has_touched_is_as_it_was_recorded()
    {
        var verdict = await VerifyAsync();

        Assert.True(verdict.IsSound, verdict.Fault);
        Assert.Equal(new FigureVerdict(4, 1, 0, null, 0, null), verdict.Figures);
    }

    [Theory]
    [InlineData("UPDATE figures SET value = value + 1 WHERE id = (SELECT min(id) FROM figures)", "figures", FigureFault.Altered)]
    [InlineData("UPDATE figures SET value = 652.1 WHERE value = 652.10", "figures", FigureFault.Altered)]
    [InlineData("UPDATE figures SET quote = NULL", "figures", FigureFault.Altered)]
    [InlineData("UPDATE figures SET known_from = known_from - interval '1 microsecond'", "figures", FigureFault.Altered)]
    [InlineData("UPDATE series SET measure = 'yoy_single' WHERE measure = 'yoy'", "figures", FigureFault.Altered)]
    [InlineData("UPDATE source_documents SET identity = identity || '/c'", "figures", FigureFault.Altered)]
    [InlineData("DELETE FROM figures WHERE id = (SELECT max(id) FROM figures)", "figures", FigureFault.Removed)]
    [InlineData($"INSERT INTO figures ({Columns}) SELECT series_id, scope || 'x', period_code, period_kind, kind, value, uom, stage, vintage_label, known_from, known_from_basis, recorded_at, source_id, source_text, reliability FROM figures", "figures", FigureFault.Added)]
    [InlineData($"INSERT INTO figures (id, {Columns}) SELECT -id, series_id, scope || 'x', period_code, period_kind, kind, value, uom, stage, vintage_label, known_from, known_from_basis, recorded_at, source_id, source_text, reliability FROM figures", "figures", FigureFault.Added)]
    [InlineData("DELETE FROM withdrawals", "withdrawals", FigureFault.Removed)]
    [InlineData("UPDATE withdrawals SET reason = '另有原因'", "withdrawals", FigureFault.Altered)]
    [InlineData("INSERT INTO withdrawals (figure_id, known_from, recorded_at, reason) SELECT max(id), now(), now(), 'x' FROM figures", "withdrawals", FigureFault.Added)]
    public async Task What_is_altered_added_doubled_or_removed_behind_the_program_is_found(string tampering, string table, FigureFault fault)
    {
        await TamperAsync(tampering);

        var verdict = await VerifyAsync();

        Assert.Null(verdict.FirstBad);
        Assert.Equal((table, fault), (verdict.Figures.FirstBad?.Table, verdict.Figures.FirstBad?.Fault));
        Assert.False(verdict.IsSound);
        Assert.StartsWith(table, verdict.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_and_its_correction_answer_for_their_figures()
    {
        var desk = new ReturnDesk();
        await desk.InitializeAsync();
        try
        {
            var id = await desk.ReleasedAsync();
            await desk.CorrectAsync(id, "口径有误");
            await desk.FillAsync(id, (ReturnDesk.Investment, new(130m)), (ReturnDesk.InvestmentGrowth, new(null, BlankReason.NotObtained, "待核")));
            await desk.SubmitAsync(id);
            await desk.ReleaseAsync(id);
            var verdict = await AuditVerification.VerifyAsync(desk.App, null);
            Assert.True(verdict.IsSound, verdict.Fault);
            Assert.Equal((4L, 1L), (verdict.Figures.Figures, verdict.Figures.Withdrawals));

            await desk.ExecuteAsync(
                "ALTER TABLE figures DISABLE TRIGGER USER; UPDATE figures SET value = 131 WHERE value = 130; ALTER TABLE figures ENABLE TRIGGER USER");

            Assert.Equal(FigureFault.Altered, (await AuditVerification.VerifyAsync(desk.App, null)).Figures.FirstBad?.Fault);
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }

    [Fact]
    public async Task Figures_of_before_are_told_as_not_covered_and_taken_up_once_as_they_stand()
    {
        await using var old = await ImportDatabase.CreateAsync();
        await old.ImportAsync("GDP,忻州市,2021-H1,600,亿元,2,http://www.sxxz.gov.cn/a,ytd,,,,2021-08-18");
        // The log of a version that wrote no digests.
        await old.RunAsync(
            """
            ALTER TABLE audit_events DISABLE TRIGGER USER;
            DELETE FROM audit_events;
            UPDATE audit_head SET event = 0, hash = sha256(''::bytea);
            ALTER TABLE audit_events ENABLE TRIGGER USER;
            INSERT INTO audit_events (at, actor, action, subject) VALUES (now(), 'setup', 'import', 'of before');
            """);
        var before = await AuditVerification.VerifyAsync(old.App, null);
        Assert.True(before.IsSound, before.Fault);
        Assert.Equal(new FigureVerdict(2, 0, 2, null, 0, null), before.Figures);

        Assert.True(await FigureOpening.EnsureAsync(old.Contexts, TimeProvider.System));
        Assert.False(await FigureOpening.EnsureAsync(old.Contexts, TimeProvider.System));

        await old.ImportAsync("GDP,忻州市,2022-H1,652.1,亿元,5.3,http://www.sxxz.gov.cn/b,ytd,,,,2022-08-18");
        var after = await AuditVerification.VerifyAsync(old.App, null);
        Assert.True(after.IsSound, after.Fault);
        Assert.Equal(new FigureVerdict(4, 0, 0, 2, 2, null), after.Figures);
        await old.RunAsync("ALTER TABLE figures DISABLE TRIGGER USER; UPDATE figures SET value = 601 WHERE value = 600; ALTER TABLE figures ENABLE TRIGGER USER");
        var found = (await AuditVerification.VerifyAsync(old.App, null)).Figures.FirstBad;
        Assert.Equal("figures 1-2 altered since event 2", found?.ToString());
    }

    [Fact]
    public async Task A_new_installation_needs_nothing_taken_up()
    {
        Assert.False(await FigureOpening.EnsureAsync(_database.Contexts, TimeProvider.System));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:1-2:2")]
    [InlineData("b:1-2:2:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("a:1:2:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("a:-1-2:2:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void What_is_no_digest_is_not_read_as_one(string text) => Assert.Null(RowsDigest.Parse(text));

    [Fact]
    public async Task A_digest_that_is_not_understood_is_no_proof()
    {
        await using (var connection = await _database.App.OpenConnectionAsync())
        {
            await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch, "test", "import", "later", new { digest = new { figures = "z:1" } }, default);
        }

        Assert.Equal(FigureFault.Unreadable, (await VerifyAsync()).Figures.FirstBad?.Fault);
    }

    private Task<AuditVerdict> VerifyAsync() => AuditVerification.VerifyAsync(_database.App, null);

    private async Task TamperAsync(string tampering)
    {
        string[] tables = ["figures", "withdrawals", "series", "source_documents"];
        await _database.RunAsync(string.Join(
            ";\n", [.. tables.Select(t => $"ALTER TABLE {t} DISABLE TRIGGER USER"), tampering, .. tables.Select(t => $"ALTER TABLE {t} ENABLE TRIGGER USER")]));
    }
}
