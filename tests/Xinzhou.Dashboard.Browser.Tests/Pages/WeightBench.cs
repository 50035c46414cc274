using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>
/// For <c>eng/bench w10</c>: visits a page of an application that runs, each time as one who has never been there, and prints what
/// it asked for, its first contentful paint and its longest task, a line of JSON a visit.
/// </summary>
internal static class WeightBench
{
    private const string Told =
        """
        () => new Promise(resolve => {
          let longest = 0;
          const observer = new PerformanceObserver(list => { for (const task of list.getEntries()) longest = Math.max(longest, task.duration); });
          observer.observe({ type: "longtask", buffered: true });
          setTimeout(() => resolve(JSON.stringify({
            files: performance.getEntriesByType("resource").map(r => r.name).filter(n => n.startsWith("http") && !n.includes("/_blazor")),
            firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
            longestTask: longest,
          })), 100);
        })
        """;

    public static async Task<int> RunAsync(string address, int visits)
    {
        var chromium = new Chromium();
        await chromium.InitializeAsync();
        try
        {
            for (var i = 0; i < visits; i++)
            {
                await using var opened = await ShellPage.OpenAsync(chromium, address);
                await opened.UntilLiveAsync();
                if (await opened.Page.Locator("x-chart").CountAsync() > 0) await opened.UntilChartsLiveAsync();
                Console.WriteLine(await opened.Page.EvaluateAsync<string>(Told));
            }

            return 0;
        }
        finally
        {
            await chromium.DisposeAsync();
        }
    }
}
