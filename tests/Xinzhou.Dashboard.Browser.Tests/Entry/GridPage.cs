using Microsoft.Playwright;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

/// <summary>A window in which a persona has signed in; it remembers what the browser complained about.</summary>
public sealed class GridPage : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    private GridPage(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _complaints.Add(message.Text); };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<GridPage> OpenAsync(
        Chromium chromium, string site, string path, string persona, int width = 1366, int height = 768, bool dark = false)
    {
        using var client = await PersonaClient.SignInAsync(site, persona);
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout((float)Wait.Limit.TotalMilliseconds);
        await context.AddCookiesAsync(client.Cookies.Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = site }));
        var opened = new GridPage(context, await context.NewPageAsync());
        await opened.Page.GotoAsync(site + path);
        await opened.UntilAliveAsync();
        return opened;
    }

    /// <summary>Waits for the script of the grid, if the page has one.</summary>
    public Task UntilAliveAsync() => Page.WaitForFunctionAsync("() => !document.querySelector('x-entry:not(:defined)')");

    public ILocator Cell(string cell) => Page.Locator($"td[data-cell='{cell}']");

    public ILocator Input(string cell) => Cell(cell).Locator("input.value");

    /// <summary>The state of a row, in words.</summary>
    public ILocator State(int row) => Page.Locator($"#state-{row}");

    /// <summary>Writes what is good of the preview. Where none appears, the failure tells the whole page, which says why.</summary>
    public async Task WriteGoodAsync()
    {
        var write = Page.Locator("[data-write=good]");
        await Assertions.Expect(write).ToBeVisibleAsync();
        await write.ClickAsync();
    }

    /// <summary>What a block copied from a spreadsheet does: a real paste event with its text.</summary>
    public Task PasteAsync(string cell, string text) => Input(cell).EvaluateAsync(
        """
        (input, text) => {
          input.focus();
          const data = new DataTransfer();
          data.setData("text/plain", text);
          input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, text);

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
