using System.Data.Common;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>Refuses files with secrets that others than their owner may read, in Production.</summary>
internal static class OpenFiles
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static readonly string[] Secrets = ["Dashboard:Oidc:ClientSecret", "Dashboard:Smtp:Password"];
    private static readonly string[] Connections = ["ConnectionStrings:Dashboard", "ConnectionStrings:DashboardOwner"];
    private static readonly string[] KeyFiles = ["Dashboard:Secrets:KeyFile", "Dashboard:Secrets:FormerKeyFile", "Dashboard:Backup:Key"];

    /// <summary>Adds a fault for each file of settings with a secret, and each key file, that is open to others.</summary>
    /// <param name="reader">Takes the faults.</param>
    /// <param name="configuration">Where settings come from.</param>
    public static void Refuse(SettingsReader reader, IConfiguration configuration)
    {
        if (OperatingSystem.IsWindows()) return;
        var providers = (configuration as IConfigurationRoot)?.Providers.OfType<FileConfigurationProvider>() ?? [];
        foreach (var provider in providers)
        {
            if (PathOf(provider) is { } path && Held(provider) is { } secret && IsOpen(path))
                reader.Refuse($"The file “{path}” holds a secret ({secret}) and others than its owner may read it: chmod 600 {path}");
        }

        foreach (var name in KeyFiles)
        {
            if (configuration[name] is { Length: > 0 } file && IsOpen(file))
                reader.Refuse($"The key file “{file}” of {name} may be read by others than its owner: chmod 600 {file}");
        }
    }

    private static string? PathOf(FileConfigurationProvider provider) =>
        provider.Source is { Path: { } path, FileProvider: { } files } ? files.GetFileInfo(path).PhysicalPath : null;

    /// <summary>The name of a secret that a file holds; null if it holds none.</summary>
    private static string? Held(FileConfigurationProvider provider) =>
        Array.Find(Secrets, name => provider.TryGet(name, out var text) && !string.IsNullOrWhiteSpace(text))
        ?? Array.Find(Connections, name => provider.TryGet(name, out var text) && HasPassword(text));

    private static bool HasPassword(string? connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return parts.ContainsKey("Password") || parts.ContainsKey("Pwd") || parts.ContainsKey("PSW");
        }
        catch (ArgumentException)
        {
            // No connection string at all: that is told elsewhere.
            return false;
        }
    }

    private static bool IsOpen(string path) => File.Exists(path) && (File.GetUnixFileMode(path) & Others) != 0;
}
