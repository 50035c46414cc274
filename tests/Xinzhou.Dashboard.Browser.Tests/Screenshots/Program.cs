using System.Globalization;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Entry;
using Xinzhou.Dashboard.Browser.Tests.Pages;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Screenshots;

/// <summary>
/// This project is a program too: <c>eng/shots</c>, and <c>eng/bench</c> with the words live, save, entry, w7 and w10. It makes pictures of every
/// page of a fresh installation, and of a demonstration for those who sign in, with the same browser, application and list
/// of pages as the tests.
/// </summary>
public static class Program
{
    // Three screens show what a page is; the whole of a long table would be a megabyte.
    private const int MaxHeight = 2400;

    /// <summary>Looked at on a wide screen, on a phone and in the dark too.</summary>
    private static readonly string[] MainPages = ["/", "/indicators/gdp", "/counties", "/tasks"];

    /// <summary>What people see who have signed in, with the demonstration data: their page, or what it leads to step by step.</summary>
    private static readonly (string Persona, string Path, string[] Leads, string Title)[] Desks =
    [
        ("leader", "/", [], "demonstration-overview"),
        ("leader", "/tasks/1", [], "demonstration-task"),
        ("leader", "/tasks", [], "demonstration-tasks"),
        ("leader", "/tasks?view=list", [], "demonstration-task-list"),
        ("leader", "/tasks/gantt?dimension=industry", [], "demonstration-gantt"),
        ("leader", "/tasks/register?department=demo-a", [], "demonstration-register"),
        ("leader", "/milestones", [], "demonstration-milestones"),
        ("leader", "/desk", [], "desk"),
        ("leader", "/changes?from=2026-06-30", [], "demonstration-changes"),
        ("supervisor", "/desk", [], "desk-office"),
        ("reporter", "/todo", [], "todo"),
        ("reporter", "/plan/check-ins", [], "check-ins"),
        ("supervisor", "/plan/check-ins", [], "check-ins-office"),
        ("supervisor", "/plan/tasks/1", [], "plan-task"),
        ("supervisor", "/supervision", [], "supervision"),
        ("supervisor", "/supervision", ["main .list a[href^='/supervision/']"], "supervision-notice"),
        ("supervisor", "/supervision/new", [], "supervision-issue"),
        ("reporter", "/supervision", [], "supervision-unit"),
        ("supervisor", "/reviews", [], "reviews"),
        ("leader", "/reviews", ["#list tbody tr:nth-child(2) a"], "review-record"),
        ("leader", "/reviews", ["#list tbody tr:nth-child(2) a", "a[href*='/minutes']"], "review-minutes"),
        ("leader", "/indicators/gdp", [], "demonstration-indicator"),
        ("leader", "/dimensions/industry", [], "demonstration-dimension"),
        ("leader", "/conduct", [], "conduct"),
        ("leader", "/conduct/unit?unit=demo-a", [], "conduct-unit"),
        ("supervisor", "/supervision/circular", [], "supervision-circular"),
        ("supervisor", "/supervision/sheet?unit=demo-a", [], "supervision-sheet"),
        ("supervisor", "/owners", [], "owners"),
        ("supervisor", "/plan/chains", [], "plan-chains"),
        ("admin", "/admin/assessment", [], "admin-assessment"),
        ("leader", "/indicators/gdp/what-if", [], "what-if"),
        ("leader", "/plan/targets", [], "plan-targets"),
        ("leader", "/plan/targets", ["main th a[href*='/plan/targets/']"], "plan-target"),
        ("leader", "/plan/targets", ["main th a[href*='/plan/targets/']", "main a[href*='/pledge']"], "plan-pledge"),
        ("supervisor", "/plan/tasks", [], "plan-tasks"),
        ("supervisor", "/plan/import", [], "plan-import"),
        ("admin", "/admin/lights", [], "admin-lights"),
        ("reporter", "/returns", [], "returns"),
        ("reporter", "/returns", ["main a.primary[href^='/returns/']"], "return"),
        ("reviewer", "/review", [], "review"),
        ("reviewer", "/review", ["main a[href^='/review/']"], "review-return"),
        ("reviewer", "/review", ["main a[href^='/review/']", "button[value=ask]"], "review-confirm"),
        ("reporter", "/messages", [], "messages"),
        ("auditor", "/audit", [], "audit"),
        ("security", "/admin/users", [], "admin-users"),
        ("admin", "/admin/rules", [], "admin-rules"),
        ("admin", "/admin/rules/growth_within_50", [], "admin-rule"),
        ("admin", "/admin", [], "admin"),
        ("admin", "/admin/catalogue?entry=gdp", [], "admin-catalogue"),
        ("admin", "/admin/catalogue/headlines", [], "admin-headlines"),
        ("admin", "/admin/settings", [], "admin-settings"),
        ("admin", "/admin/forms", ["main table a[href^='/admin/forms/']"], "admin-form"),
        ("admin", "/admin/calendar", [], "admin-calendar"),
    ];

    /// <summary>Of those, what was there before the plan: it has no picture on a wide screen and on paper.</summary>
    private static readonly string[] Reporting =
    [
        "returns", "return", "review", "review-return", "review-confirm", "messages", "audit", "admin", "admin-users", "admin-rules", "admin-rule",
        "admin-catalogue", "admin-headlines", "admin-settings", "admin-form", "admin-calendar",
    ];

    /// <summary>And what is most looked at, which has one in the dark, too, and on a phone in English.</summary>
    private static readonly string[] MainDesks =
    [
        "demonstration-overview", "demonstration-task", "demonstration-indicator", "desk", "desk-office", "plan-target", "supervision-notice", "review-record",
    ];

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["live"]: return await Live.LiveBench.RunAsync();
            case ["live", var viewers]: return await Live.LiveBench.RunAsync(int.Parse(viewers, CultureInfo.InvariantCulture));
            case ["weight", var address, var visits]: return await Pages.WeightBench.RunAsync(address, int.Parse(visits, CultureInfo.InvariantCulture));
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

    private static async Task TakeAsync(Chromium chromium, string site, (string Persona, string Path, string[] Leads, string Title) desk, string folder)
    {
        Shot[] shots =
        [
            Of("zh"), Of("en"), Of("zh", 390, 844),
            .. Reporting.Contains(desk.Title) ? Array.Empty<Shot>() : [Of("zh", 1920, 1080), Of("zh", Shot.PaperWidth, 1123) with { Paper = true }],
            .. MainDesks.Contains(desk.Title) ? [Of("en", 390, 844), Of("zh") with { Dark = true }] : Array.Empty<Shot>(),
        ];
        foreach (var shot in shots)
        {
            await using var opened = await GridPage.OpenAsync(chromium, site, shot.Address, desk.Persona, shot.Width, shot.Height);
            foreach (var leads in desk.Leads)
            {
                await FollowAsync(opened.Page, opened.Page.Locator(leads).First);
                await opened.UntilAliveAsync();
            }

            await opened.Page.EmulateMediaAsync(new()
            {
                Media = shot.Paper ? Media.Print : Media.Screen,
                ColorScheme = shot.Dark ? ColorScheme.Dark : ColorScheme.Light,
            });
            await SaveAsync(opened.Page, shot, folder);
        }

        Shot Of(string language, int width = 1366, int height = 768) => new(desk.Path, language, width, height, Title: desk.Title);
    }

    /// <summary>
    /// To where a link leads, as a page of its own: where only the content is exchanged, nothing says that it has been. What
    /// is no link is pressed.
    /// </summary>
    private static async Task FollowAsync(IPage page, ILocator leads)
    {
        if (await leads.GetAttributeAsync("href") is { } address)
        {
            await page.GotoAsync(new Uri(new Uri(page.Url), address).ToString());
            return;
        }

        await leads.ClickAsync();
        await page.WaitForLoadStateAsync();
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
        var isTall = await page.EvaluateAsync<int>("document.documentElement.scrollHeight") > MaxHeight;
        if (isTall) await page.SetViewportSizeAsync(shot.Width, MaxHeight);
        await page.ScreenshotAsync(new() { Path = file, FullPage = !isTall, Animations = ScreenshotAnimations.Disabled });
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
