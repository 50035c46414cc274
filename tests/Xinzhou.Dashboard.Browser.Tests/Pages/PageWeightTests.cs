using System.IO.Compression;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>What a reader's first visit costs, counted in bytes as they are sent: compressed with Brotli.</summary>
[Collection(nameof(ReadingTests))]
public sealed class PageWeightTests(Chromium chromium, DashboardApp app)
{
    private const int MaxPage = 70_000;

    private const int MaxCharts = 8_000;

    /// <summary>Without charts, and nothing of the framework.</summary>
    private const int MaxScripts = 12_000;

    [Fact]
    public async Task A_page_with_charts_is_light()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/indicators/gdp");
        await opened.UntilLiveAsync();
        await opened.UntilChartsLiveAsync();
        await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.Locator("#level .picture").ClickAsync());

        var (weights, listed) = await WeighAsync(opened, "/indicators/gdp");
        Assert.True(weights.Values.Sum() <= MaxPage, listed);
        var charts = weights.Where(w => w.Key.StartsWith("/js/chart", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, charts.Count);
        Assert.True(charts.Sum(w => w.Value) <= MaxCharts, listed);
    }

    [Fact]
    public async Task The_overview_is_light()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, app.Address);
        await opened.UntilLiveAsync();

        var (weights, listed) = await WeighAsync(opened, "/");
        Assert.True(weights.Values.Sum() <= MaxPage, listed);
        Assert.True(weights.Where(w => w.Key.StartsWith("/js/", StringComparison.Ordinal)).Sum(w => w.Value) <= MaxScripts, listed);
    }

    private async Task<(Dictionary<string, int> Weights, string Listed)> WeighAsync(ShellPage opened, string path)
    {
        var files = await opened.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(r => r.name).filter(n => n.startsWith('http'))");
        var weights = new Dictionary<string, int>();
        foreach (var address in files.Append(app.Address + path).Distinct())
        {
            weights[new Uri(address).AbsolutePath] = Compressed(await app.Client.GetByteArrayAsync(address));
        }

        return (weights, string.Join(Environment.NewLine, weights.OrderByDescending(w => w.Value).Select(w => $"{w.Value,8} {w.Key}")));
    }

    private static int Compressed(byte[] content)
    {
        using var sent = new MemoryStream();
        using (var brotli = new BrotliStream(sent, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(content);
        }

        return (int)sent.Length;
    }
}
