using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>Where a page is.</summary>
internal static class PageAddresses
{
    /// <summary>
    /// Waits until a page is at an address and loaded. Playwright's own wait looks first and listens then, and waits for ever for what came in
    /// between.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="address">The address: <c>**</c> stands for anything, <c>*</c> for anything without a slash.</param>
    public static async Task UntilAtAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$"));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
