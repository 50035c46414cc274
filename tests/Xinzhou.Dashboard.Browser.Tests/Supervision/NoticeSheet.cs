using System.Text;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Browser.Tests.Supervision;

/// <summary>The page of a notice as those use it who have to do with it.</summary>
internal static class NoticeSheet
{
    /// <summary>Does something about it, with words where they are asked for.</summary>
    public static async Task DoAsync(IPage page, NoticeAct act, string? text = null)
    {
        await page.Locator($"#act-{act}").ClickAsync();
        if (text is not null) await page.Locator("#act-text").FillAsync(text);
        await EndAsync(page);
    }

    /// <summary>Claims that it is done, with the evidence in words, and in a file where the form takes files.</summary>
    public static async Task ClaimAsync(IPage page, string text, string evidence)
    {
        await page.Locator($"#act-{NoticeAct.Claim}").ClickAsync();
        await page.Locator("#act-text").FillAsync(text);
        if (await page.Locator("#act-evidence").CountAsync() > 0) await page.Locator("#act-evidence").FillAsync(evidence);
        await AttachAsync(page, $"{evidence}.pdf");
        await EndAsync(page);
    }

    /// <summary>Adds a file to the open form, if it takes files.</summary>
    public static async Task AttachAsync(IPage page, string name)
    {
        var field = page.Locator("#act-form input[type=file]");
        if (await field.CountAsync() == 0) return;
        await field.First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes($"%PDF-1.7 {Guid.NewGuid()}") });
        await Assertions.Expect(page.Locator("#act-form")).ToContainTextAsync(name);
    }

    /// <summary>The pages that are open say by themselves how far it is.</summary>
    public static async Task StageAsync(string stage, params ShellPage[] pages)
    {
        foreach (var one in pages) await Assertions.Expect(one.Page.Locator("main")).ToContainTextAsync($"· {stage}");
    }

    private static async Task EndAsync(IPage page)
    {
        await page.Locator("#act-do").ClickAsync();
        await Assertions.Expect(page.Locator("#act-form")).ToHaveCountAsync(0);
    }
}
