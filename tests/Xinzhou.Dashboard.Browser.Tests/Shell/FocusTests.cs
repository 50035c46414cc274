using Microsoft.Playwright;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

/// <summary>Where the focus is can be seen on the dark header: the ring differs from the brick it stands on by 3 : 1 at least.</summary>
[Collection(nameof(ReadingTests))]
public sealed class FocusTests(Chromium chromium, DashboardApp app)
{
    /// <summary>What has the focus, empty outside the header, and what is wrong with its ring, empty when nothing is.</summary>
    private const string Ring = """
        () => {
          const e = document.activeElement, style = getComputedStyle(e), parts = c => (c.match(/[\d.]+/g) ?? []).map(Number);
          const light = c => c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
          const ring = parts(style.outlineColor);
          // Inside its edge the ring stands on its own ground, outside on that of what is around it.
          let under = parseFloat(style.outlineOffset) < 0 ? e : e.parentElement, ground;
          do { ground = parts(getComputedStyle(under).backgroundColor); under = under.parentElement; } while (under && ground.length === 4 && ground[3] < .5);
          const [a, b] = [light(ring), light(ground)].sort((x, y) => y - x);
          const what = e.tagName + " " + (e.getAttribute("aria-label") ?? e.getAttribute("placeholder") ?? e.textContent).trim().slice(0, 20);
          if (!e.closest("header.top")) return ["", ""];
          const [drawn, ratio] = [style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, (a + .05) / (b + .05)];
          return [what, drawn && ratio >= 3 ? "" : `${what}: ${drawn ? ratio.toFixed(1) : "no ring"}`];
        }
        """;

    [Theory]
    [InlineData(1366, false, null)]
    [InlineData(1366, true, null)]
    [InlineData(1366, false, "系统管理员")]
    [InlineData(390, false, null)]
    [InlineData(390, true, "系统管理员")]
    public async Task The_focus_is_seen_at_each_stop_of_the_header(int width, bool dark, string? persona)
    {
        await using var opened = await ShellPage.OpenAsync(chromium, app.Address, width, 900, dark);
        var page = opened.Page;
        if (persona is not null)
        {
            await page.GotoAsync($"{app.Address}/account/sign-in?returnUrl=%2Fabout-data");
            await page.GetByRole(AriaRole.Button, new() { Name = persona, Exact = true }).ClickAsync();
            await page.UntilAtAsync($"{app.Address}/about-data");
        }

        // All that the header holds is there: the menu of a narrow screen, and the person's.
        await page.EvaluateAsync("document.querySelectorAll('header.top details').forEach(d => d.open = true)");
        await page.EvaluateAsync("document.activeElement.blur()");
        List<string> faults = [], stops = [];
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (stop, fault) = await page.EvaluateAsync<string[]>(Ring) is [var what, var wrong] ? (what, wrong) : ("", "");
            if (stop.Length == 0 && stops.Count > 0) break;
            if (stop.Length > 0) stops.Add(stop);
            if (fault.Length > 0) faults.Add(fault);
        }

        Assert.True(stops.Count > 5, string.Join(" | ", stops));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
