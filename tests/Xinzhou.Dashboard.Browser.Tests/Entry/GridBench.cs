using System.Globalization;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

/// <summary>
/// <c>eng/bench entry</c>: in a form of two hundred rows, how long it takes from a key to the frame that shows it and from
/// leaving a cell to its answer; and how long forty rows take, by each way of entering them, at the speed of a script.
/// </summary>
internal static class GridBench
{
    private const int Rows = 200;
    private const int Filled = 40;

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

    public static async Task<int> RunAsync()
    {
        var (app, chromium) = (new DashboardApp(), new Chromium());
        await app.InitializeAsync();
        await chromium.InitializeAsync();
        try
        {
            await using (var page = await OpenAsync(chromium, app, Rows))
            {
                await page.Page.EvaluateAsync(Watch);
                await page.Input("1-value").FocusAsync();
                // The saves of the cells left run at the same time.
                for (var row = 1; row <= Filled; row++)
                {
                    await page.Page.Keyboard.TypeAsync(string.Create(CultureInfo.InvariantCulture, $"{row}12.5"), new() { Delay = 15 });
                    await page.Page.Keyboard.PressAsync("Enter");
                }

                await FilledAsync(page, Rows);
                Say("letter to paint", await page.Page.EvaluateAsync<double[]>("window.letters"));
                // A move leaves a cell, sends it, and scrolls the next into sight, which a Chromium without a graphics card paints slowly.
                Say("move to paint", await page.Page.EvaluateAsync<double[]>("window.moves"));
                Say("save, round trip", await page.Page.EvaluateAsync<double[]>("window.saves"));
            }

            var values = Enumerable.Range(1, Filled).Select(n => string.Create(CultureInfo.InvariantCulture, $"{1200 + n}.5")).ToArray();
            await using (var page = await OpenAsync(chromium, app, Filled))
            {
                await page.Input("1-value").FocusAsync();
                await SayAsync("40 rows typed", async () =>
                {
                    foreach (var value in values)
                    {
                        await page.Page.Keyboard.TypeAsync(value);
                        await page.Page.Keyboard.PressAsync("Enter");
                    }

                    await FilledAsync(page, Filled);
                });
            }

            await using (var page = await OpenAsync(chromium, app, Filled))
            {
                await SayAsync("40 rows pasted", async () =>
                {
                    await page.PasteAsync("1-value", string.Join('\n', values));
                    await page.WriteGoodAsync();
                    await FilledAsync(page, Filled);
                });
            }

            await using (var page = await OpenAsync(chromium, app, Filled))
            {
                await SayAsync("40 rows by workbook", async () =>
                {
                    var filled = FilledWorkbook.Fill(
                        await WorkbookUploadTests.DownloadAsync(page), [.. Enumerable.Range(1, Filled).Select(n => ($"J{n + 1}", (object?)(1200.5m + n)))]);
                    await WorkbookUploadTests.ChooseAsync(page, filled);
                    await Expect(page.Page.Locator("[data-write=good]")).ToBeFocusedAsync();
                    await page.Page.Keyboard.PressAsync("Enter");
                    await FilledAsync(page, Filled);
                });
            }

            return 0;
        }
        finally
        {
            await chromium.DisposeAsync();
            await app.DisposeAsync();
            await PostgresServer.StopSharedAsync();
        }
    }

    private static async Task<GridPage> OpenAsync(Chromium chromium, DashboardApp app, int rows)
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, rows));
        return await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);
    }

    private static Task FilledAsync(GridPage page, int rows) =>
        Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{Filled}/{rows}"));

    private static async Task SayAsync(string what, Func<Task> enter)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await enter();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds:F0} ms"));
    }

    private static void Say(string what, double[] times)
    {
        var sorted = times.Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}, ms: p50 {At(0.5):F1}, p95 {At(0.95):F1}, greatest {sorted[^1]:F1} ({sorted.Length} measured)"));

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
