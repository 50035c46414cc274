using Microsoft.Playwright;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

[Collection(nameof(BrowserTests))]
public sealed class ChartTests(Chromium chromium, ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task The_tooltip_says_period_value_vintage_and_source()
    {
        await using var opened = await OpenCharts();
        var chart = opened.Page.Locator("#level x-chart");
        await chart.ScrollIntoViewIfNeededAsync();

        // The dashed bar of 2024: the seventh year of ten.
        var box = (await chart.BoundingBoxAsync())!;
        await opened.Page.Mouse.MoveAsync(box.X + 40 + (box.Width - 60) * 0.65f, box.Y + box.Height * 0.6f);

        await Assertions.Expect(chart.GetByText("2024年全年")).ToBeVisibleAsync();
        await Assertions.Expect(chart.GetByText("初步核算数")).ToBeVisibleAsync();
        await Assertions.Expect(chart.GetByText("转载 · 示例")).ToBeVisibleAsync();
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task The_picture_is_a_PNG_with_the_name_of_the_chart()
    {
        await using var opened = await OpenCharts();

        var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.Locator("#level .picture").ClickAsync());

        Assert.Equal("level.png", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.True(bytes.Length > 20_000);
    }

    [Fact]
    public async Task The_canvas_goes_and_comes_with_enhanced_navigation()
    {
        await using var opened = await OpenCharts();
        await opened.Page.EvaluateAsync("window.sameDocument = true");

        await opened.Page.EvaluateAsync("Blazor.navigateTo('/not-found')");
        await Assertions.Expect(opened.Page.Locator("x-chart")).ToHaveCountAsync(0);
        await opened.Page.GoBackAsync();

        await Assertions.Expect(opened.Page.Locator("#level x-chart canvas")).ToBeAttachedAsync();
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.sameDocument"));
    }

    [Fact]
    public async Task A_page_without_a_chart_does_not_load_the_module()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/not-found");
        await opened.UntilLiveAsync();

        Assert.False(await opened.Page.EvaluateAsync<bool>("performance.getEntriesByType('resource').some(r => r.name.includes('/lib/chart'))"));
    }

    private async Task<ShellPage> OpenCharts()
    {
        var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide");
        await Assertions.Expect(opened.Page.Locator("#level x-chart canvas")).ToBeAttachedAsync();
        return opened;
    }
}
