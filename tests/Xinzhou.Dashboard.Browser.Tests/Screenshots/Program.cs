using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Entry;
using Xinzhou.Dashboard.Browser.Tests.Pages;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Screenshots;

/// <summary>
/// This project is a program too: <c>eng/shots</c>, and <c>eng/bench</c> with the words live, save and entry. It makes pictures of every
/// page of a fresh installation, and of a demonstration for those who sign in, with the same browser, application and list
/// of pages as the tests.
/// </summary>
public static class Program
{
    /// <summary>Looked at on a wide screen, on a phone and in the dark too.</summary>
    private static readonly string[] MainPages = ["/", "/indicators/gdp", "/counties", "/tasks"];

    /// <summary>What people see who have signed in, with the demonstration data: their page, or the first that it leads to.</summary>
    private static readonly (string Persona, string Path, string? Leads, string Title)[] Desks =
    [
        ("leader", "/", null, "demonstration-overview"),
        ("leader", "/tasks/1", null, "demonstration-task"),
        ("leader", "/tasks", null, "demonstration-tasks"),
        ("leader", "/tasks?view=list", null, "demonstration-task-list"),
        ("leader", "/tasks/gantt?dimension=industry", null, "demonstration-gantt"),
        ("leader", "/tasks/register?department=demo-a", null, "demonstration-register"),
        ("leader", "/milestones", null, "demonstration-milestones"),
        ("reporter", "/todo", null, "todo"),
        ("reporter", "/plan/check-ins", null, "check-ins"),
        ("supervisor", "/plan/check-ins", null, "check-ins-office"),
        ("supervisor", "/supervision", null, "supervision"),
        ("supervisor", "/supervision", "main .list a[href^='/supervision/']", "supervision-notice"),
        ("supervisor", "/supervision/new", null, "supervision-issue"),
        ("reporter", "/supervision", null, "supervision-unit"),
        ("reporter", "/returns", null, "returns"),
        ("reporter", "/returns", "main a.primary[href^='/returns/']", "return"),
        ("reviewer", "/review", null, "review"),
        ("reviewer", "/review", "main a[href^='/review/']", "review-return"),
        ("reporter", "/messages", null, "messages"),
        ("auditor", "/audit", null, "audit"),
        ("security", "/admin/users", null, "admin-users"),
        ("admin", "/admin/rules", null, "admin-rules"),
        ("admin", "/admin/rules/growth_within_50", null, "admin-rule"),
        ("admin", "/admin", null, "admin"),
        ("admin", "/admin/catalogue?entry=gdp", null, "admin-catalogue"),
        ("admin", "/admin/catalogue/headlines", null, "admin-headlines"),
        ("admin", "/admin/settings", null, "admin-settings"),
        ("admin", "/admin/forms", "main table a[href^='/admin/forms/']", "admin-form"),
        ("admin", "/admin/calendar", null, "admin-calendar"),
    ];

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["live"]: return await Live.LiveBench.RunAsync();
            case ["save"]: return await SaveBench.RunAsync();
            case ["entry"]: return await GridBench.RunAsync();
        }

        if (arguments is not [var folder])
        {
            await Console.Error.WriteLineAsync("Start it as eng/shots [FOLDER].");
            return 2;
        }

        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder, "*.png")) File.Delete(old);
        var chromium = new Chromium();
        await chromium.InitializeAsync();
        try
        {
            await using (var dashboard = await DashboardProcess.StartAsync())
            {
                foreach (var shot in SitePages.Reading.SelectMany(Shots)) await TakeAsync(chromium, dashboard.Address, shot, folder);
            }

            await using var demonstration = await DashboardProcess.StartAsync("--demo");
            foreach (var desk in Desks) await TakeAsync(chromium, demonstration.Address, desk, folder);
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

    private static async Task TakeAsync(Chromium chromium, string site, (string Persona, string Path, string? Leads, string Title) desk, string folder)
    {
        foreach (var (language, width, height) in new[] { ("zh", 1366, 768), ("en", 1366, 768), ("zh", 390, 844) })
        {
            var shot = new Shot(desk.Path, language, width, height, Title: desk.Title);
            await using var opened = await GridPage.OpenAsync(chromium, site, shot.Address, desk.Persona, width, height);
            if (desk.Leads is { } leads)
            {
                await opened.Page.Locator(leads).First.ClickAsync();
                await opened.UntilAliveAsync();
            }

            await SaveAsync(opened.Page, shot, folder);
        }
    }

    private static async Task TakeAsync(Chromium chromium, string site, Shot shot, string folder)
    {
        await using var opened = await ShellPage.OpenAsync(chromium, site + shot.Address, shot.Width, shot.Height, shot.Dark);
        if (opened.Status != 200) throw new InvalidOperationException($"{shot.Address} answers {opened.Status}.");
        await opened.UntilLiveAsync();
        await SaveAsync(opened.Page, shot, folder);
    }

    private static async Task SaveAsync(IPage page, Shot shot, string folder)
    {
        await UntilDrawnAsync(page);
        var file = Path.Combine(folder, shot.Name + ".png");
        await page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
        await Console.Out.WriteLineAsync(file);
    }

    /// <summary>Charts are drawn when they come into sight.</summary>
    private static async Task UntilDrawnAsync(IPage page)
    {
        foreach (var chart in await page.Locator("x-chart").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(chart.Locator(".plot").First).ToBeVisibleAsync();
        }

        await page.EvaluateAsync("() => { scrollTo(0, 0); return document.fonts.ready.then(() => new Promise(done => setTimeout(done, 300))); }");
    }
}
