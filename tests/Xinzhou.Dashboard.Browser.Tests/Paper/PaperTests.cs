using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Pages;
using Xinzhou.Dashboard.Browser.Tests.Review;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Paper;

[Collection(nameof(ReadingTests))]
public sealed class PaperTests(Chromium chromium, DashboardApp app, ReviewApp review) : IClassFixture<ReviewApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("?lang=en")]
    public async Task The_list_of_indicators_takes_four_sheets_with_the_whole_names_of_its_sources(string query)
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/indicators{query}");
        var names = await opened.Page.Locator("main td .source .name").AllInnerTextsAsync();

        var printed = await PrintedPage.OfAsync(opened.Page);

        Assert.InRange(printed.Pages, 1, 4);
        Assert.NotEmpty(names);
        Assert.All(names.Distinct(), n => Assert.Contains(PrintedPage.Together(n), printed.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?lang=en")]
    [InlineData("/milestones")]
    [InlineData("/dimensions/industry")]
    public async Task Nothing_lies_over_anything_in_the_drawing_of_the_steps(string path)
    {
        await using var opened = await ShellPage.OpenAsync(chromium, app.Address + path);

        Assert.Empty(await PrintedPage.OverlapsAsync(opened.Page));
    }

    [Fact]
    public async Task No_page_is_cut_off_on_a_sheet()
    {
        var faults = await Task.WhenAll(FaultsAsync(""), FaultsAsync("en"));

        Assert.True(faults.All(f => f.Count == 0), string.Join(Environment.NewLine, faults.SelectMany(f => f)));

        async Task<List<string>> FaultsAsync(string language)
        {
            var faults = new List<string>();
            await using var opened = await ShellPage.OpenAsync(chromium, app.Address);
            foreach (var path in SitePages.All)
            {
                await opened.Page.GotoAsync(app.Address + SitePages.In(language, path));
                faults.AddRange((await PrintedPage.CutOffAsync(opened.Page)).Select(f => $"{path} {language}: {f}"));
            }

            return faults;
        }
    }

    [Fact]
    public async Task A_return_is_printed_with_its_sources_its_states_what_was_explained_and_lines_to_sign_on()
    {
        var id = await review.SubmittedAsync("2026-Q3");
        await using var opened = await SignInAsync($"/returns/{id}");

        var printed = await PrintedPage.OfAsync(opened.Page);

        Assert.Equal(1, printed.Pages);
        string[] words =
        [
            "产业能级季度表", "测试工信局", "投资司3号表", "来源", "状态", "已保存", "未取得", "省统计局25日后反馈",
            "说明：同比：三季度新增2户链上企业并入统计，老口径可比增长约12%。", "填报人签字", "审核人签字", "负责人签字", "日期",
        ];
        Assert.All(words, w => Assert.Contains(PrintedPage.Together(w), printed.Text, StringComparison.Ordinal));
        Assert.Empty(await PrintedPage.CutOffAsync(opened.Page));
        await Assertions.Expect(opened.Page.Locator(".signatures")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_review_is_printed_whole_without_what_is_only_to_be_ticked()
    {
        var id = await review.SubmittedAsync("2025-Q3");
        await using var opened = await SignInAsync($"/review/{id}?cells=all");

        var printed = await PrintedPage.OfAsync(opened.Page);

        Assert.InRange(printed.Pages, 1, 2);
        string[] words = ["产业能级季度表", "测试工信局", "王填报", "投资司3号表", "301.5", "三季度新增2户链上企业并入统计，老口径可比增长约12%。", "省统计局25日后反馈"];
        Assert.All(words, w => Assert.Contains(PrintedPage.Together(w), printed.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("审定入库", printed.Text, StringComparison.Ordinal);
        Assert.Empty(await PrintedPage.CutOffAsync(opened.Page));
    }

    private async Task<ShellPage> SignInAsync(string path)
    {
        var opened = await ShellPage.OpenAsync(chromium, review.Address + path);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "审核人员", Exact = true }).ClickAsync();
        await opened.Page.UntilAtAsync(review.Address + path);
        return opened;
    }
}
