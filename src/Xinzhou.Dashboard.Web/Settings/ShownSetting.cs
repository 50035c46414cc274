namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>A setting as it may be shown: no secret is among its values.</summary>
/// <param name="Name">As it is written: <c>Dashboard:PublicRead</c>.</param>
/// <param name="Value">What holds, as it is written; null if nothing does.</param>
/// <param name="Source">Where that comes from.</param>
/// <param name="IsSecret">Whether there is a value that is not shown.</param>
public sealed record ShownSetting(string Name, string? Value, SettingSource Source, bool IsSecret = false)
{
    /// <summary>The name without its colons and section, for texts: <c>SmtpHost</c>.</summary>
    public string Key => Name.Split(':', 2)[^1].Replace(":", "", StringComparison.Ordinal);
}
