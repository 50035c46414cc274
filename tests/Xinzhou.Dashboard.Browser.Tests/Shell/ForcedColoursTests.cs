using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Leadership;
using Xinzhou.Dashboard.Browser.Tests.Pages;
using Xinzhou.Dashboard.Browser.Tests.Review;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

/// <summary>With the colours that a reader forces upon all pages every word is read, and what a ground told is told by a line.</summary>
[Collection(nameof(ReadingTests))]
public sealed class ForcedColoursTests(Chromium chromium, DashboardApp app, ReviewApp work, FullDeskTests.App full) : IClassFixture<ReviewApp>, IClassFixture<FullDeskTests.App>
{
    /// <summary>
    /// Words that are not read. Behind words the system lays a plate of the page's colour, unless their element keeps its own
    /// colours: then they stand on the ground they have. Words of a drawing stand on the page.
    /// </summary>
    private const string Unread = """
        () => {
          const parts = c => (c.match(/[\d.]+/g) ?? []).map(Number);
          const light = c => c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
          const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + .05) / (y + .05); };
          const system = name => { const e = document.body.appendChild(document.createElement("i")); e.style.color = name; const c = parts(getComputedStyle(e).color); e.remove(); return c; };
          const plate = system("Canvas");
          const ground = e => { for (let at = e; at; at = at.parentElement) { const c = parts(getComputedStyle(at).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return plate; };
          const faults = [];
          for (const e of document.querySelectorAll("body *")) {
            const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            if (!own || !e.checkVisibility() || e.closest(".only-read, template, title, option")) continue;
            const style = getComputedStyle(e), drawn = e instanceof SVGElement;
            const ink = parts(drawn ? style.fill : style.color), under = drawn || style.forcedColorAdjust !== "none" ? plate : ground(e);
            if (ratio(ink, under) < 3) faults.push(`${e.tagName}.${e.getAttribute("class") ?? ""} ${e.textContent.trim().slice(0, 24)}: ${ratio(ink, under).toFixed(1)}`);
          }
          return [...new Set(faults)].slice(0, 8);
        }
        """;

    /// <summary>Marks, lights, meters, cells and choices that have neither a border nor a drawing nor a line under their words.</summary>
    private const string Bare = """
        selectors => {
          const lined = e => ["Top", "Right", "Bottom", "Left"].some(s => parseFloat(getComputedStyle(e)[`border${s}Width`]) > 0 && getComputedStyle(e)[`border${s}Style`] !== "none")
            || getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e).textDecorationLine.includes("underline");
          const stroked = e => [e, ...e.querySelectorAll("rect, path, circle, use")].some(p => { const s = getComputedStyle(p); return s.stroke !== "none" || (s.fill !== "none" && p.tagName !== "svg"); });
          return selectors.flatMap(s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility())
            .filter(e => !lined(e) && !(e instanceof SVGElement ? stroked(e) : e.querySelector("svg") && stroked(e.querySelector("svg"))))
            .slice(0, 2).map(e => `${s}: ${e.outerHTML.slice(0, 90)}`));
        }
        """;

    private static readonly string[] Told =
    [
        ".button", ".segments a[aria-current]", ".segments button[aria-pressed=true]", "span.mark", ".source i", ".light", ".sign", ".meter .bar", ".bell b", ".demonstration b",
        ".cell .value", "tr.selected", ".bricks li", ".nav a[aria-current]", "svg.spark", ".completeness svg", ".compare td.changed", ".unread", ".seal", ".seal-mark",
        ".clock li", ".exceptions .strip svg", ".exceptions .no", ".row-red .sign", ".late-mark", ".notice-late",
    ];

    [Fact]
    public async Task Reading_pages_are_read_and_told_by_lines()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, app.Address, forced: true);
        var faults = new List<string>();
        foreach (var path in SitePages.All.Append("/?asOf=2023-09-30").Append("/account/sign-in")) faults.AddRange(await FaultsAsync(opened.Page, app.Address, path));

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Pages_of_work_are_read_and_told_by_lines()
    {
        var submitted = await work.SubmittedAsync("2026-Q3");
        var open = await work.Setup.OpenAsync("2026-Q2", "d1");
        var faults = new List<string>();
        foreach (var (persona, paths) in new (string, string[])[]
        {
            ("审核人员", ["/review", $"/review/{submitted}", $"/returns/{submitted}", $"/returns/{open}", "/returns", "/messages"]),
            ("系统管理员", ["/admin", "/admin/calendar", "/admin/forms/quarterly", "/admin/rules", "/admin/catalogue/headlines"]),
        })
        {
            await using var opened = await SignInAsync(work.Address, persona);
            foreach (var path in paths) faults.AddRange(await FaultsAsync(opened.Page, work.Address, path));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Pages_of_the_plan_of_the_desks_and_of_supervision_are_read_and_told_by_lines()
    {
        var faults = new List<string>();
        foreach (var (persona, paths) in new (string, string[])[]
        {
            ("市领导", ["/desk", "/plan/targets", "/supervision/new", "/supervision/circular", "/reviews", "/conduct", "/owners", "/changes"]),
            ("督查室", ["/desk", "/plan", "/plan/check-ins", "/supervision", "/reviews", "/conduct"]),
        })
        {
            await using var opened = await SignInAsync(full.Address, persona);
            foreach (var path in paths) faults.AddRange(await FaultsAsync(opened.Page, full.Address, path));
            // One of each kind that a list leads to.
            foreach (var (list, link) in new[] { ("/supervision", "main td a[href^='/supervision/20'], main th a[href^='/supervision/20']"), ("/reviews", "main a[href^='/reviews/']") })
            {
                await opened.Page.GotoAsync(full.Address + list);
                if (await opened.Page.Locator(link).First.GetAttributeAsync("href") is { } path) faults.AddRange(await FaultsAsync(opened.Page, full.Address, path));
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task A_decision_in_hand_is_read_and_told_by_lines()
    {
        await using var opened = await SignInAsync(full.Address, "市领导");
        await opened.Page.GotoAsync($"{full.Address}/desk");
        await WorkPages.UntilAliveAsync(opened.Page);
        await opened.Page.Locator(".exceptions .acts button").First.ClickAsync();
        await Assertions.Expect(opened.Page.Locator("#decide-sentence")).ToBeFocusedAsync();

        var faults = await FaultsAsync(opened.Page, "/desk");
        Assert.True(!faults.Any(), string.Join(Environment.NewLine, faults));
    }

    private async Task<ShellPage> SignInAsync(string site, string persona)
    {
        var opened = await ShellPage.OpenAsync(chromium, $"{site}/account/sign-in?returnUrl=%2Fabout-data", forced: true);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = persona, Exact = true }).ClickAsync();
        await opened.Page.UntilAtAsync($"{site}/about-data");
        return opened;
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, string site, string path)
    {
        await page.GotoAsync(site + path);
        if (WorkPages.IsInteractive(path)) await WorkPages.UntilAliveAsync(page);
        return await FaultsAsync(page, path);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string path)
    {
        var unread = await page.EvaluateAsync<string[]>(Unread);
        var bare = await page.EvaluateAsync<string[]>(Bare, Told);
        return [.. unread.Select(f => $"{path}: not read: {f}"), .. bare.Select(f => $"{path}: no line: {f}")];
    }
}
