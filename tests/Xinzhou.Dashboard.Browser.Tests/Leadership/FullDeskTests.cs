using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Paper;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Leadership.Desk;

namespace Xinzhou.Dashboard.Browser.Tests.Leadership;

/// <summary>The desk of a leader when there is much on it, as the demonstration has it: what he sees in ten seconds, and what fits on paper.</summary>
[Collection(nameof(LeadershipTests))]
public sealed class FullDeskTests(Chromium chromium, FullDeskTests.App app) : IClassFixture<FullDeskTests.App>
{
    /// <summary>What of the red rows is not to be seen without scrolling, or does not say who, since when and what is decided.</summary>
    private const string Unseen = """
        () => {
          const faults = [], rows = [...document.querySelectorAll(".exceptions .row-red")];
          for (const row of rows) {
            for (const part of ["th a", ".who", ".since b", ".decision a.open, .decision button"]) {
              const found = row.querySelector(part), box = found?.getBoundingClientRect();
              if (!found?.checkVisibility() || !found.textContent.trim()) { faults.push(`${row.id} has no ${part}`); continue; }
              if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) faults.push(`${row.id} ${part} ends at ${Math.round(box.right)}, ${Math.round(box.bottom)}`);
            }
          }
          return faults;
        }
        """;

    [Fact]
    public async Task Without_scrolling_everything_that_is_red_stands_with_who_owes_it_since_when_and_the_decision()
    {
        await using var leader = await WorkPages.SignInAsync(chromium, app.Address, "/desk", "市领导", 1366, 768);
        var red = leader.Page.Locator(".exceptions .row-red");
        await Assertions.Expect(red).ToHaveCountAsync(app.Red);

        Assert.NotEqual(0, app.Red);
        var faults = await leader.Page.EvaluateAsync<string[]>(Unseen);
        Assert.True(faults.Length == 0, $"{app.Red} red: {string.Join(Environment.NewLine, faults)}");
        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task On_a_phone_everything_that_is_red_stands_within_two_screens_and_the_rest_is_a_press_away()
    {
        const int Width = 390, Height = 844;
        await using var leader = await WorkPages.SignInAsync(chromium, app.Address, "/desk", "市领导", Width, Height);
        var page = leader.Page;
        await Assertions.Expect(page.Locator(".exceptions .row-red")).ToHaveCountAsync(app.Red);
        await page.SetViewportSizeAsync(Width, 2 * Height);
        var faults = await page.EvaluateAsync<string[]>(Unseen);
        await page.SetViewportSizeAsync(Width, Height);
        Assert.True(faults.Length == 0, $"{app.Red} red: {string.Join(Environment.NewLine, faults)}");

        // Nothing is lost: the rest of the list, of a row and of the desk is opened, and on paper it stands open.
        var rest = page.Locator(".exceptions tbody tr:not(.row-red)");
        Assert.NotEqual(0, await rest.CountAsync());
        await Assertions.Expect(rest.First).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(rest.First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#clocks table").First).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Locator(".rest").ClickAsync();
        await Assertions.Expect(rest.First).ToBeVisibleAsync();
        await Assertions.Expect(rest.Last).ToBeVisibleAsync();
        var why = page.Locator(".exceptions .row-red .why").First;
        await Assertions.Expect(why).ToBeHiddenAsync();
        await page.Locator(".exceptions .row-red .more").First.ClickAsync();
        await Assertions.Expect(why).ToBeVisibleAsync();
        foreach (var panel in new[] { "dimensions", "waiting", "gaps", "clocks" })
        {
            var content = page.Locator($"#{panel} > :not(header)").First;
            await Assertions.Expect(content).ToBeHiddenAsync();
            await page.Locator($"#{panel} .fold-button").ClickAsync();
            await Assertions.Expect(content).ToBeVisibleAsync();
        }

        await page.Locator(".on-phone button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".summary .milestone")).ToBeVisibleAsync();
        await page.Locator(".on-phone button").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".fields-of input").First).ToBeVisibleAsync();
        Assert.Empty(await PageCheck.FaultsAsync(page, "desk-full", Width, Height));
        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task On_paper_it_takes_two_sheets_with_everything_that_is_red()
    {
        await using var leader = await WorkPages.SignInAsync(chromium, app.Address, "/desk", "市领导");
        var red = leader.Page.Locator(".exceptions .row-red th a span:last-child");
        await Assertions.Expect(red).ToHaveCountAsync(app.Red);
        var titles = await red.AllInnerTextsAsync();

        var printed = await PrintedPage.OfAsync(leader.Page);

        Assert.InRange(printed.Pages, 1, 2);
        Assert.All(titles, t => Assert.Contains(PrintedPage.Together(t), printed.Text, StringComparison.Ordinal));
        Assert.Empty(await PrintedPage.CutOffAsync(leader.Page));
    }

    /// <summary>An application of its own with the demonstration.</summary>
    public sealed class App : IAsyncLifetime
    {
        private readonly DashboardApp _app = new() { Demonstration = true };

        public string Address => _app.Address;

        /// <summary>How much is red.</summary>
        public int Red => DeskModel.Of(
            _app.Services.GetRequiredService<SnapshotStore>().Current, TimeProvider.System.GetUtcNow(), _app.Services.GetRequiredService<WorkingDays>(), [])
            .Rows.Count(r => r.Light.Colour == LightColour.Red);

        public Task InitializeAsync() => _app.InitializeAsync();

        public Task DisposeAsync() => _app.DisposeAsync();
    }
}
