using System.CommandLine;
using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>The key file of a backup: one that exists, and no folder.</summary>
internal sealed class KeyOption : Option<FileInfo?>
{
    public KeyOption()
        : base("--key")
    {
        Description = "File with the key of the backup, 16 bytes or more; “openssl rand -hex 32 > FILE” makes one. Keep it elsewhere than the backup.";
        HelpName = "FILE";
        Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !File.Exists(given.Value))
                result.AddError($"--key is “{given.Value}”, and there is no such file.");
        });
    }

    /// <summary>Reads the key; null if none was given.</summary>
    /// <exception cref="BackupException">The file is no key.</exception>
    public async Task<BackupKey?> ReadAsync(ParseResult arguments, CancellationToken cancellation) =>
        arguments.GetValue(this) is { } file ? await BackupKey.ReadAsync(file, cancellation) : null;
}
