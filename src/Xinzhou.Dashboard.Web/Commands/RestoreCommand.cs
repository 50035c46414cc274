using System.CommandLine;
using System.Text.Json;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Restores a backup into an empty installation, or in place of what is there: all of it, or nothing.</summary>
internal sealed class RestoreCommand : DataCommand
{
    private const string SettingsFile = "settings.restored.json";

    private readonly Argument<FileInfo> _file = ImportOptions.File("A file that the command backup wrote.");

    private readonly KeyOption _key = new();

    private readonly Option<bool> _replace = new("--replace") { Description = "Replaces all that the installation holds, for good." };

    public RestoreCommand(SharedOptions shared)
        : base("restore", "Restores a backup into an empty installation, all of it or nothing; the dashboard must not run.", shared)
    {
        Add(_file);
        Add(_key);
        Add(_replace);
    }

    // The restoration opens it itself, for nobody else and without entering anything.
    protected override Task OpenAsync(IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        try
        {
            var report = await DatabaseRestore.RunAsync(
                run.Services.GetRequiredService<DashboardDatabase>(), run.Arguments.GetRequiredValue(_file),
                new() { Key = await _key.ReadAsync(run.Arguments, cancellation), Replace = run.Arguments.GetValue(_replace) },
                run.Services.GetRequiredService<TimeProvider>(), cancellation);
            foreach (var migration in report.Migrations) await run.Errors.WriteLineAsync($"Applied the migration {migration}.");
            await KeepSettingsAsync(run, report.Manifest);
            await BackupLines.WriteAsync(run.Output, report.Manifest, ", equal");
            await run.Output.WriteLineAsync($"restore: {BackupLines.Sum(report.Manifest)}, all equal to the backup; audit head now {report.Audit}");
            return ExitCode.Done;
        }
        catch (BackupException refused)
        {
            await run.Errors.WriteLineAsync(refused.Message);
        }
        catch (Exception failure) when (failure.IsDatabaseError() && !failure.IsConnectionLoss())
        {
            await run.Errors.WriteLineAsync($"PostgreSQL refused the backup and nothing was changed: {failure.Message}");
        }

        return ExitCode.Refused;
    }

    // Beside, not in place: a secret may be missing, and what holds here is for whoever keeps this machine to say.
    private static async Task KeepSettingsAsync(CommandRun run, BackupManifest manifest)
    {
        if (manifest.Settings.Count == 0) return;
        var path = Path.Combine(run.Services.GetRequiredService<DashboardSettings>().DataDirectory, SettingsFile);
        try
        {
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(manifest.Settings, ImportOptions.ReportFormat) + "\n", CancellationToken.None);
            await run.Errors.WriteLineAsync($"The settings of the backup, without secrets, stand in {path}: rename it to settings.json for them to hold.");
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            await run.Errors.WriteLineAsync($"Everything is restored but the settings, which could not be written: {unwritten.Message}");
        }
    }
}
