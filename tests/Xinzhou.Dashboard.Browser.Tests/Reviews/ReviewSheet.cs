using Microsoft.Playwright;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Browser.Tests.Reviews;

/// <summary>The page of a review as those use it who call it and sign it.</summary>
internal static class ReviewSheet
{
    /// <summary>Chooses 达成 and 认账 of every dimension, of one 未达成 and 再办.</summary>
    /// <param name="page">The page of the review.</param>
    /// <param name="dimensions">All dimensions.</param>
    /// <param name="redone">The code of the one that is to be redone.</param>
    public static async Task ChooseAsync(IPage page, IEnumerable<Dimension> dimensions, string redone)
    {
        foreach (var dimension in dimensions)
        {
            var row = page.Locator($"#d-{dimension.Code}");
            var redo = dimension.Code == redone;
            await row.GetByText(redo ? "未达成" : "达成", new() { Exact = true }).First.ClickAsync();
            await row.GetByText(redo ? "再办" : "认账", new() { Exact = true }).First.ClickAsync();
        }
    }

    /// <summary>Calls the review of a milestone and freezes its pack; gives the path of its page.</summary>
    /// <param name="page">A page of who may.</param>
    /// <param name="site">Where the application serves.</param>
    /// <param name="year">The milestone.</param>
    public static async Task<string> FreezeAsync(IPage page, string site, string year)
    {
        await page.GotoAsync($"{site}/reviews");
        await page.Locator("#subject").SelectOptionAsync(year);
        await page.Locator("#prepare button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"{year}年里程碑交账");
        await page.Locator("#pack button[type=submit]").ClickAsync();
        // A click does not wait for what it sends.
        await Assertions.Expect(page.Locator("#pack")).ToContainTextAsync("冻结时间");
        return new Uri(page.Url).AbsolutePath;
    }
}
