using System.Globalization;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Testing.Reporting;
using Xunit.Abstractions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

[Collection(nameof(BrowserTests))]
public sealed class GridSpeedTests(Chromium chromium, DashboardApp app, ITestOutputHelper output)
{
    /// <summary>Notes, for every key, the time until the frame that shows it has been handed to the screen; for every save, its round trip.</summary>
    private const string Watch =
        """
        () => {
          window.letters = []; window.moves = []; window.saves = [];
          document.addEventListener("keydown", event => {
            const begun = event.timeStamp;
            const times = event.key === "Enter" ? window.moves : window.letters;
            requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => times.push(performance.now() - begun); channel.port2.postMessage(0); });
          }, true);
          const fetched = window.fetch;
          window.fetch = async (...call) => {
            const begun = performance.now();
            const answer = await fetched(...call);
            const saves = String(call[0]).endsWith("/cells");
            const text = answer.text.bind(answer);
            answer.text = async () => { const body = await text(); if (saves) window.saves.push(performance.now() - begun); return body; };
            return answer;
          };
        }
        """;

    [Fact]
    public async Task In_a_form_of_two_hundred_rows_a_key_is_painted_in_less_than_fifty_milliseconds()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, 200));
        await using var page = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);
        await page.Page.EvaluateAsync(Watch);
        await page.Input("1-value").FocusAsync();

        // The saves of the cells left run at the same time.
        for (var row = 1; row <= 40; row++)
        {
            await page.Page.Keyboard.TypeAsync(string.Create(CultureInfo.InvariantCulture, $"{row}12.5"), new() { Delay = 15 });
            await page.Page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync("40/200");
        var letters = await page.Page.EvaluateAsync<double[]>("window.letters");
        // A move leaves a cell, sends it, and scrolls the next into sight, which a Chromium without a graphics card paints slowly.
        var moves = await page.Page.EvaluateAsync<double[]>("window.moves");
        var saves = await page.Page.EvaluateAsync<double[]>("window.saves");
        output.WriteLine($"letter to paint: {Describe(letters)}");
        output.WriteLine($"move to paint: {Describe(moves)}");
        output.WriteLine($"save round trip: {Describe(saves)}");
        Assert.InRange(letters.Length, 160, 400);
        Assert.True(At(letters, 0.95) < 50, Describe(letters));
        Assert.True(At(moves, 0.95) < 150, Describe(moves));
    }

    private static string Describe(double[] times) => string.Create(
        CultureInfo.InvariantCulture, $"{times.Length} times, median {At(times, 0.5):0.0} ms, p95 {At(times, 0.95):0.0} ms, worst {times.Max():0.0} ms");

    private static double At(double[] times, double share) => times.Order().ElementAt((int)Math.Floor(share * (times.Length - 1)));
}
