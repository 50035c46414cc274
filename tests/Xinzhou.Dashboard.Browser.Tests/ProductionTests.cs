using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests;

[Collection(nameof(ReportingTests))]
public sealed class ProductionTests(Chromium chromium)
{
    [Fact]
    public async Task In_production_with_public_reading_an_import_by_a_command_is_on_an_open_page()
    {
        await using var dashboard = await DashboardProcess.StartAsync("--environment", "Production", "--Dashboard:PublicRead=true");
        await using var opened = await ShellPage.OpenAsync(chromium, $"{dashboard.Address}/indicators/gdp");
        await opened.UntilLiveAsync();
        await opened.Page.EvaluateAsync("window.sameDocument = true");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, MadeUp.Figures);

        var (code, output) = await dashboard.RunAsync("import", file);

        Assert.True(code == 0, output);
        await Assertions.Expect(opened.Page.Locator("main")).ToContainTextAsync(MadeUp.OfTheCity);
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.Empty(opened.Complaints);
        File.Delete(file);
        Assert.Equal(0, await dashboard.StopAsync());
    }
}
