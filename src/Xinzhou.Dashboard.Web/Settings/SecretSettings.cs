using Xinzhou.Dashboard.Data.Secrets;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>Reads <c>Dashboard:Secrets</c>: the keys of secrets in the database.</summary>
internal static class SecretSettings
{
    /// <summary>Reads them.</summary>
    public static SecretKeys Read(SettingsReader reader)
    {
        var (current, former) = (Key(reader, "Secrets:KeyFile"), Key(reader, "Secrets:FormerKeyFile"));
        if (current is null && former is not null)
            reader.Refuse("The setting Dashboard:Secrets:FormerKeyFile is there without Dashboard:Secrets:KeyFile, the key that takes its place.");
        return new(current, former);
    }

    private static SecretKey? Key(SettingsReader reader, string name)
    {
        if (reader.Text(name) is not { } file) return null;
        try
        {
            return SecretKey.Read(file);
        }
        catch (SecretKeyException wrong)
        {
            reader.Refuse($"The setting Dashboard:{name}: {wrong.Message}");
            return null;
        }
    }
}
