using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>What may be wrong with any page as it stands, whatever it shows.</summary>
public static class PageCheck
{
    /// <summary>A desk, a wide screen, a phone.</summary>
    public static readonly (int Width, int Height)[] Sizes = [(1366, 768), (1920, 1080), (390, 844)];

    /// <summary>Empty when the page is not wider than the window, else what sticks out.</summary>
    private const string Overflow = """
        width => {
          if (document.documentElement.scrollWidth <= width) return "";
          const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll, .only-read"));
          return document.documentElement.scrollWidth + ": " + out.slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(" | ");
        }
        """;

    /// <summary>
    /// What axe finds. Its script is sent to a page once, not for each size. Only what is broken is described, and where by its HTML:
    /// telling all that is right, with a selector each, takes most of the time. Without contrasts, which are half of the rest, a window
    /// that shows the very elements that were judged last is not judged again.
    /// </summary>
    private const string Violations = """
        async contrasts => {
          const elements = [...document.querySelectorAll("body *")];
          const shown = document.documentElement.outerHTML + elements.map(e => +e.checkVisibility()).join("");
          if (!contrasts && window.axeJudged === shown) return [];
          window.axeJudged = shown;
          const { violations } = await axe.run({ rules: { "color-contrast": { enabled: contrasts } }, resultTypes: ["violations"], selectors: false, iframes: false });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 300)).join(" | ")}`);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// What is wrong in a window of a size: wider than it, or against a rule of accessibility (axe). Leaves a picture in the
    /// folder <c>XZD_PICTURES</c>, if it is set, for whoever wants to look.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What the faults and the picture are called by.</param>
    /// <param name="width">The width of the window, in px.</param>
    /// <param name="height">Its height, in px.</param>
    /// <param name="contrasts">Whether contrasts are looked at, too; on the wide screen, which has the colours of the desk, never.</param>
    public static async Task<List<string>> FaultsAsync(IPage page, string name, int width, int height, bool contrasts = true)
    {
        var (what, faults) = ($"{name} {width}", new List<string>());
        await page.SetViewportSizeAsync(width, height);
        if (await page.EvaluateAsync<string>(Overflow, width) is { Length: > 0 } overflow) faults.Add($"{what}: wider than the window: {overflow}");
        if (page.Frames.Count > 1) faults.Add($"{what}: has a frame, which is not looked into");
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        faults.AddRange((await page.EvaluateAsync<string[]>(Violations, contrasts && width != Sizes[1].Width)).Select(violation => $"{what}: {violation}"));
        if (Environment.GetEnvironmentVariable("XZD_PICTURES") is { Length: > 0 } folder)
        {
            var file = string.Concat(what.Trim('/').Select(c => char.IsLetterOrDigit(c) || c == '-' ? c : '_'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file + ".png"), FullPage = true });
        }

        return faults;
    }
}
