using Xinzhou.Dashboard.Browser.Tests.Pages;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Screenshots;

/// <summary>
/// This project is a program too: <c>eng/shots</c>. It makes pictures of every page of a fresh installation, with the
/// same browser, application and list of pages as the tests.
/// </summary>
public static class Program
{
    private const string Usage = "eng/shots [FOLDER]: pictures of every page, in both languages, into FOLDER (default docs/screenshots).";

    private static readonly string[] OnPhone = ["/", "/indicators/gdp", "/counties", "/tasks"];

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder] || folder.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        Directory.CreateDirectory(folder);
        var chromium = new Chromium();
        await using var dashboard = await DashboardProcess.StartAsync();
        await chromium.InitializeAsync();
        try
        {
            foreach (var path in SitePages.Reading)
            foreach (var language in (string[])["zh", "en"])
            {
                await TakeAsync(chromium, dashboard.Address, path, language, 1366, 768, folder);
                if (OnPhone.Contains(path)) await TakeAsync(chromium, dashboard.Address, path, language, 390, 844, folder);
            }
        }
        finally
        {
            await chromium.DisposeAsync();
        }

        return 0;
    }

    private static async Task TakeAsync(Chromium chromium, string site, string path, string language, int width, int height, string folder)
    {
        var query = language == "en" ? path.Contains('?') ? "&lang=en" : "?lang=en" : "";
        await using var opened = await ShellPage.OpenAsync(chromium, site + path + query, width, height);
        await opened.UntilReadyAsync();
        var file = Path.Combine(folder, $"{NameOf(path)}-{width}-{language}.png");
        var picture = await opened.Page.ScreenshotAsync(new() { FullPage = true, Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled });
        await File.WriteAllBytesAsync(file, PaletteImage.Shrink(picture));
        await Console.Out.WriteLineAsync(file);
    }

    /// <summary>/counties/140902 → counties-140902; / → overview.</summary>
    private static string NameOf(string path)
    {
        var name = string.Join('-', path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries));
        var filtered = path.Contains('?') && path.Split('?')[1].Split('&').Length > 1;
        return (name.Length == 0 ? "overview" : name) + (filtered ? "-filtered" : "");
    }
}
