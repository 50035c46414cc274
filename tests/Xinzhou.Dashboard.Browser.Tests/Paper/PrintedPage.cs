using System.Text;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Xinzhou.Dashboard.Browser.Tests.Paper;

/// <summary>A page as the browser prints it on A4.</summary>
/// <param name="Pages">The sheets.</param>
/// <param name="Text">All that is written on them, without white space: lines break where the sheet ends, not where words do.</param>
public sealed record PrintedPage(int Pages, string Text)
{
    /// <summary>The width that a sheet's margins leave, in CSS px.</summary>
    private const int SheetWidth = 703;

    /// <summary>
    /// What does not fit the sheet: that the page is wider than it, and words that are cut off at the edge of their element.
    /// What has no words, and what is there for those who hear the page, may be cut.
    /// </summary>
    private const string CutOff = """
        width => {
          const said = e => e.tagName + "." + (e.getAttribute("class") ?? "") + " " + e.textContent.trim().slice(0, 40);
          const faults = [];
          if (document.documentElement.scrollWidth > width) {
            const wide = [...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".only-read"));
            faults.push("wider than the sheet: " + wide.slice(-3).map(said).join(" | "));
          }
          for (const e of document.querySelectorAll("main *:not(svg, svg *)")) {
            const style = getComputedStyle(e);
            if (style.overflowX === "visible" || e.closest(".only-read") || !e.textContent.trim() || !e.checkVisibility() || e.clientWidth < 8) continue;
            if (e.scrollWidth > e.clientWidth + 1) faults.push("cut off: " + said(e));
          }
          return faults.slice(0, 6);
        }
        """;

    /// <summary>Words and bricks of the step drawing that lie over each other.</summary>
    private const string Overlaps = """
        () => {
          const shown = e => e.checkVisibility() && e.getBoundingClientRect().width > 0;
          const box = e => { const b = e.getBoundingClientRect(), less = e.tagName === "text" ? b.height * .2 : .5; return { l: b.left, r: b.right, t: b.top + less, b: b.bottom - less, e }; };
          const words = [...document.querySelectorAll("svg.wall text")].filter(shown).map(box);
          const bricks = [...document.querySelectorAll("svg.wall .brick")].filter(shown).map(box);
          const over = (a, b) => Math.min(a.r, b.r) - Math.max(a.l, b.l) > 1 && Math.min(a.b, b.b) - Math.max(a.t, b.t) > 1;
          const faults = [];
          if (words.length === 0) faults.push("there is no drawing");
          words.forEach((a, i) => {
            for (const b of words.slice(i + 1)) if (over(a, b)) faults.push(a.e.textContent.trim() + " over " + b.e.textContent.trim());
            for (const b of bricks) if (!a.e.classList.contains("number") && over(a, b)) faults.push(a.e.textContent.trim() + " over a brick");
          });
          return faults.slice(0, 6);
        }
        """;

    /// <summary>Radicals of simplified characters, which Unicode does not hold for the same as these, the old form of 户, and dashes of other names.</summary>
    private const string Radicals = "戶⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳―‒";

    private const string Characters = "户母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟—–";

    /// <summary>Prints a page as it stands.</summary>
    public static async Task<PrintedPage> OfAsync(IPage page)
    {
        var content = await page.PdfAsync(new() { PrintBackground = true, PreferCSSPageSize = true });
        using var document = PdfDocument.Open(content);
        if (Environment.GetEnvironmentVariable("XZD_PICTURES") is { Length: > 0 } folder)
        {
            var file = string.Concat(new Uri(page.Url).PathAndQuery.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '_'));
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{file}.pdf"), content);
        }

        return new(document.NumberOfPages, Together(string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value))));
    }

    /// <summary>
    /// Words as <see cref="Text"/> has them: without white space, and with one character for all that a font draws alike
    /// (人 and the radical ⼈, fi and its ligature).
    /// </summary>
    public static string Together(string words) => string.Concat(words.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))
        .Select(c => Radicals.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Characters[at] : c));

    /// <summary>What is cut off at the edge of the sheet or of its own element.</summary>
    public static async Task<string[]> CutOffAsync(IPage page) => await OnSheetAsync(page, () => page.EvaluateAsync<string[]>(CutOff, SheetWidth));

    /// <summary>What lies over each other in the drawing of the steps.</summary>
    public static async Task<string[]> OverlapsAsync(IPage page) => await OnSheetAsync(page, () => page.EvaluateAsync<string[]>(Overlaps));

    private static async Task<string[]> OnSheetAsync(IPage page, Func<Task<string[]>> look)
    {
        var screen = page.ViewportSize!;
        await page.SetViewportSizeAsync(SheetWidth, 1009);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var faults = await look();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        return faults;
    }
}
