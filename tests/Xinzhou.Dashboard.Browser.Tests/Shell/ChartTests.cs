using System.Buffers.Binary;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

[Collection(nameof(ReadingTests))]
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
    public async Task A_half_year_is_told_of_before_the_year_behind_it_and_the_year_beside_it()
    {
        await using var opened = await OpenCharts();
        var told = opened.Page.Locator("#level .tip b");

        // Left of the middle of 2020 both stand, right of it the year alone.
        await HoverAsync(opened.Page, "#level", "2020年上半年", across: 0.5f, up: 0.5f);
        await Assertions.Expect(told).ToHaveTextAsync("2020年上半年");
        await HoverAsync(opened.Page, "#level", "2020年全年", across: 0.75f, up: 0.5f);
        await Assertions.Expect(told).ToHaveTextAsync("2020年全年");
    }

    [Fact]
    public async Task A_dot_is_reached_by_who_comes_near_it()
    {
        await using var opened = await OpenCharts();
        var told = opened.Page.Locator("#growth .tip");
        var dot = await BoxAsync(MarkOf(opened.Page, "#growth", "2018年全年"));
        var (x, y) = (dot.X + dot.Width / 2, dot.Y + dot.Height / 2);

        await opened.Page.Mouse.MoveAsync(x + 8, y + 8);
        await Assertions.Expect(told).ToBeVisibleAsync();
        await Assertions.Expect(told.Locator("b")).ToHaveTextAsync("2018年全年");
        await opened.Page.Mouse.MoveAsync(x + 10, y + 10);
        await Assertions.Expect(told).Not.ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task The_keys_walk_along_the_marks_and_the_tooltip_stays_in_the_chart(int width, int height)
    {
        await using var opened = await OpenCharts(width, height);
        var (page, keys, tip) = (opened.Page, opened.Page.Locator("#level .keys"), opened.Page.Locator("#level .tip"));
        var order = new List<string>();

        await keys.FocusAsync();
        await Assertions.Expect(tip.Locator("b")).ToHaveTextAsync("2025年全年");
        await page.Keyboard.PressAsync("Home");
        var count = int.Parse((await keys.GetAttributeAsync("aria-valuemax"))!, System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
        {
            order.Add(await tip.Locator("b").InnerTextAsync());
            Assert.StartsWith(order[^1], await keys.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
            Assert.True(await page.EvaluateAsync<bool>(
                """
                () => {
                  const chart = document.querySelector("#level x-chart");
                  const [own, tip] = [chart, chart.shadowRoot.querySelector(".tip")].map(e => e.getBoundingClientRect());
                  return tip.left >= own.left - 1 && tip.right <= own.right + 1 && tip.top >= own.top - 1 && tip.bottom <= own.bottom + 1;
                }
                """), $"The tooltip of {order[^1]} sticks out.");
            await page.Keyboard.PressAsync("ArrowRight");
        }

        Assert.Equal(["2018年全年", "2019年", "2020年上半年", "2020年全年", "2021年全年", "2022年", "2023年上半年", "2023年", "2024年全年", "2025年全年"], order);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).Not.ToBeVisibleAsync();
        await Assertions.Expect(keys).ToBeFocusedAsync();
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task The_focus_is_seen_and_the_keys_are_named()
    {
        await using var opened = await OpenCharts();
        await opened.Page.Locator("#line [data-zoom='2']").FocusAsync();

        await opened.Page.Keyboard.PressAsync("Tab");

        var keys = opened.Page.GetByRole(AriaRole.Slider, new() { Name = "沿图逐点查看" }).And(opened.Page.Locator("#line .keys"));
        await Assertions.Expect(keys).ToBeFocusedAsync();
        await Assertions.Expect(keys).ToHaveCSSAsync("outline-style", "solid");
        await Assertions.Expect(opened.Page.Locator("#line .ring")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_and_a_click_near_a_mark_open_its_figure_without_a_new_document()
    {
        await using var opened = await OpenCharts();
        await opened.Page.EvaluateAsync("window.sameDocument = true");
        var figure = $"{host.Address}/styleguide#sources";

        await opened.Page.Locator("#level .keys").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(opened.Page).ToHaveURLAsync(figure);

        await opened.Page.GoBackAsync();
        var dot = await BoxAsync(MarkOf(opened.Page, "#growth", "2018年全年"));
        await opened.Page.Mouse.ClickAsync(dot.X + dot.Width / 2 + 8, dot.Y + dot.Height / 2 - 6);
        await Assertions.Expect(opened.Page).ToHaveURLAsync(figure);
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.sameDocument"));
    }

    [Fact]
    public async Task A_finger_asks_first_and_opens_then()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        context.SetDefaultTimeout((float)Wait.Limit.TotalMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{host.Address}/styleguide");
        await Assertions.Expect(page.Locator("#level x-chart:defined")).ToBeAttachedAsync();
        var bar = MarkOf(page, "#level", "2021年全年");
        await bar.ScrollIntoViewIfNeededAsync();

        await bar.TapAsync();
        await Assertions.Expect(page.Locator("#level .tip")).ToContainTextAsync("再点一次");
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}/styleguide");
        await bar.TapAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}/styleguide#sources");
    }

    [Fact]
    public async Task The_buttons_widen_a_long_series_and_labels_appear()
    {
        await using var opened = await OpenCharts();
        var page = opened.Page;
        var (closer, wider) = (page.Locator("#line").GetByRole(AriaRole.Button, new() { Name = "放大时间轴" }), page.Locator("#line").GetByRole(AriaRole.Button, new() { Name = "缩小时间轴" }));
        await Assertions.Expect(wider).ToBeDisabledAsync();
        var (before, labels) = (await WidthAsync(), await LabelsAsync());

        await closer.ClickAsync();
        Assert.Equal(2 * before, await WidthAsync(), 1.0);
        for (var i = 0; i < 8 && await closer.IsEnabledAsync(); i++) await closer.ClickAsync();
        await Assertions.Expect(closer).ToBeDisabledAsync();
        await Assertions.Expect(wider).ToBeFocusedAsync();
        Assert.True(await LabelsAsync() > labels + 50, $"{labels} labels before, {await LabelsAsync()} after");
        // The plot scrolls, the value axis and the page do not.
        Assert.True(await page.EvaluateAsync<bool>("() => { const pane = document.querySelector('#line .pane'); return pane.scrollWidth > pane.clientWidth && pane.scrollLeft > 0; }"));
        Assert.Empty(await PageCheck.FaultsAsync(page, "styleguide, closer", 1366, 768));

        while (await wider.IsEnabledAsync()) await wider.ClickAsync();
        Assert.Equal(before, await WidthAsync(), 1.0);
        Assert.Equal(labels, await LabelsAsync());
        Assert.Empty(opened.Complaints);

        Task<double> WidthAsync() => page.EvaluateAsync<double>("document.querySelector('#line .wide').getBoundingClientRect().width");
        Task<int> LabelsAsync() => page.EvaluateAsync<int>("[...document.querySelectorAll('#line .words')].filter(t => getComputedStyle(t).display !== 'none').length");
    }

    [Fact]
    public async Task Ctrl_and_wheel_look_closer_at_the_place_under_the_pointer_and_the_walk_scrolls()
    {
        await using var opened = await OpenCharts();
        var page = opened.Page;
        var chart = page.Locator("#line x-chart");
        await chart.ScrollIntoViewIfNeededAsync();
        var before = (await MarkOf(page, "#line", "2020年6月").First.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(before.X + before.Width / 2, before.Y + 20);
        await page.Keyboard.DownAsync("Control");
        await page.Mouse.WheelAsync(0, -300);
        await page.Keyboard.UpAsync("Control");

        await Assertions.Expect(page.Locator("#line [data-zoom='0.5']")).ToBeEnabledAsync();
        var after = (await MarkOf(page, "#line", "2020年6月").First.BoundingBoxAsync())!;
        // The pointer is told in whole px, of which the drawing, four times as wide, makes up to three more.
        Assert.Equal(before.X, after.X, 4.0f);
        Assert.Equal(1, await page.EvaluateAsync<double>("visualViewport.scale"));

        await page.Locator("#line .keys").FocusAsync();
        foreach (var key in (string[])["Home", "End"])
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page.Locator("#line .ring")).ToBeInViewportAsync();
            Assert.True(await page.EvaluateAsync<bool>(
                """
                () => {
                  const [pane, ring] = [document.querySelector("#line .pane"), document.querySelector("#line x-chart").shadowRoot.querySelector(".ring")].map(e => e.getBoundingClientRect());
                  return ring.left > pane.left - 16 && ring.right < pane.right + 16;
                }
                """), $"{key} leads out of sight.");
        }
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
        // 960 px wide, two dots a px; as high as the drawing enlarged by a quarter, with the words above and below.
        Assert.Equal(1920, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)), 900, 1100);
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task The_picture_is_on_white_paper_with_words_bars_and_hatching_whatever_the_screen_looks_like()
    {
        await using var light = await OpenCharts();
        await using var dark = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide", dark: true);
        await dark.UntilChartsLiveAsync();

        var (one, other) = (await ColoursAsync(light), await ColoursAsync(dark));

        Assert.Equal(one, other);
        Assert.Equal("255,255,255", one[0]);
        // The city's azurite, and the pale of a part of the year.
        Assert.Contains("14,84,104", one);
        Assert.Contains("180,207,215", one);
        // The ink of its words.
        Assert.Contains("26,35,40", one);

        // The colours of the picture, those that cover most first.
        static async Task<string[]> ColoursAsync(ShellPage opened)
        {
            var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.Locator("#level .picture").ClickAsync());
            var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
            return await opened.Page.EvaluateAsync<string[]>(
                """
                async base64 => {
                  const image = new Image();
                  image.src = "data:image/png;base64," + base64;
                  await image.decode();
                  const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
                  pen.drawImage(image, 0, 0);
                  const { data } = pen.getImageData(0, 0, image.width, image.height);
                  const found = new Map();
                  for (let i = 0; i < data.length; i += 4) {
                    const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
                    found.set(colour, (found.get(colour) ?? 0) + 1);
                  }
                  return [...found].sort((a, b) => b[1] - a[1]).slice(0, 40).map(f => f[0]);
                }
                """, Convert.ToBase64String(bytes));
        }
    }

    [Fact]
    public async Task The_chart_goes_and_comes_alive_with_the_page_in_one_document()
    {
        await using var opened = await OpenCharts();
        await opened.Page.EvaluateAsync("window.sameDocument = true");

        await opened.FollowLinkAsync("/not-found");
        await Assertions.Expect(opened.Page.Locator("x-chart")).ToHaveCountAsync(0);
        await opened.Page.GoBackAsync();

        await Assertions.Expect(opened.Page.Locator("#level svg.plot")).ToBeVisibleAsync();
        await opened.Page.Locator("#level .keys").FocusAsync();
        await Assertions.Expect(opened.Page.Locator("#level .tip")).ToBeVisibleAsync();
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.sameDocument"));
    }

    [Fact]
    public async Task A_page_without_a_chart_does_not_load_the_module()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/not-found");
        await opened.UntilLiveAsync();

        Assert.False(await opened.Page.EvaluateAsync<bool>("performance.getEntriesByType('resource').some(r => r.name.includes('/js/chart'))"));
    }

    private static ILocator MarkOf(IPage page, string chart, string period) => page.Locator($"{chart} svg [data-tip^='{period}']").First;

    /// <summary>Moves the pointer to a part of a mark: 0 is its left edge and its top.</summary>
    private static async Task HoverAsync(IPage page, string chart, string period, float across, float up)
    {
        var box = await BoxAsync(MarkOf(page, chart, period));
        await page.Mouse.MoveAsync(box.X + box.Width * across, box.Y + box.Height * up);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator mark)
    {
        await mark.ScrollIntoViewIfNeededAsync();
        return (await mark.BoundingBoxAsync())!;
    }

    private async Task<ShellPage> OpenCharts(int width = 1366, int height = 768)
    {
        var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide", width, height);
        await opened.UntilChartsLiveAsync();
        return opened;
    }
}
