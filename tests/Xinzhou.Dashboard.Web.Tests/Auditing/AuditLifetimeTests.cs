using System.Globalization;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Auditing;

/// <summary>The whole application through two nights.</summary>
[Trait("Category", "Security")]
public sealed class AuditLifetimeTests : IAsyncLifetime
{
    private readonly WatchedHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Each_night_the_head_is_kept_in_both_places_until_something_is_changed_behind_the_program_which_is_told()
    {
        Assert.False(File.Exists(_host.HeadFile));
        await NextNightAsync();
        await Wait.UntilAsync(() => File.Exists(_host.HeadFile) && File.ReadAllText(_host.HeadFile).EndsWith('\n'));
        await Wait.UntilAsync(async () => await ChecksAsync() == 1);
        var kept = await File.ReadAllTextAsync(_host.HeadFile);
        Assert.Equal(kept, await File.ReadAllTextAsync(Path.Combine(_host.Second, "xinzhou-audit-heads.txt")));
        var parts = kept.TrimEnd().Split(' ');
        Assert.True(DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, out _), kept);
        var verdict = await AuditVerification.VerifyAsync(_host.Database.App, AuditHead.Parse(parts[1]));
        Assert.True(verdict.IsSound, verdict.Fault);

        await using (var command = _host.Database.Owner.CreateCommand(
            "ALTER TABLE figures DISABLE TRIGGER USER; UPDATE figures SET value = value + 1 WHERE id = (SELECT min(id) FROM figures WHERE value IS NOT NULL); ALTER TABLE figures ENABLE TRIGGER USER"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await NextNightAsync();
        await Wait.UntilAsync(async () => await ChecksAsync() == 2);
        Assert.Equal(kept, await File.ReadAllTextAsync(_host.HeadFile));
        using var auditor = await _host.VisitAsAsync(Role.Auditor);
        Assert.Contains("自动核验发现日志或数值与记录不符", await auditor.ReadAsync("/audit"), StringComparison.Ordinal);
        Assert.Contains("核验发现审计日志或所载数值与记录不符", await auditor.ReadAsync("/messages"), StringComparison.Ordinal);
        using var pressed = await auditor.SubmitAsync("/audit", "verify", "/audit");
        Assert.Contains("日志逐条相链，但数值与记录不符", await pressed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var admin = await _host.VisitAsAsync(Role.Admin);
        Assert.Contains("次核验发现审计日志或数值与记录不符", await admin.ReadAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_asked_for_the_night_seals_the_log_by_SM3_and_the_seal_is_kept_with_the_head()
    {
        var host = new WatchedHost("--Dashboard:Audit:Digest=sm3");
        await host.InitializeAsync();
        try
        {
            await NextNightAsync(host);
            await Wait.UntilAsync(() => File.Exists(host.HeadFile) && File.ReadAllText(host.HeadFile).EndsWith('\n'));
            await Wait.UntilAsync(async () => (await AuditVerification.VerifyAsync(host.Database.App, null)).Seals is not null);

            Assert.True(
                (await File.ReadAllTextAsync(host.HeadFile)).TrimEnd().Split(' ') is [_, var head, "sm3", var seal] && head.Split(':')[0] == seal.Split(':')[0]
                && (await AuditVerification.VerifyAsync(host.Database.App, AuditHead.Parse(head), AuditHead.Parse(seal))).IsSound);
            using var auditor = await host.VisitAsAsync(Role.Auditor);
            using var pressed = await auditor.SubmitAsync("/audit", "verify", "/audit");
            Assert.Contains("国密 SM3 封印1个", await pressed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private Task NextNightAsync() => NextNightAsync(_host);

    /// <summary>Lets the time pass until half an hour after the next 03:00 in Shanghai, when the log is looked at.</summary>
    private static async Task NextNightAsync(WatchedHost host)
    {
        await Wait.UntilAsync(() => host.Clock.Ticks(TimeSpan.FromMinutes(5)));
        var now = host.Clock.GetUtcNow();
        var due = new DateTimeOffset(Shanghai.DayOf(now), new(3, 0), Shanghai.Offset);
        host.Clock.Pass((due > now ? due : due.AddDays(1)).AddMinutes(30) - now);
    }

    private async Task<long> ChecksAsync()
    {
        await using var command = _host.Database.App.CreateCommand("SELECT count(*) FROM audit_checks");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>An application by a clock of the test, with folders for heads.</summary>
    private sealed class WatchedHost(params string[] settings) : ClockedHost
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-heads-");

        public string HeadFile => Path.Combine(_folder.FullName, "heads.txt");

        public string Second => _folder.CreateSubdirectory("second").FullName;

        protected override IReadOnlyList<string> Settings =>
        [
            $"--Dashboard:Audit:HeadFile={HeadFile}",
            $"--Dashboard:Backup:Folder={_folder.CreateSubdirectory("first").FullName}",
            $"--Dashboard:Backup:SecondFolder={Second}",
            .. settings,
        ];

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }
}
