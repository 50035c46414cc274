using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

[Trait("Category", "Faults")]
public sealed class ScheduledBackupsTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 29, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly DirectoryInfo _first = Directory.CreateTempSubdirectory("xzd-first-");
    private readonly DirectoryInfo _second = Directory.CreateTempSubdirectory("xzd-second-");
    private readonly StandingClock _clock = new(Morning);
    private readonly DashboardDatabase _opened =
        DashboardDatabase.Configured(database.AppConnectionString, database.OwnerConnectionString, NullLoggerFactory.Instance);

    public Task InitializeAsync() => _opened.OpenAsync();

    public async Task DisposeAsync()
    {
        await _opened.DisposeAsync();
        _first.Delete(recursive: true);
        if (Directory.Exists(_second.FullName)) _second.Delete(recursive: true);
    }

    [Theory]
    [InlineData("2026-11-29T02:00:00+08:00", "2026-11-29T02:00:00+08:00")]
    [InlineData("2026-11-29T01:59:59+08:00", "2026-11-28T02:00:00+08:00")]
    [InlineData("2026-11-28T18:00:00Z", "2026-11-29T02:00:00+08:00")]
    [InlineData("2026-12-31T17:00:00Z", "2026-12-31T02:00:00+08:00")]
    public void It_is_due_at_its_time_in_the_city(string now, string due) =>
        Assert.Equal(At(due), Schedule().DueBefore(At(now)));

    [Fact]
    public async Task One_is_taken_at_the_start_and_then_one_a_day_and_the_newest_are_kept()
    {
        await File.WriteAllTextAsync(Path.Combine(_first.FullName, "mine.backup"), "kept");
        await File.WriteAllTextAsync(Path.Combine(_first.FullName, "xinzhou-of-old.backup"), "kept");
        var backups = Backups(Schedule(keep: 2));

        Assert.Equal("xinzhou-20261129-093000.backup", (await RunAsync(backups))!.Taken?.Name);
        Assert.Null((await RunAsync(backups))!.Taken);
        _clock.Pass(TimeSpan.FromHours(16));
        Assert.Null((await RunAsync(backups))!.Taken);
        _clock.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal("xinzhou-20261130-020000.backup", (await RunAsync(backups))!.Taken?.Name);
        _clock.Pass(TimeSpan.FromDays(3));
        Assert.NotNull((await RunAsync(backups))!.Taken);

        Assert.Equal(
            ["mine.backup", "xinzhou-20261130-020000.backup", "xinzhou-20261203-020000.backup", "xinzhou-of-old.backup"],
            Names(_first));
        var standing = backups.Look()!.First;
        Assert.Equal((2, _clock.GetUtcNow()), (standing.Kept, standing.Newest?.At));
        Assert.Equal("schedule", await database.AskAsync("SELECT actor FROM audit_events WHERE action = 'backup' AND subject = 'xinzhou-20261203-020000.backup'"));
    }

    [Theory]
    [InlineData(BackupCipher.Aes)]
    [InlineData(BackupCipher.Sm4)]
    public async Task It_is_copied_to_the_second_place_as_soon_as_that_is_there(BackupCipher cipher)
    {
        _second.Delete();
        var key = Path.Combine(_first.FullName, "key");
        await File.WriteAllTextAsync(key, new string('k', 32));
        var backups = Backups(Schedule(second: _second.FullName, key: key, cipher: cipher));

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => RunAsync(backups));

        // The second place holds up nothing in the first, and nobody makes a folder where a disk is missing.
        var name = Assert.Single(Names(_first), n => n.EndsWith(".backup", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_second.FullName));
        Assert.False(backups.Look()!.Second!.IsReadable);
        _second.Create();
        Assert.Equal(new BackupRound(null, name), await RunAsync(backups));
        Assert.Equal([name], Names(_second));
        Assert.Equal(
            (await BackupReader.CheckAsync(Path.Combine(_first.FullName, name), await BackupKey.ReadAsync(new(key)), default)).Figures,
            (await BackupReader.CheckAsync(Path.Combine(_second.FullName, name), await BackupKey.ReadAsync(new(key)), default)).Figures);
        Assert.Equal(BackupRound.Nothing, await RunAsync(backups));
    }

    [Fact]
    public async Task Of_two_instances_on_the_same_folder_one_takes_it()
    {
        var rounds = await Task.WhenAll(RunAsync(Backups(Schedule())), RunAsync(Backups(Schedule())));

        Assert.Single(rounds, r => r?.Taken is not null);
        Assert.Single(Names(_first));
    }

    [Fact]
    public async Task A_disk_that_is_full_costs_no_backup_that_was_there_and_it_is_late_when_its_hours_are_over()
    {
        var backups = Backups(Schedule());
        await RunAsync(backups);
        _clock.Pass(TimeSpan.FromHours(30));
        Assert.False(backups.Look()!.IsLate(_clock.GetUtcNow(), TimeSpan.FromHours(30)));
        _clock.Pass(TimeSpan.FromSeconds(1));
        File.CreateSymbolicLink(Path.Combine(_first.FullName, BackupPlace.NameAt(_clock.GetUtcNow()) + ".partial"), "/dev/full");

        await Assert.ThrowsAsync<IOException>(() => RunAsync(backups));

        Assert.Equal(["xinzhou-20261129-093000.backup"], Names(_first));
        Assert.True(backups.Look()!.IsLate(_clock.GetUtcNow(), TimeSpan.FromHours(30)));
        Assert.NotNull((await RunAsync(backups))!.Taken);
        Assert.False(backups.Look()!.IsLate(_clock.GetUtcNow(), TimeSpan.FromHours(30)));
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_removed_a_day_later()
    {
        var left = new FileInfo(Path.Combine(_second.FullName, "xinzhou-20261101-020000.backup.partial"));
        await File.WriteAllTextAsync(left.FullName, "half");
        left.LastWriteTimeUtc = Morning.AddDays(-2).UtcDateTime;

        await RunAsync(Backups(Schedule(second: _second.FullName)));

        Assert.Equal(["xinzhou-20261129-093000.backup"], Names(_second));
    }

    [Fact]
    public async Task A_clock_that_was_ahead_stops_no_backup()
    {
        await File.WriteAllTextAsync(Path.Combine(_first.FullName, "xinzhou-20360101-020000.backup"), "of a clock that was ahead");
        var backups = Backups(Schedule(keep: 1));

        Assert.NotNull((await RunAsync(backups))!.Taken);
        _clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("xinzhou-20261129-093000.backup", backups.Look()!.First.Newest?.Name);
        Assert.NotNull((await RunAsync(backups))!.Taken);

        Assert.Equal(["xinzhou-20261130-093000.backup", "xinzhou-20360101-020000.backup"], Names(_first));
    }

    [Fact]
    public async Task Without_a_schedule_nothing_is_done()
    {
        var backups = Backups(null);

        Assert.Equal(BackupRound.Nothing, await RunAsync(backups));
        Assert.Null(backups.Look());
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.backup*").Select(f => f.Name).Order(StringComparer.Ordinal);

    private static Task<BackupRound?> RunAsync(ScheduledBackups backups) => backups.RunAsync(new Dictionary<string, string>());

    private ScheduledBackups Backups(BackupSchedule? schedule) => new(_opened, schedule, _clock);

    private BackupSchedule Schedule(int keep = 14, string? second = null, string? key = null, BackupCipher cipher = BackupCipher.Aes) => new()
    {
        Folder = _first.FullName,
        At = new(2, 0),
        Keep = keep,
        SecondFolder = second,
        KeyFile = key,
        Cipher = cipher,
        LateAfter = TimeSpan.FromHours(30),
    };
}
