using Microsoft.Playwright;
using Xinzhou.Dashboard.Testing;

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
        page.RequestFailed += (_, request) => { if (!MayHaveEnded(request)) complaints.Add($"{request.Url} failed: {request.Failure}"); };
        page.Request += (_, request) => { if (!IsOfThisMachine(request.Url)) complaints.Add($"{request.Url} is asked of another host"); };
    }

    public IPage Page { get; }

    /// <summary>The status of the page's answer.</summary>
    public int Status { get; private set; }

    /// <summary>Errors and warnings of the console, scripts and requests that failed, requests to another host.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<ShellPage> OpenAsync(Chromium chromium, string address, int width = 1366, int height = 768, bool dark = false, bool scripts = true, bool forced = false)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            ForcedColors = forced ? ForcedColors.Active : null,
        });
        context.SetDefaultTimeout((float)Wait.Limit.TotalMilliseconds);
        var opened = new ShellPage(context, await context.NewPageAsync());
        opened.Status = (await opened.Page.GotoAsync(address))?.Status ?? 0;
        return opened;
    }

    /// <summary>Another page of the same browser, with the same cookies; it goes with the first.</summary>
    public static async Task<ShellPage> OpenBesideAsync(ShellPage other, string address)
    {
        var opened = new ShellPage(other.context, await other.context.NewPageAsync());
        opened.Status = (await opened.Page.GotoAsync(address))?.Status ?? 0;
        return opened;
    }

    /// <summary>Waits until the page follows changes: it has heard the first word on its stream.</summary>
    public Task UntilLiveAsync() => Page.WaitForFunctionAsync("() => document.getElementById('live')?.connected");

    /// <summary>Follows a link to another page of the site, wherever it leads.</summary>
    public Task FollowLinkAsync(string path) => Page.EvaluateAsync(
        """
        path => {
          const link = Object.assign(document.createElement("a"), { href: path });
          document.querySelector("main").append(link);
          link.click();
        }
        """, path);

    /// <summary>Waits until the charts answer to pointer and keyboard.</summary>
    public async Task UntilChartsLiveAsync()
    {
        await Assertions.Expect(Page.Locator("x-chart:defined").First).ToBeAttachedAsync();
        await Assertions.Expect(Page.Locator("x-chart:not(:defined)")).ToHaveCountAsync(0);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    /// <summary>
    /// Chromium calls a fetch aborted whose whole answer a script has read, now and then, if the answer is not to be stored
    /// (playwright issue 42742). Whether a refresh was really cut off is tested by <see cref="LiveRefreshTests"/>.
    /// </summary>
    private static bool MayHaveEnded(IRequest request) => request is { ResourceType: "fetch", Failure: "net::ERR_ABORTED" };

    /// <summary>Pictures that a page makes itself (data:, blob:) are not asked for anywhere.</summary>
    private static bool IsOfThisMachine(string url) => new Uri(url) is { Scheme: "data" or "blob" } or { IsLoopback: true };
}
