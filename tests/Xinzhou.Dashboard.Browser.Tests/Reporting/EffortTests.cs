using System.Globalization;
using Xinzhou.Dashboard.Browser.Tests.Entry;
using Xinzhou.Dashboard.Testing.Reporting;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Reporting;

/// <summary>What forty rows cost an official, by each way of entering them; the README of this project keeps the figures.</summary>
[Collection(nameof(ReportingTests))]
public sealed class EffortTests(Chromium chromium, DashboardApp app, ITestOutputHelper output)
{
    private const int Rows = 40;

    private static readonly string[] Values = [.. Enumerable.Range(1, Rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"{1200 + n}.5"))];

    [Fact]
    public async Task Forty_rows_typed_into_the_grid_take_the_keys_of_their_digits_and_one_more_each()
    {
        await using var page = await OpenAsync();
        await page.Input("1-value").FocusAsync();
        var effort = await Effort.BeginAsync(page.Page);

        foreach (var value in Values)
        {
            await page.Page.Keyboard.TypeAsync(value);
            await page.Page.Keyboard.PressAsync("Enter");
        }

        await FilledAsync(page);
        await effort.EndAsync(page.Page);
        output.WriteLine(effort.Describe("typed into the grid", decisions: Rows));
        Assert.Equal(Values.Sum(v => v.Length + 1), effort.Keys);
        Assert.Equal(0, effort.Clicks);
    }

    [Fact]
    public async Task Forty_rows_pasted_take_two_keys_and_one_click()
    {
        await using var page = await OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", string.Concat(Values.Select(v => v + "\r\n")));
        await page.Input("1-value").FocusAsync();
        var effort = await Effort.BeginAsync(page.Page);

        await page.Page.Keyboard.PressAsync("Control+v");
        await Expect(page.Page.Locator("#entry-paste tr[data-verdict]")).ToHaveCountAsync(Rows);
        await page.WriteGoodAsync();

        await FilledAsync(page);
        await effort.EndAsync(page.Page);
        output.WriteLine(effort.Describe("pasted from a spreadsheet", decisions: 2));
        Assert.Equal(2, effort.Keys);
        Assert.Equal(1, effort.Clicks);
    }

    private async Task<GridPage> OpenAsync()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, Rows));
        return await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);
    }

    private static Task FilledAsync(GridPage page) =>
        Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{Rows}/{Rows}"));
}
