using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>Reads <c>Dashboard:Backup</c>: the backups that are taken by themselves.</summary>
internal static class BackupSettings
{
    private const int Day = 24;

    /// <summary>Reads how backups are encrypted, those of the command too.</summary>
    /// <param name="reader">The settings.</param>
    public static BackupCipher Cipher(SettingsReader reader) => reader.Choice("Backup:Cipher", otherwise: BackupCipher.Aes);

    /// <summary>Reads them; null when no folder is named.</summary>
    /// <param name="reader">The settings.</param>
    /// <param name="dataDirectory">The data folder, beside which backups belong.</param>
    /// <param name="cipher">How backups are encrypted.</param>
    public static BackupSchedule? Read(SettingsReader reader, string dataDirectory, BackupCipher cipher)
    {
        var (folder, second, key, at) =
            (Folder(reader, "Backup:Folder", dataDirectory), Folder(reader, "Backup:SecondFolder", dataDirectory), reader.Text("Backup:Key"), reader.Text("Backup:At"));
        var keep = reader.Number("Backup:Keep", otherwise: 14, least: 1, most: 1_000);
        var late = reader.Number("Backup:LateHours", otherwise: (int)BackupSchedule.LateByDefault.TotalHours, least: Day + 1, most: 100 * Day);
        if (key is not null && !File.Exists(key)) reader.Refuse($"The setting Dashboard:Backup:Key is “{key}”, and there is no such file.");
        if (!TimeOnly.TryParseExact(at ?? "02:00", "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            reader.Refuse($"The setting Dashboard:Backup:At is “{at}”; allowed are times of day from 00:00 to 23:59.");
        if (folder is null)
        {
            if (second is not null || key is not null || at is not null)
                reader.Refuse("Settings of Dashboard:Backup are there without Dashboard:Backup:Folder, the folder that backups are written to.");
            return null;
        }

        if (cipher == BackupCipher.Sm4 && key is null)
            reader.Refuse("The setting Dashboard:Backup:Cipher is “Sm4” without Dashboard:Backup:Key, the key file: the backups of Dashboard:Backup:Folder would not be encrypted.");
        if (second == folder) reader.Refuse("The settings Dashboard:Backup:Folder and Dashboard:Backup:SecondFolder are the same folder.");
        return new()
        {
            Folder = folder,
            At = time,
            Keep = keep,
            SecondFolder = second,
            KeyFile = key is null ? null : Path.GetFullPath(key),
            Cipher = cipher,
            LateAfter = TimeSpan.FromHours(late),
        };
    }

    private static string? Folder(SettingsReader reader, string name, string dataDirectory)
    {
        if (reader.Text(name) is not { } text) return null;
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));
        if (!Path.IsPathFullyQualified(text))
            reader.Refuse($"The setting Dashboard:{name} is “{text}”; it must be the whole path of a folder, from / on.");
        else if ((folder + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(dataDirectory) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            reader.Refuse($"The setting Dashboard:{name} is “{text}”, in the data folder: it would be lost with it.");
        return folder;
    }
}
