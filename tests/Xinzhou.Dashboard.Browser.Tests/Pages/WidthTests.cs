using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Review;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>
/// No page scrolls sideways: on the narrowest phone, on a usual one, on a desk, and on a desk at 200 %, which is a window of
/// half the width. A wide table scrolls in a region of its own, which the keyboard reaches and which has a name.
/// </summary>
[Collection(nameof(ReadingTests))]
public sealed class WidthTests(Chromium chromium, DashboardApp app, ReviewApp work) : IClassFixture<ReviewApp>
{
    private static readonly int[] Widths = [320, 390, 683, 1366];

    /// <summary>Empty when nothing is wrong, else what sticks out and what scrolls but is not reached.</summary>
    private const string Faults = """
        () => {
          const said = e => e.tagName + "." + (e.getAttribute("class") ?? "") + " " + e.textContent.trim().slice(0, 30);
          const faults = [], [width, all] = [document.documentElement.clientWidth, document.documentElement.scrollWidth];
          if (all > width) {
            const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1);
            faults.push(`${all} px wide: ` + out.slice(-3).map(said).join(" | "));
          }
          for (const e of document.querySelectorAll("main *")) {
            const scrolls = e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
            if (!scrolls || !e.checkVisibility() || e.matches("textarea, .segments, [popover] *")) continue;
            if (e.tabIndex < 0 && !e.querySelector("a, button, input, select")) faults.push("scrolls, but no key reaches it: " + said(e));
            if (e.tabIndex >= 0 && !e.hasAttribute("aria-label") && !e.hasAttribute("aria-labelledby")) faults.push("scrolls without a name: " + said(e));
          }
          return faults;
        }
        """;

    /// <summary>Pages that take a person, by the pattern that their Razor file declares, with an address; {return} is that of a return.</summary>
    private static readonly Dictionary<string, (string Persona, string Path)> Work = new()
    {
        ["/account"] = ("审核人员", "/account"),
        ["/returns"] = ("审核人员", "/returns"),
        ["/returns/{Id:int}"] = ("审核人员", "/returns/{return}"),
        ["/review"] = ("审核人员", "/review?show=all"),
        ["/review/{Id:int}"] = ("审核人员", "/review/{return}?cells=all"),
        ["/review/release"] = ("审核人员", "/review/release?r={return}.1"),
        ["/messages"] = ("审核人员", "/messages"),
        ["/audit"] = ("审计员", "/audit"),
        ["/admin/users"] = ("安全管理员", "/admin/users"),
        ["/admin"] = ("系统管理员", "/admin"),
        ["/admin/assessment"] = ("系统管理员", "/admin/assessment"),
        ["/admin/calendar"] = ("系统管理员", "/admin/calendar"),
        ["/admin/calendar/{FormCode}/{QuarterCode}"] = ("系统管理员", "/admin/calendar/quarterly/2026-Q3"),
        ["/admin/catalogue"] = ("系统管理员", "/admin/catalogue"),
        ["/admin/catalogue/departments"] = ("系统管理员", "/admin/catalogue/departments"),
        ["/admin/catalogue/headlines"] = ("系统管理员", "/admin/catalogue/headlines"),
        ["/admin/catalogue/units"] = ("系统管理员", "/admin/catalogue/units"),
        ["/admin/forms"] = ("系统管理员", "/admin/forms"),
        ["/admin/forms/new"] = ("系统管理员", "/admin/forms/new"),
        ["/admin/forms/{Code}"] = ("系统管理员", "/admin/forms/quarterly"),
        ["/admin/lights"] = ("系统管理员", "/admin/lights"),
        ["/admin/rules"] = ("系统管理员", "/admin/rules"),
        ["/admin/rules/new"] = ("系统管理员", "/admin/rules/new?type=gap"),
        ["/admin/rules/{Code}"] = ("系统管理员", "/admin/rules/growth_within_50"),
        ["/plan/chains"] = ("督查室", "/plan/chains"),
        ["/plan/check-ins"] = ("督查室", "/plan/check-ins"),
        ["/supervision"] = ("督查室", "/supervision"),
        ["/supervision/circular"] = ("督查室", "/supervision/circular"),
        ["/supervision/new"] = ("督查室", "/supervision/new"),
        ["/supervision/sheet"] = ("督查室", "/supervision/sheet"),
        ["/supervision/{Number}"] = ("督查室", "/supervision"),
        ["/reviews"] = ("督查室", "/reviews"),
        ["/todo"] = ("督查室", "/todo"),
        ["/desk"] = ("市领导", "/desk"),
        ["/conduct"] = ("市领导", "/conduct"),
        ["/owners"] = ("督查室", "/owners"),
        ["/plan/import"] = ("督查室", "/plan/import"),
        ["/plan/tasks"] = ("督查室", "/plan/tasks"),
        ["/plan/tasks/{Number:int}"] = ("督查室", "/plan/tasks/1"),
        ["/plan/targets"] = ("市领导", "/plan/targets"),
        ["/admin/settings"] = ("系统管理员", "/admin/settings"),
    };

    /// <summary>Forms that a link or a step of signing in leads to, one column of fields each; AccountPagesTests looks at them.</summary>
    private static readonly string[] Forms =
    [
        "/account/confirm", "/account/invitation", "/account/recovery", "/account/second-factor", "/account/sign-in", "/privacy", "/setup",
        // A person, and a date of the calendar that is entered anew: the pages of the lists they stand beside.
        "/admin/users/{Id:guid}", "/admin/calendar/new",
        // A target that somebody owes, and its pledge: PledgeTests make one and look at them.
        "/plan/targets/{Key}", "/plan/targets/{Key}/pledge",
        // The sheet of a unit that owes something: ConductTests make one and look at it.
        "/conduct/unit",
        // A review that was prepared, and its minutes: MilestoneReviewTests make one and look at them.
        "/reviews/{Id:long}", "/reviews/{Id:long}/minutes",
    ];

    [Fact]
    public void Every_page_is_looked_at() =>
        Assert.Equal(SitePages.Declared.Order(), SitePages.WithExamples.Concat(Work.Keys).Concat(Forms).Order());

    [Fact]
    public async Task No_reading_page_scrolls_sideways()
    {
        var faults = await Task.WhenAll(FaultsAsync(""), FaultsAsync("en"));

        Assert.True(faults.All(f => f.Count == 0), string.Join(Environment.NewLine, faults.SelectMany(f => f)));

        async Task<List<string>> FaultsAsync(string language)
        {
            await using var opened = await ShellPage.OpenAsync(chromium, app.Address);
            return await LookAsync(opened.Page, SitePages.All.Append("/account/sign-in").Append("/account/recovery").Select(p => SitePages.In(language, p)), app.Address);
        }
    }

    [Fact]
    public async Task No_page_of_work_scrolls_sideways()
    {
        var id = await work.SubmittedAsync("2026-Q3");
        var faults = new List<string>();
        foreach (var pages in Work.Values.GroupBy(w => w.Persona, w => w.Path.Replace("{return}", $"{id}", StringComparison.Ordinal)))
        {
            await using var opened = await ShellPage.OpenAsync(chromium, $"{work.Address}/account/sign-in?returnUrl=%2Fabout-data");
            await opened.Page.GetByRole(AriaRole.Button, new() { Name = pages.Key, Exact = true }).ClickAsync();
            await opened.Page.UntilAtAsync($"{work.Address}/about-data");
            faults.AddRange(await LookAsync(opened.Page, pages.SelectMany(p => new[] { p, SitePages.In("en", p) }), work.Address));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task<List<string>> LookAsync(IPage page, IEnumerable<string> paths, string site)
    {
        var faults = new List<string>();
        foreach (var path in paths)
        {
            await page.SetViewportSizeAsync(Widths[^1], 768);
            var answer = await page.GotoAsync(site + path);
            if (answer!.Status >= 400 && !path.StartsWith("/error", StringComparison.Ordinal) && !path.StartsWith("/not-found", StringComparison.Ordinal))
            {
                faults.Add($"{path}: status {answer.Status}");
            }

            if (WorkPages.IsInteractive(path)) await WorkPages.UntilAliveAsync(page);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 768);
                faults.AddRange((await page.EvaluateAsync<string[]>(Faults)).Select(f => $"{path} {width}: {f}"));
            }
        }

        return faults;
    }
}
