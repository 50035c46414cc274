using System.Net;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>The addresses that the server is told to listen on.</summary>
public static class ListenAddresses
{
    /// <summary>Where it listens when nothing is said.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The addresses of a setting, separated by semicolons.</summary>
    /// <exception cref="SettingsException">One is not an address, or Development would be open to other machines.</exception>
    public static IReadOnlyList<string> Read(string? urls, IConfiguration configuration, bool isDevelopment)
    {
        var addresses = (string.IsNullOrWhiteSpace(urls) ? Default : urls)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();

        var faults = new List<string>();
        foreach (var address in addresses.Concat(endpoints))
        {
            if (HostOf(address) is not { } host)
                faults.Add($"The address “{address}” of --urls is not one; allowed are such as {Default}, separated by semicolons.");
            else if (isDevelopment && !IsLoopback(host))
                faults.Add($"The environment Development listens on this machine only, and “{address}” is open to others: use 127.0.0.1 or localhost, or --environment Production.");
        }

        return faults.Count == 0 ? [.. addresses.Select(WithFreePort)] : throw new SettingsException(faults);
    }

    // The server takes a free port of one address only, and localhost is two.
    private static string WithFreePort(string address) =>
        BindingAddress.Parse(address) is { Port: 0 } free && free.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? $"{free.Scheme}://127.0.0.1:0"
            : address;

    // A wildcard host (+, *) is no URI, but Kestrel takes it.
    private static string? HostOf(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.Scheme is "http" or "https" && parsed.Host.Length > 0 && !parsed.IsUnixPipe ? parsed.Host : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
