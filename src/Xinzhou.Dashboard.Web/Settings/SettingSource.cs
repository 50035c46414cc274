namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>Where the value of a setting comes from, the strongest first.</summary>
public enum SettingSource
{
    /// <summary>The command line.</summary>
    CommandLine,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>A file of settings.</summary>
    File,

    /// <summary>Something else that the program was started with.</summary>
    Other,

    /// <summary>Nobody has set it.</summary>
    BuiltIn,
}
