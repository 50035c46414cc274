using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>What the command line says about the installation and how it is served.</summary>
public sealed record StartArguments
{
    /// <summary>Name of the environment for training and work on the program, the default.</summary>
    public const string Development = "Development";

    /// <summary>Name of the environment of a real installation.</summary>
    public const string Production = "Production";

    /// <summary>The data folder asked for, or null for the default.</summary>
    public string? DataDirectory { get; init; }

    /// <summary><see cref="Development"/> or <see cref="Production"/>.</summary>
    public string Environment { get; init; } = Development;

    /// <summary>Addresses to listen on, separated by semicolons, or null for the default.</summary>
    public string? Urls { get; init; }

    /// <summary>Whether the demonstration data set is asked for, as the setting <c>Dashboard:Demo</c> does.</summary>
    public bool Demo { get; init; }

    /// <summary>Settings as <c>--Section:Name=value</c>, which go before all others.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>
    /// Adds where settings come from, weakest first: settings.json in the data folder, environment variables
    /// (<c>Dashboard__PublicRead</c>), the command line.
    /// </summary>
    public void AddSourcesTo(IConfigurationBuilder configuration) => configuration
        .AddJsonFile(Path.Combine(DataFolder.Choose(DataDirectory), "settings.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddCommandLine([.. Overrides]);

    /// <summary>The checked settings.</summary>
    /// <exception cref="SettingsException">Some are wrong.</exception>
    public DashboardSettings Settings(IConfiguration configuration)
    {
        var settings = DashboardSettings.Read(configuration, DataFolder.Choose(DataDirectory), isDevelopment: Environment == Development);
        return Demo ? settings with { Demo = true } : settings;
    }
}
