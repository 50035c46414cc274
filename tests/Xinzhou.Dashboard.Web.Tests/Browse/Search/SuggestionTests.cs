using System.Text.Json;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Search;

/// <summary>What is offered while somebody types, of the data that come with the product.</summary>
public sealed class SuggestionTests(LiveDashboard dashboard) : IClassFixture<LiveDashboard>
{
    [Theory]
    [InlineData("任务8", "zh-CN", "8 “东进”：对接京津冀协同发展、服务雄安新区建设", null)]
    [InlineData("第8项任务", "zh-CN", "8 “东进”：对接京津冀协同发展、服务雄安新区建设", null)]
    [InlineData("task 8", "en", "8 “东进”：对接京津冀协同发展、服务雄安新区建设", "East: link with Beijing–Tianjin–Hebei, serve the Xiong’an New Area")]
    [InlineData("manufacturing", "en", "1 加快制造业振兴升级", "Revive and upgrade manufacturing")]
    public async Task A_task_is_offered_by_its_number_and_by_what_its_gloss_says(string typed, string language, string text, string? note)
    {
        var found = await AskAsync(typed, language);

        Assert.Contains((text, note), found);
    }

    [Fact]
    public async Task What_is_expected_says_so_once_and_what_was_expected_as_that()
    {
        var notes = (await AskAsync("原煤产量", "zh-CN")).Select(s => s.Note);

        Assert.Contains("2024年全年 曾预计1.05亿吨", notes);
    }

    [Fact]
    public async Task In_English_a_period_is_parted_from_its_value() =>
        Assert.All((await AskAsync("enterprises", "en")).Select(s => s.Note).OfType<string>(), note => Assert.DoesNotMatch(@"(?:19|20)\d\d[ \u00a0]+\d", note));

    private async Task<List<(string? Text, string? Note)>> AskAsync(string typed, string language)
    {
        using var json = JsonDocument.Parse(await dashboard.Client.GetStringAsync(
            new Uri($"/search/suggest?q={Uri.EscapeDataString(typed)}&lang={language}", UriKind.Relative)));
        return [.. json.RootElement.EnumerateArray().Select(s => (s.GetProperty("text").GetString(), s.GetProperty("note").GetString()))];
    }
}
