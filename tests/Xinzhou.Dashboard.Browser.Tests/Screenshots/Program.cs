using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Pages;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Screenshots;

/// <summary>
/// This project is a program too: <c>eng/shots</c>, and <c>eng/bench live</c> with the word live. It makes pictures of every page of a fresh installation, with the
/// same browser, application and list of pages as the tests.
/// </summary>
public static class Program
{
    /// <summary>Looked at on a wide screen, on a phone and in the dark too.</summary>
    private static readonly string[] MainPages = ["/", "/indicators/gdp", "/counties", "/tasks"];

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["live"])
        {
            return await Live.LiveBench.RunAsync();
        }

        if (arguments is not [var folder])
        {
            await Console.Error.WriteLineAsync("Start it as eng/shots [FOLDER].");
            return 2;
        }

        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder, "*.png")) File.Delete(old);
        await using var dashboard = await DashboardProcess.StartAsync();
        var chromium = new Chromium();
        await chromium.InitializeAsync();
        try
        {
            foreach (var shot in SitePages.Reading.SelectMany(Shots)) await TakeAsync(chromium, dashboard.Address, shot, folder);
        }
        finally
        {
            await chromium.DisposeAsync();
        }

        return 0;
    }

    private static IEnumerable<Shot> Shots(string path)
    {
        yield return new Shot(path, "zh", 1366, 768);
        yield return new Shot(path, "en", 1366, 768);
        if (!MainPages.Contains(path)) yield break;
        yield return new Shot(path, "zh", 1920, 1080);
        yield return new Shot(path, "zh", 390, 844);
        yield return new Shot(path, "en", 390, 844);
        yield return new Shot(path, "zh", 1366, 768, Dark: true);
    }

    private static async Task TakeAsync(Chromium chromium, string site, Shot shot, string folder)
    {
        await using var opened = await ShellPage.OpenAsync(chromium, site + shot.Address, shot.Width, shot.Height, shot.Dark);
        if (opened.Status != 200) throw new InvalidOperationException($"{shot.Address} answers {opened.Status}.");
        await opened.UntilLiveAsync();
        await UntilDrawnAsync(opened.Page);
        var file = Path.Combine(folder, shot.Name + ".png");
        await opened.Page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
        await Console.Out.WriteLineAsync(file);
    }

    /// <summary>Charts are drawn when they come into sight.</summary>
    private static async Task UntilDrawnAsync(IPage page)
    {
        foreach (var chart in await page.Locator("x-chart").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(chart.Locator("canvas").First).ToBeAttachedAsync();
        }

        await page.EvaluateAsync("() => { scrollTo(0, 0); return document.fonts.ready.then(() => new Promise(done => setTimeout(done, 300))); }");
    }
}
