using System.Globalization;
using Microsoft.Playwright;

namespace Xinzhou.Dashboard.Browser.Tests.Reporting;

/// <summary>What a way of entering costs its user: the keys and clicks that the page received.</summary>
/// <remarks>
/// The time of a person is estimated by the keystroke-level model (Card, Moran and Newell, 1980): 0.28 s a key of an average
/// typist, 1.1 s to point and 0.2 s to click, 0.4 s to move the hand between keyboard and mouse, 1.35 s to look at and
/// decide about one thing.
/// </remarks>
public sealed class Effort
{
    private const string Count =
        """
        () => {
          window.effort = { keys: 0, clicks: 0 };
          document.addEventListener("keydown", () => effort.keys++, true);
          document.addEventListener("click", event => { if (event.detail > 0) effort.clicks++; }, true);
        }
        """;

    private Effort()
    {
    }

    /// <summary>Keys that were pressed; one with a modifier counts as two.</summary>
    public int Keys { get; private set; }

    /// <summary>Clicks of the mouse.</summary>
    public int Clicks { get; private set; }

    /// <summary>Begins to count on a page that stays open.</summary>
    public static async Task<Effort> BeginAsync(IPage page)
    {
        await page.EvaluateAsync(Count);
        return new();
    }

    /// <summary>Takes what was counted.</summary>
    public async Task EndAsync(IPage page)
    {
        Keys = await page.EvaluateAsync<int>("effort.keys");
        Clicks = await page.EvaluateAsync<int>("effort.clicks");
    }

    /// <summary>A line of the table in the README, but for the time of the machine, which <c>eng/bench entry</c> measures.</summary>
    /// <param name="way">How it was entered.</param>
    /// <param name="decisions">How many things the user looks at and decides about.</param>
    public string Describe(string way, int decisions)
    {
        var person = 0.28 * Keys + (1.1 + 0.2 + 0.8) * Clicks + 1.35 * decisions;
        return string.Create(
            CultureInfo.InvariantCulture, $"| {way} | {Keys} | {Clicks} | {TimeSpan.FromSeconds(person):m\\:ss} min |");
    }
}
