using System.CommandLine;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>The options that every command knows.</summary>
internal sealed class SharedOptions(IReadOnlyList<string> overrides)
{
    private static readonly string[] Environments = [StartArguments.Development, StartArguments.Production];

    public Option<string?> Data { get; } = new("--data")
    {
        Description = "Data folder; default $XZD_DATA, else /var/lib/xinzhou-dashboard for root and ~/.local/share/xinzhou-dashboard for others.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string> Environment { get; } = EnvironmentOption();

    /// <summary>What was said, the addresses aside.</summary>
    public StartArguments Read(ParseResult arguments) => new()
    {
        DataDirectory = arguments.GetValue(Data),
        Environment = Canonical(arguments.GetRequiredValue(Environment)),
        Overrides = overrides,
    };

    // The default comes from a variable, which nobody has checked.
    private static string Canonical(string environment) =>
        Array.Find(Environments, allowed => allowed.Equals(environment, StringComparison.OrdinalIgnoreCase))
        ?? throw new SettingsException([$"The environment “{environment}” is not known; allowed are {string.Join(" and ", Environments)}."]);

    private static Option<string> EnvironmentOption()
    {
        var option = new Option<string>("--environment")
        {
            Description = "Development serves this machine only, open to its readers; Production is for an installation.",
            Recursive = true,
            DefaultValueFactory = _ => System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } named
                ? named
                : StartArguments.Development,
        };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Environments);
        return option;
    }
}
