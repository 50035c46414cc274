using Xinzhou.Dashboard.Testing.Reporting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

/// <summary>What a key costs the page; how soon it is painted, <c>eng/bench entry</c> measures.</summary>
[Collection(nameof(ReportingTests))]
public sealed class GridCostTests(Chromium chromium, DashboardApp app)
{
    /// <summary>Notes what is asked of the server, and in which row of the table, or else in which part, anything is changed.</summary>
    private const string Watch =
        """
        () => {
          window.asked = []; window.touched = new Set();
          const fetched = window.fetch;
          window.fetch = (...call) => { asked.push(String(call[0]).split("/").pop()); return fetched(...call); };
          new MutationObserver(changes => { for (const { target } of changes) touched.add((target.closest ?? target.parentElement.closest).call(target.closest ? target : target.parentElement, "tr[id], [id]")?.id ?? "page"); })
            .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        }
        """;

    [Fact]
    public async Task In_a_form_of_two_hundred_rows_a_letter_changes_nothing_but_its_input_and_a_move_its_own_row_and_the_next()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, 200));
        await using var opened = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);
        var page = opened.Page;
        // The panel follows the cursor a moment later: not while a key is counted.
        await page.Clock.InstallAsync();
        await opened.Input("2-value").FocusAsync();
        await Expect(page.Locator("#entry-panel [data-panel-row='2']")).ToBeVisibleAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        // That somebody is there is said once in half a minute (shell.js), whatever he types where: once before it is counted, and not again while the clock stands.
        await page.Keyboard.PressAsync("Shift");
        await page.EvaluateAsync(Watch);

        await page.Keyboard.TypeAsync("212.5");

        Assert.Empty(await page.EvaluateAsync<string[]>("window.asked"));
        // That there is news (the people who were just made) is said beside the form.
        Assert.Empty(await page.EvaluateAsync<string[]>("[...window.touched].filter(id => id !== 'live')"));

        await page.Keyboard.PressAsync("Enter");
        await Expect(opened.Cell("2-value")).ToHaveAttributeAsync("data-version", "1");

        Assert.Equal(["cells"], await page.EvaluateAsync<string[]>("window.asked.filter(path => path === 'cells')"));
        var rows = await page.EvaluateAsync<string[]>("[...window.touched].filter(id => /^(row|state)-/.test(id))");
        Assert.Subset(new HashSet<string> { "row-2", "state-2", "row-3", "state-3" }, rows.ToHashSet());
        Assert.Contains("row-2", rows);
    }
}
