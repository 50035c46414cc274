using System.Collections;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>The installed Chromium, started once for a run: <c>XZD_CHROMIUM</c>, else what is on the PATH. Never downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The first draws the same pages without a desktop around them, for an eighth less.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // A machine that does other things meanwhile is slow, not wrong.
        Assertions.SetDefaultExpectTimeout((float)Wait.Limit.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
            // By another locale a Chinese name of a download becomes "download".
            Env = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string)v.Value!)
                .Prepend(new("LC_ALL", "C.UTF-8")).DistinctBy(v => v.Key),
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string Executable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .Prepend(Environment.GetEnvironmentVariable("XZD_CHROMIUM"))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is missing: run eng/setup tests.");
}
