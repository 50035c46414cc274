using System.CommandLine;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Writes everything that the installation holds to one file, while it is being used.</summary>
internal sealed class BackupCommand : DataCommand
{
    private const string Aes = "aes";
    private const string Sm4 = "sm4";

    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The file to write; one that is there stays as it is, unless --force is given." };

    private readonly KeyOption _key = new();

    private readonly Option<string?> _cipher = new("--cipher")
    {
        Description = "What the key is for: aes (AES-256-GCM) or sm4 (SM4-GCM); without it, as the setting Dashboard:Backup:Cipher says. restore asks for none.",
        HelpName = $"{Aes}|{Sm4}",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replaces a file that is there." };

    public BackupCommand(SharedOptions shared)
        : base("backup", "Writes everything that the installation holds to one file, while it is being used.", shared)
    {
        _file.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && Directory.Exists(given.Value)) result.AddError($"“{given.Value}” is a folder; FILE is a file.");
        });
        _cipher.AcceptOnlyFromAmong(Aes, Sm4);
        Validators.Add(given =>
        {
            if (given.GetResult(_cipher) is { Implicit: false } && given.GetResult(_key) is null) given.AddError("--cipher says how the backup is encrypted: give its key file with --key FILE, too.");
        });
        Add(_file);
        Add(_key);
        Add(_cipher);
        Add(_force);
    }

    // As it is: a backup is what one takes before a new version changes the schema.
    protected override Task OpenAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<DashboardDatabase>().OpenAsync(cancellation);

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var file = run.Arguments.GetRequiredValue(_file);
        try
        {
            var key = await _key.ReadAsync(run.Arguments, cancellation);
            var cipher = run.Arguments.GetValue(_cipher) switch
            {
                Aes => BackupCipher.Aes,
                Sm4 => BackupCipher.Sm4,
                _ => run.Services.GetRequiredService<DashboardSettings>().BackupCipher,
            };
            var manifest = await DatabaseBackup.TakeAsync(
                run.Services.GetRequiredService<DashboardDatabase>(), file,
                new() { Key = key, Cipher = cipher, Force = run.Arguments.GetValue(_force), Settings = Settings(run.Services) },
                run.Services.GetRequiredService<TimeProvider>(), cancellation);
            if (key is null) await run.Errors.WriteLineAsync("The backup is not encrypted: whoever reads it has the keys of sessions and the hashes of passwords. --key encrypts it.");
            if (manifest.AuditFirstBad is { } bad)
                await run.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The chain of the audit log is broken at event {bad}, in the backup as here: see “audit verify”."));
            await BackupLines.WriteAsync(run.Output, manifest, "");
            file.Refresh();
            await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"backup: {BackupLines.Sum(manifest)}, bytes {file.Length}{(key is null ? "" : cipher == BackupCipher.Sm4 ? ", encrypted by SM4" : ", encrypted")}"));
            return ExitCode.Done;
        }
        catch (BackupException refused)
        {
            await run.Errors.WriteLineAsync(refused.Message);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            await run.Errors.WriteLineAsync($"The backup could not be written and there is none: {unwritten.Message}");
        }
        catch (Exception failure) when (failure.IsDatabaseError() && !failure.IsConnectionLoss())
        {
            await run.Errors.WriteLineAsync($"PostgreSQL refused the backup and there is none: {failure.Message}");
        }

        return ExitCode.Refused;
    }

    private static IReadOnlyDictionary<string, string> Settings(IServiceProvider services) =>
        new SettingsOverview(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<DashboardSettings>()).Given();
}
