using Microsoft.Playwright;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

/// <summary>A page in a window of its own that remembers what the browser complained about.</summary>
public sealed class ShellPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private ShellPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, and scripts that failed.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<ShellPage> OpenAsync(Chromium chromium, string address, int width = 1366, int height = 768, bool dark = false, bool scripts = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(15_000);
        var opened = new ShellPage(context, await context.NewPageAsync());
        await opened.Page.GotoAsync(address);
        return opened;
    }

    /// <summary>Waits until the page listens for changes: its circuit has imported the module.</summary>
    public Task UntilLiveAsync() =>
        Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(r => /\\/js\\/live\\./.test(r.name) && r.responseEnd > 0)");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
