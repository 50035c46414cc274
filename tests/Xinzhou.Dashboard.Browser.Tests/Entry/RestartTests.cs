using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

[Collection(nameof(ReportingTests))]
[Trait("Category", "Faults")]
public sealed class RestartTests(Chromium chromium)
{
    [Fact]
    public async Task Cells_typed_while_the_server_was_away_are_saved_when_it_is_back()
    {
        var database = new EmptyPostgresDatabase();
        await database.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("xzd-restart-");
        var first = await StartAsync(database, folder, 0);
        var site = first.Urls.Single();
        var made = await IndustryQuarter.MakeAsync(database.Owner, database.App);
        await using var page = await GridPage.OpenAsync(chromium, site, $"/returns/{made.Return}", made.Reporter.UserName);
        await page.Input("1-value").FillAsync("246.0");
        await page.Input("1-value").PressAsync("Enter");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-version", "1");

        await first.StopAsync();
        await first.DisposeAsync();
        await page.Page.Keyboard.TypeAsync("71.90");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("152.40");
        await Expect(page.State(2)).ToContainTextAsync("待发送");
        var second = await StartAsync(database, folder, new Uri(site).Port);
        try
        {
            await Expect(page.Cell("2-value")).ToHaveAttributeAsync("data-version", "1");
            await Expect(page.Input("3-value")).ToHaveValueAsync("152.40");
            await page.Page.Keyboard.PressAsync("Enter");
            await Expect(page.Cell("3-value")).ToHaveAttributeAsync("data-version", "1");
        }
        finally
        {
            await second.StopAsync();
            await second.DisposeAsync();
            await database.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> StartAsync(PostgresDatabase database, DirectoryInfo folder, int port)
    {
        var app = DashboardHost.Build(new StartArguments
        {
            DataDirectory = folder.FullName,
            Urls = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            Overrides =
            [
                $"--ConnectionStrings:Dashboard={database.AppConnectionString}",
                $"--ConnectionStrings:DashboardOwner={database.OwnerConnectionString}",
                "--Dashboard:LogLevel=Fatal",
            ],
        });
        await app.StartAsync();
        using var limit = Wait.Limited();
        await app.WaitUntilReadyAsync(limit.Token);
        return app;
    }
}
