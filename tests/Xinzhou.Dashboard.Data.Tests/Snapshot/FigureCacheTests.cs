using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Tests.Import;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Tests.Snapshot;

/// <summary>A start that reads figures from the file of the data folder holds what one holds that reads them all from the database.</summary>
public sealed class FigureCacheTests : IDisposable
{
    private const string Source = "https://tjj.sxxz.gov.cn/a";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-cache-");

    private static AsOf Now => new(DateTimeOffset.UtcNow);

    private string File => Path.Combine(_folder.FullName, "figures.cache");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_start_reads_the_file_and_from_the_database_what_came_later()
    {
        await using var database = await FilledAsync();
        await KeepAsync(database);
        await database.ImportAsync($"GDP,忻州市,2024,1500.0,亿元,,{Source},annual,,,,2025-03-01\n城镇居民人均可支配收入,忻州市,2024,40000,元,,https://tjj.sxxz.gov.cn/b,annual,,,,2025-03-01");
        var withdrawn = (await database.FiguresAsync())[0].Id;
        Assert.True(await FigureWithdrawal.WithdrawAsync(database.Contexts, TimeProvider.System, withdrawn, "误报", "test"));

        var loaded = await new SnapshotLoader(database.Contexts, Cache()).LoadAsync();

        Assert.Equal(4, await HeldAsync(database));
        await AreAlikeAsync(database, loaded);
        Assert.Equal(6, loaded.Figures.Count);
        Assert.NotNull(loaded.Figures.GroupOf(withdrawn)!.WithdrawalOf(loaded.Figures.GroupOf(withdrawn)!.Find(withdrawn)!));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task It_goes_on_from_the_file_when_figures_arrive()
    {
        await using var database = await FilledAsync();
        await KeepAsync(database);
        var loader = new SnapshotLoader(database.Contexts, Cache());
        var held = await loader.LoadAsync();
        await database.ImportAsync($"GDP,忻州市,2022,1340.0,亿元,,https://tjj.sxxz.gov.cn/c,annual,最终核实,,,2024-03-01");

        await AreAlikeAsync(database, await loader.CatchUpAsync(held));
    }

    [Fact]
    public async Task What_was_found_holds_under_the_same_rules_and_of_the_same_indicators_only()
    {
        await using var database = await FilledAsync();
        // More than there ever were: a conflict, and a finding beside it.
        await database.ImportAsync($"GDP,忻州市,2022,1.7,亿元,,https://tjj.sxxz.gov.cn/c,annual,,,,2023-03-01\n常住人口,忻州市,2023,264.6123,人,,{Source},stock,,,,2024-03-01");
        await KeepAsync(database);
        Assert.NotNull((await ReadAsync(database))!.Found);
        var loaded = await new SnapshotLoader(database.Contexts, Cache()).LoadAsync();
        Assert.NotEmpty(loaded.DigestAt(Now).Conflicts);
        Assert.NotEmpty(loaded.DigestAt(Now).Findings);
        await AreAlikeAsync(database, loaded);

        await RuleAsync(database, "ALTER TABLE validation_rules DISABLE TRIGGER USER; DELETE FROM validation_rules");
        Assert.Null((await ReadAsync(database))!.Found);
        await AreAlikeAsync(database, await new SnapshotLoader(database.Contexts, Cache()).LoadAsync());

        // Now it is under these; and it is written anew though no figure is new.
        await KeepAsync(database);
        Assert.NotNull((await ReadAsync(database))!.Found);
        await RuleAsync(database, "UPDATE indicators SET uom = '亿人' WHERE name = '常住人口'");
        Assert.Null((await ReadAsync(database))!.Found);
        await AreAlikeAsync(database, await new SnapshotLoader(database.Contexts, Cache()).LoadAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(-1)]
    [InlineData(-40)]
    public async Task A_damaged_file_is_not_used(int place)
    {
        await using var database = await FilledAsync();
        await KeepAsync(database);
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, bytes);

        Assert.Null(await HeldAsync(database));
        await AreAlikeAsync(database, await new SnapshotLoader(database.Contexts, Cache()).LoadAsync());

        await KeepAsync(database);
        Assert.Equal(4, await HeldAsync(database));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(500)]
    public async Task A_file_that_ends_early_is_not_used(int length)
    {
        await using var database = await FilledAsync();
        await KeepAsync(database);
        await System.IO.File.WriteAllBytesAsync(File, (await System.IO.File.ReadAllBytesAsync(File))[..length]);

        Assert.Null(await HeldAsync(database));
    }

    [Fact]
    public async Task The_file_of_another_database_is_not_used()
    {
        await using var other = await FilledAsync();
        await KeepAsync(other);
        // As many figures, of the same numbers.
        await using var database = await FilledAsync();

        Assert.Null(await HeldAsync(database));
        await AreAlikeAsync(database, await new SnapshotLoader(database.Contexts, Cache()).LoadAsync());
    }

    [Fact]
    public async Task It_is_written_where_a_tenth_is_new_and_there_are_many()
    {
        await using var database = await FilledAsync();
        await KeepAsync(database, least: 5);
        Assert.False(System.IO.File.Exists(File));

        await KeepAsync(database);
        var written = System.IO.File.GetLastWriteTimeUtc(File);
        System.IO.File.SetLastWriteTimeUtc(File, written.AddDays(-1));
        await KeepAsync(database);
        Assert.Equal(written.AddDays(-1), System.IO.File.GetLastWriteTimeUtc(File));

        await database.ImportAsync($"GDP,忻州市,2024,1500.0,亿元,,{Source},annual,,,,2025-03-01");
        await KeepAsync(database);
        Assert.Equal(5, await HeldAsync(database));
    }

    [Fact]
    public async Task What_is_left_out_is_not_kept()
    {
        await using var database = await FilledAsync();
        await NewerCodes.WriteAsync(database, "figures", "stage", "period_code = '2022-FY'");

        await KeepAsync(database);

        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_file_that_may_hold_a_figure_that_was_altered_is_not_used_and_none_is_written_while_that_is_so()
    {
        await using var database = await FilledAsync();
        await KeepAsync(database);
        await CheckedAsync(database, "'figure 1 is not as recorded'");

        Assert.Null(await HeldAsync(database));
        System.IO.File.Delete(File);
        await KeepAsync(database);
        Assert.False(System.IO.File.Exists(File));

        // It was repaired.
        await CheckedAsync(database, "NULL");
        await KeepAsync(database);
        Assert.Equal(4, await HeldAsync(database));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_stops_nothing()
    {
        await using var database = await FilledAsync();
        var none = Path.Combine(_folder.FullName, "none");
        await System.IO.File.WriteAllTextAsync(none, "no folder");
        var cache = new FigureCache(none, NullLogger<FigureCache>.Instance, least: 0);
        var loaded = await new SnapshotLoader(database.Contexts, cache).LoadAsync();

        cache.Offer(loaded, Now);
        await cache.WrittenAsync();

        Assert.Equal(4, loaded.Figures.Count);
        Assert.Equal([none], Directory.GetFileSystemEntries(_folder.FullName));
    }

    private static async Task<ImportDatabase> FilledAsync()
    {
        var database = await ImportDatabase.CreateAsync();
        var report = await database.ImportAsync(
            $"""
            GDP,忻州市,2022,1345.7,亿元,5.1,{Source},annual,,2022年全市地区生产总值1345.7亿元,,2023-03-01
            GDP,忻州市,2023-H1,676.50,亿元,,{Source},ytd,,,,2023-08-18
            常住人口,忻州市,2022,264.6,万人,,https://tjj.sxxz.gov.cn/b,stock,,,,2023-03-01
            """);
        Assert.Empty(report.Faults);
        return database;
    }

    private FigureCache Cache(int least = 0) => new(_folder.FullName, NullLogger<FigureCache>.Instance, least);

    /// <summary>A start, which keeps the figures where that is due.</summary>
    private async Task KeepAsync(ImportDatabase database, int least = 0)
    {
        var cache = Cache(least);
        cache.Offer(await new SnapshotLoader(database.Contexts, cache).LoadAsync(), Now);
        await cache.WrittenAsync();
    }

    private static async Task RuleAsync(ImportDatabase database, string statement)
    {
        await using var command = database.Owner.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Somebody looked at the log and at the figures.</summary>
    private static async Task CheckedAsync(ImportDatabase database, string fault)
    {
        await using var command = database.App.CreateCommand($"INSERT INTO audit_checks (at, events, head, fault) VALUES (now(), 1, '1:{new string('0', 64)}', {fault})");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How many figures the file has for a start on the database; null where it is not used.</summary>
    private async Task<int?> HeldAsync(ImportDatabase database) => (await ReadAsync(database))?.Figures.Count;

    private async Task<FigureCache.Kept?> ReadAsync(ImportDatabase database)
    {
        var loaded = await database.LoadAsync();
        await using var context = await database.Contexts.CreateDbContextAsync();
        return await Cache().ReadAsync(
            context,
            loaded,
            id => loaded.Figures.Find(id)?.Series,
            id => loaded.Sources.SingleOrDefault(s => s.Id == id),
            CancellationToken.None);
    }

    private static async Task AreAlikeAsync(ImportDatabase database, Data.Snapshot.Snapshot loaded)
    {
        var expected = await database.LoadAsync();
        Assert.Equal(expected.Figures.Count, loaded.Figures.Count);
        Assert.Equal(Figures(expected), Figures(loaded));
        Assert.Equal(expected.Sources, loaded.Sources);
        Assert.Equal(
            expected.Figures.LastChange(DateTimeOffset.MaxValue), loaded.Figures.LastChange(DateTimeOffset.MaxValue));
        Assert.Equal(Found(expected), Found(loaded));

        // As text: those of two starts have their indicators from two catalogues.
        static IEnumerable<(string Figure, string Digits, bool IsWithdrawn)> Figures(Data.Snapshot.Snapshot snapshot) => snapshot.Figures.Histories
            .SelectMany(h => h.Groups).SelectMany(g => g.Figures.Select(f => (f.ToString(), ValueText.Of(f), g.WithdrawalOf(f) is not null)));

        static string Found(Data.Snapshot.Snapshot snapshot) => snapshot.DigestAt(Now) is var digest
            ? JsonSerializer.Serialize(new { digest.Counts, digest.Sources, Conflicts = digest.Conflicts.Select(c => c.Id), Findings = digest.Findings.Select(f => $"{f.Figure.Id} {f.Finding.Rule}") })
            : "";
    }
}
