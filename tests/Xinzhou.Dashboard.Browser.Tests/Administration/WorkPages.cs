using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>How a test comes to a work page and knows that it is alive.</summary>
internal static class WorkPages
{
    /// <summary>Signs in as a persona and opens a work page; back when its circuit answers.</summary>
    public static async Task<ShellPage> SignInAsync(Chromium chromium, string site, string path, string persona, int width = 1366, int height = 768)
    {
        // In Chinese, where the personas have their names.
        var opened = await ShellPage.OpenAsync(chromium, $"{site}/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", width, height);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = persona, Exact = true }).ClickAsync();
        await opened.Page.UntilAtAsync(site + path);
        await UntilAliveAsync(opened.Page);
        return opened;
    }

    /// <summary>Signs in as a persona that has no button of its own, by the name it signs in with, and opens a page.</summary>
    public static async Task<ShellPage> SignInByNameAsync(Chromium chromium, string site, string path, string userName)
    {
        var opened = await ShellPage.OpenAsync(chromium, $"{site}/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await opened.Page.Locator("form.personas button").First.EvaluateAsync("(button, name) => { button.value = name; button.click(); }", userName);
        await opened.Page.UntilAtAsync(site + path);
        return opened;
    }

    /// <summary>True for a page that a circuit draws; the home page of administration, the settings, a pledge, the sheet of a unit and the circular are static.</summary>
    public static bool IsInteractive(string path) =>
        (path.StartsWith("/plan/", StringComparison.Ordinal) && !path.Contains("/pledge", StringComparison.Ordinal))
        || (path.StartsWith("/supervision", StringComparison.Ordinal) && !path.StartsWith("/supervision/circular", StringComparison.Ordinal)
            && !path.StartsWith("/supervision/sheet", StringComparison.Ordinal))
        || (path.StartsWith("/admin/", StringComparison.Ordinal) && !path.StartsWith("/admin/settings", StringComparison.Ordinal));

    /// <summary>Waits until the page answers: what is interactive has been drawn by its circuit, what it shows has been read, and its lists take keys.</summary>
    public static async Task UntilAliveAsync(IPage page)
    {
        await page.Locator("[data-alive]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator(".rows:not([data-ready])")).ToHaveCountAsync(0);
    }

    /// <summary>Drags a row of a list that is put in order by its handle to another place.</summary>
    public static async Task DragRowAsync(IPage page, int from, int to)
    {
        var start = (await page.Locator($"tr[data-place='{from}'] .handle").BoundingBoxAsync())!;
        var end = (await page.Locator($"tr[data-place='{to}']").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(start.X + 10, start.Y + (start.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(start.X + 10, start.Y + 20);
        await page.Mouse.MoveAsync(end.X + 30, from < to ? end.Y + end.Height - 4 : end.Y + 4, new() { Steps = 5 });
        await Assertions.Expect(page.Locator(".drop-line")).ToBeVisibleAsync();
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator(".drop-line")).ToHaveCountAsync(0);
    }

    /// <summary>Goes to a control by the Tab key alone.</summary>
    public static async Task TabToAsync(IPage page, ILocator control)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await control.First.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{control} is not reached by the Tab key.");
    }

    /// <summary>
    /// The list that a field has opened shows what was typed into it and nothing else: the whole list comes first, with the focus, and
    /// moves under the pointer when it is narrowed.
    /// </summary>
    public static async Task UntilFoundAsync(IPage page, string typed)
    {
        var items = page.Locator(".mud-popover-open .mud-list-item");
        await Assertions.Expect(items.Filter(new() { HasText = typed }).First).ToBeVisibleAsync();
        await Assertions.Expect(items.Filter(new() { HasNotText = typed })).ToHaveCountAsync(0);
    }

    /// <summary>
    /// Chooses an item of the list that a field has opened; back when the list is closed and the field has taken the focus again.
    /// What is typed elsewhere before that goes where the focus goes.
    /// </summary>
    public static async Task ChooseAsync(IPage page, string field, string item)
    {
        await page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = item }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(field)).ToBeFocusedAsync();
    }

    /// <summary>Opens the select that has the focus and goes to an item by the arrow keys, each after the one before was answered.</summary>
    public static async Task ChooseByKeyboardAsync(IPage page, string item)
    {
        const string Highlighted =
            "() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant') ?? '')?.innerText.trim() ?? ''";
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync($"() => ({Highlighted})() !== ''");
        for (var i = 0; i < 20; i++)
        {
            var now = await page.EvaluateAsync<string>(Highlighted);
            if (now == item)
            {
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
            await page.WaitForFunctionAsync($"now => ({Highlighted})() !== now", now);
        }

        Assert.Fail($"{item} is not reached by the arrow keys.");
    }

    /// <summary>Waits until the open dialog has taken the focus: from then on it answers keys.</summary>
    public static Task UntilInDialogAsync(IPage page) =>
        page.WaitForFunctionAsync("() => document.querySelector('.mud-dialog')?.contains(document.activeElement)");

    /// <summary>The consoles are empty.</summary>
    public static void Quiet(params ShellPage[] pages) =>
        Assert.True(pages.All(p => p.Complaints.Count == 0), string.Join(Environment.NewLine, pages.SelectMany(p => p.Complaints)));
}
