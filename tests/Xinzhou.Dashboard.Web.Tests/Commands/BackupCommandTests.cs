using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Commands;

/// <summary>Backup and restore as processes.</summary>
[Trait("Category", "Faults")]
public sealed partial class BackupCommandTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-backup-");
    private readonly EmptyPostgresDatabase _target = new();

    public Task InitializeAsync() => _target.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _target.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_backed_up_with_a_key_is_restored_with_it_and_the_lines_of_both_are_the_same()
    {
        var (file, key) = (PathTo("a.backup"), Write("key", new('k', 40)));
        await ImportAsync();

        var (exitCode, output, errors) = await OnSourceAsync("backup", file, "--key", key);

        Assert.True(exitCode == (int)ExitCode.Done, errors);
        Assert.Equal("", errors.Trim());
        var taken = output.TrimEnd().Split('\n');
        Assert.Matches(@"^figures: [1-9][0-9]*, sha256 [0-9a-f]{64}$", taken[0]);
        Assert.Matches(@"^plan: [1-9][0-9]* rows, sha256 [0-9a-f]{64}$", taken[1]);
        Assert.Matches(@"^evidence: [0-9]+ files$", taken[3]);
        Assert.Matches(@"^audit: [1-9][0-9]* events, intact, head [0-9]+:[0-9a-f]{64}$", taken[4]);
        Assert.Matches(@"^backup: tables [0-9]+, rows [0-9]+, bytes [0-9]+, encrypted$", taken[^1]);

        (exitCode, _, errors) = await OnTargetAsync("restore", file);
        Assert.Equal((int)ExitCode.Refused, exitCode);
        Assert.Equal("The backup is encrypted: give its key file with --key FILE.", errors.Trim());
        (exitCode, _, errors) = await OnTargetAsync("restore", file, "--key", Write("other", new('x', 40)));
        Assert.Equal((int)ExitCode.Refused, exitCode);
        Assert.Contains("another key", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);

        (exitCode, output, errors) = await OnTargetAsync("restore", file, "--key", key);
        Assert.True(exitCode == (int)ExitCode.Done, errors);
        var restored = output.TrimEnd().Split('\n');
        Assert.Equal(taken[..^1].Select(line => line + ", equal"), restored[..^1]);
        var head = Head().Match(restored[^1]).Groups[1].Value;
        (exitCode, output, _) = await OnTargetAsync("audit", "verify", "--noted", head);
        Assert.Equal((int)ExitCode.Done, exitCode);
        Assert.Contains("intact", output, StringComparison.Ordinal);

        (exitCode, output, errors) = await OnTargetAsync("restore", file, "--key", key);
        Assert.Equal(((int)ExitCode.Refused, ""), (exitCode, output));
        Assert.Contains("--replace", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        (exitCode, _, errors) = await OnTargetAsync("restore", file, "--key", key, "--replace");
        Assert.True(exitCode == (int)ExitCode.Done, errors);
    }

    [Theory]
    [InlineData("--cipher", "sm4")]
    [InlineData("--Dashboard:Backup:Cipher=sm4")]
    public async Task What_is_backed_up_by_SM4_says_so_and_is_restored_by_whoever_has_the_key(params string[] arguments)
    {
        var (file, key) = (PathTo("a.backup"), Write("key", new('k', 40)));
        await ImportAsync();

        var (exitCode, output, errors) = await OnSourceAsync(["backup", file, "--key", key, .. arguments]);

        Assert.True(exitCode == (int)ExitCode.Done, errors);
        Assert.Matches(@"^backup: tables [0-9]+, rows [0-9]+, bytes [0-9]+, encrypted by SM4$", output.TrimEnd().Split('\n')[^1]);
        (exitCode, _, errors) = await OnTargetAsync("restore", file, "--key", Write("other", new('x', 40)));
        Assert.Equal(((int)ExitCode.Refused, "The backup is encrypted with another key than that of the key file."), (exitCode, errors.Trim()));
        (exitCode, _, errors) = await OnTargetAsync("restore", file, "--key", key);
        Assert.True(exitCode == (int)ExitCode.Done, errors);
    }

    [Fact]
    public async Task A_file_that_is_there_a_folder_that_is_not_and_a_file_that_is_no_backup_are_refused_in_a_sentence()
    {
        var file = Write("a.backup", "kept");

        var (exitCode, output, errors) = await OnSourceAsync("backup", file);
        Assert.Equal(((int)ExitCode.Refused, ""), (exitCode, output));
        Assert.Contains("--force", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(file));

        (exitCode, _, errors) = await OnSourceAsync("backup", PathTo("nowhere/a.backup"));
        Assert.Equal((int)ExitCode.Refused, exitCode);
        Assert.Single(errors.Trim().Split('\n'));

        (exitCode, output, errors) = await OnTargetAsync("restore", file);
        Assert.Equal(((int)ExitCode.Refused, ""), (exitCode, output));
        Assert.Contains("not a backup", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);

        (exitCode, _, errors) = await OnSourceAsync("backup", file, "--force");
        Assert.Equal((int)ExitCode.Done, exitCode);
        Assert.Contains("not encrypted", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_or_changed_is_refused_in_a_sentence_and_nothing_of_it_is_restored()
    {
        await ImportAsync();
        var file = PathTo("a.backup");
        Assert.Equal((int)ExitCode.Done, (await OnSourceAsync("backup", file)).ExitCode);
        var written = await File.ReadAllBytesAsync(file);
        (string What, byte[] Content)[] broken =
        [
            ("The end of the backup is missing", written[..(written.Length / 2)]),
            ("damaged or changed", [.. written[..(written.Length / 2)], (byte)(written[written.Length / 2] ^ 1), .. written[((written.Length / 2) + 1)..]]),
            ("not encrypted", written),
        ];
        var key = Write("key", new('k', 40));
        foreach (var (what, content) in broken)
        {
            await File.WriteAllBytesAsync(file, content);

            var (exitCode, output, errors) = what == "not encrypted" ? await OnTargetAsync("restore", file, "--key", key) : await OnTargetAsync("restore", file);

            Assert.Equal(((int)ExitCode.Refused, ""), (exitCode, output));
            Assert.Contains(what, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        }

        await using var asked = _target.Owner.CreateCommand("SELECT to_regclass('figures')::text");
        Assert.Equal(DBNull.Value, await asked.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_settings_go_along_without_secrets_and_come_back_beside_those_of_the_machine()
    {
        var (here, there) = (Directory.CreateDirectory(PathTo("here")).FullName, Directory.CreateDirectory(PathTo("there")).FullName);
        await File.WriteAllTextAsync(
            Path.Combine(here, "settings.json"),
            """{"Dashboard": {"SessionMinutes": 17, "Smtp": {"Host": "mail.example", "From": "a@mail.example", "User": "u", "Password": "hidden-secret"}}}""");
        File.SetUnixFileMode(Path.Combine(here, "settings.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var file = PathTo("a.backup");

        var (exitCode, _, errors) = await OnSourceAsync("backup", file, "--data", here);
        Assert.True(exitCode == (int)ExitCode.Done, errors);
        (exitCode, _, errors) = await OnTargetAsync("restore", file, "--data", there);
        Assert.True(exitCode == (int)ExitCode.Done, errors);

        var restored = await File.ReadAllTextAsync(Path.Combine(there, "settings.restored.json"));
        Assert.Contains("\"Dashboard:SessionMinutes\": \"17\"", restored, StringComparison.Ordinal);
        Assert.Contains("mail.example", restored, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-secret", restored, StringComparison.Ordinal);
        Assert.Contains("settings.restored.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_dashboard_runs_nothing_is_restored_and_once_it_is_stopped_what_nobody_has_touched_yet_gives_way()
    {
        // Not a folder of mode 0700: as root the database runs as another user.
        var data = $"/tmp/xzd-test-{Guid.NewGuid().ToString("N")[..12]}";
        var file = PathTo("a.backup");
        await ImportAsync();
        Assert.Equal((int)ExitCode.Done, (await OnSourceAsync("backup", file)).ExitCode);
        try
        {
            using (var server = await ServeAsync(data))
            {
                var (refused, said, why) = await DashboardProcess.RunAsync("restore", file, "--data", data);
                Assert.Equal(((int)ExitCode.Refused, ""), (refused, said));
                Assert.Contains("stop them", Assert.Single(why.Trim().Split('\n')), StringComparison.Ordinal);
                Assert.Equal((int)ExitCode.Done, await server.TerminateAsync());
            }

            var (exitCode, output, errors) = await DashboardProcess.RunAsync("restore", file, "--data", data);
            Assert.True(exitCode == (int)ExitCode.Done, errors);
            Assert.Contains("\nrestore: tables ", output, StringComparison.Ordinal);

            using var again = await ServeAsync(data);
            Assert.Equal((int)ExitCode.Done, await again.TerminateAsync());
        }
        finally
        {
            if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        }
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "a.backup", "b.backup")]
    [InlineData("backup", "{folder}")]
    [InlineData("backup", "a.backup", "--key", "nothing-there")]
    [InlineData("backup", "a.backup", "--cipher", "sm4")]
    [InlineData("backup", "a.backup", "--cipher", "des")]
    [InlineData("backup", "a.backup", "--Dashboard:Backup:Cipher=des")]
    [InlineData("restore")]
    [InlineData("restore", "nothing-there")]
    [InlineData("restore", "{folder}")]
    public async Task Wrong_usage_exits_with_2(params string[] arguments)
    {
        var (exitCode, output, errors) = await OnTargetAsync([.. arguments.Select(a => a.Replace("{folder}", _folder.FullName, StringComparison.Ordinal))]);

        Assert.Equal(((int)ExitCode.WrongUsage, ""), (exitCode, output));
        Assert.NotEqual("", errors.Trim());
    }

    private static async Task<DashboardProcess> ServeAsync(string data)
    {
        var server = DashboardProcess.Start("--data", data, "--urls", "http://127.0.0.1:0");
        Assert.StartsWith("Ready: ", await Wait.ForAsync(server.Output.ReadLineAsync()), StringComparison.Ordinal);
        return server;
    }

    // Figures and a plan, as every start enters them.
    private async Task ImportAsync() => Assert.Equal((int)ExitCode.Done, (await OnSourceAsync("migrate")).ExitCode);

    private string PathTo(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(PathTo(name), text);
        return PathTo(name);
    }

    private Task<(int ExitCode, string Output, string Errors)> OnSourceAsync(params string[] arguments) => RunAsync(database, arguments);

    private Task<(int ExitCode, string Output, string Errors)> OnTargetAsync(params string[] arguments) => RunAsync(_target, arguments);

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(PostgresDatabase on, string[] arguments) => DashboardProcess.RunAsync(
    [
        .. arguments,
        $"--ConnectionStrings:Dashboard={on.AppConnectionString}",
        $"--ConnectionStrings:DashboardOwner={on.OwnerConnectionString}",
    ]);

    [GeneratedRegex("audit head now ([0-9]+:[0-9a-f]{64})$")]
    private static partial Regex Head();
}
