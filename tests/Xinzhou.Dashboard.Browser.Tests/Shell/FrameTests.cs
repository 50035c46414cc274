using Microsoft.Playwright;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

[Collection(nameof(ReadingTests))]
public sealed class FrameTests(Chromium chromium, ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData(1366, 768, "", false)]
    [InlineData(1920, 1080, "?lang=en", true)]
    [InlineData(390, 844, "", true)]
    [InlineData(390, 844, "?lang=en&asOf=2023-09-30", false)]
    [InlineData(1024, 768, "?lang=en", false)]
    public async Task The_parts_fit_the_window_and_axe_finds_nothing(int width, int height, string query, bool dark)
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide{query}", width, height, dark);
        await opened.UntilChartsLiveAsync();

        Assert.Empty(await PageCheck.FaultsAsync(opened.Page, $"styleguide {query}", width, height));
        Assert.Empty(opened.Complaints);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Nothing_is_loaded_from_another_host()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide");
        await opened.UntilLiveAsync();

        var hosts = await opened.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(r => new URL(r.name).origin)");
        Assert.All(hosts, h => Assert.Equal(host.Address, h));
    }

    [Fact]
    public async Task Without_a_script_the_charts_are_drawn_and_their_tables_open()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide", scripts: false);

        await Assertions.Expect(opened.Page.Locator("#level svg.plot rect").First).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator("#level .picture")).Not.ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator("#line .zoom")).Not.ToBeVisibleAsync();
        // A mark leads to its figure by itself.
        await Assertions.Expect(opened.Page.Locator("#level svg.plot a").First).ToHaveAttributeAsync("href", "/styleguide#sources");
        await opened.Page.Locator("#level-data > summary").ClickAsync();
        await Assertions.Expect(opened.Page.Locator("#level-data table")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_day_is_asked_for_with_a_plain_form()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide?lang=en", scripts: false);

        await opened.Page.Locator("input[type=date]").FillAsync("2022-12-31");
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Show as known then" }).ClickAsync();

        await Assertions.Expect(opened.Page.Locator(".past")).ToContainTextAsync("as known on 2022-12-31");
        await opened.Page.Locator(".past a").ClickAsync();
        await Assertions.Expect(opened.Page).ToHaveURLAsync($"{host.Address}/styleguide?lang=en");
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_without_a_script_and_closes_on_going_elsewhere()
    {
        await using var plain = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide", 390, 844, scripts: false);
        await plain.Page.Locator(".menu > summary").ClickAsync();
        await Assertions.Expect(plain.Page.Locator(".menu a").GetByText("里程碑")).ToBeVisibleAsync();

        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide", 390, 844);
        await opened.Page.Locator(".menu > summary").ClickAsync();
        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened.Page.Locator(".menu nav")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_tab_stop_leads_to_the_content()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide");

        await opened.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(opened.Page.Locator(".skip")).ToBeFocusedAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.True(await opened.Page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task Slash_leads_to_the_search()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide");
        await opened.UntilLiveAsync();

        await opened.Page.Keyboard.PressAsync("/");

        await Assertions.Expect(opened.Page.Locator(".tools input[type=search]")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/styleguide?asOf=2099-01-01", 400, "无法按该时点显示")]
    [InlineData("/styleguide?asOf=yesterday&lang=en", 400, "This moment cannot be shown")]
    [InlineData("/no-such-page", 404, "没有这个页面")]
    public async Task What_cannot_be_shown_says_so_with_its_status(string path, int status, string heading)
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide");

        var response = await opened.Page.GotoAsync(host.Address + path);

        Assert.Equal(status, response!.Status);
        await Assertions.Expect(opened.Page.Locator("h1")).ToHaveTextAsync(heading);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide");
        foreach (var path in (string[])["/styleguide", "/css/tokens.css", "/no-such-page", "/api/nothing"])
        {
            var headers = (await opened.Page.Context.APIRequest.GetAsync(host.Address + path)).Headers;

            Assert.Contains("script-src 'self';", headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", headers["x-content-type-options"]);
        }
    }
}
