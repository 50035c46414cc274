using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Web.Shell.Parts;
using Xinzhou.Dashboard.Web.Wording;
using LightPart = Xinzhou.Dashboard.Web.Shell.Parts.Light;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class PartsTests : ShellContext
{
    [Theory]
    [InlineData(LightColour.Green, "绿")]
    [InlineData(LightColour.Amber, "黄")]
    [InlineData(LightColour.Red, "红")]
    [InlineData(LightColour.Blue, "蓝")]
    [InlineData(LightColour.Grey, "灰")]
    public void A_light_has_a_shape_of_its_own_and_its_word(LightColour colour, string word)
    {
        var light = Render<LightPart>(p => p.Add(l => l.Colour, colour).Add(l => l.Reason, "缺目标"));

        Assert.Equal($"{word} 缺目标", light.Find("span.light > span").TextContent);
        var others = Enum.GetValues<LightColour>().Where(c => c != colour)
            .Select(c => Render<LightPart>(p => p.Add(l => l.Colour, c)).Find("svg").InnerHtml);
        Assert.DoesNotContain(light.Find("svg").InnerHtml, others);
    }

    [Fact]
    public void The_tally_counts_all_five_lights_zeros_too()
    {
        var tally = Render<LightTally>(p => p.Add(t => t.Count, c => c == LightColour.Grey ? 39 : 0));

        Assert.Equal(["0", "0", "0", "0", "39"], tally.FindAll("b").Select(b => b.TextContent));
    }

    [Theory]
    [InlineData(MarkKind.Provisional, "拟定", "provisional")]
    [InlineData(MarkKind.Placeholder, "占位", "placeholder")]
    [InlineData(MarkKind.Unverified, "待核", "unverified")]
    [InlineData(MarkKind.YearInferred, "年份推定", "year inferred")]
    [InlineData(MarkKind.Forecast, "预计", "expected")]
    [InlineData(MarkKind.Derived, "推算", "derived")]
    public void A_mark_says_its_word_in_both_languages(MarkKind kind, string chinese, string english)
    {
        Assert.Equal(chinese, Render<Mark>(p => p.Add(m => m.Kind, kind)).Find(".mark").TextContent);

        Speak(Languages.English);
        Assert.Equal(english, Render<Mark>(p => p.Add(m => m.Kind, kind)).Find(".mark").TextContent);
    }

    [Theory]
    [InlineData(Reliability.Official, "official", "官方发布")]
    [InlineData(Reliability.OfficialCopy, "copy", "官方转载")]
    [InlineData(Reliability.Repost, "copy", "转载")]
    [InlineData(Reliability.Return, "copy", "填报")]
    [InlineData(Reliability.SelfMedia, "self", "自媒体")]
    public void A_chip_shows_the_grade_of_its_source(Reliability reliability, string grade, string word)
    {
        var chip = Render<SourceChip>(p => p.Add(c => c.Reliability, reliability).Add(c => c.Name, "发布会报道").Add(c => c.Href, "/sources/1"));

        Assert.Contains(grade, chip.Find("a").ClassList);
        Assert.Equal(word, chip.Find("i").TextContent);
        Assert.Equal("/sources/1", chip.Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("https://www.sxxz.gov.cn/x", true)]
    [InlineData("http://a.example/x", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("github:someone/something", false)]
    [InlineData("guzhangting.com/x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_an_address_of_the_web_becomes_a_link(string? address, bool link)
    {
        var rendered = Render<OuterLink>(p => p.Add(l => l.Address, address));

        Assert.Equal(link, rendered.FindAll("a").Count == 1);
        Assert.Contains(address ?? "", rendered.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_in_a_stat_is_named_and_never_a_zero()
    {
        var stat = Render<Stat>(p => p.Add(s => s.Label, "2027年目标").Add(s => s.Missing, UnknownKind.NotEntered));

        Assert.Equal("待录入", stat.Find(".unknown").TextContent);
        Assert.DoesNotContain("0", stat.Find(".value").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_brick_is_dashed_and_says_so()
    {
        var bricks = Render<Bricks>(p => p.Add(b => b.Items,
            [new(12, "实施省级创新平台“破零”行动", "/tasks/12", false), new(33, "建设“太忻数据流量谷”", "/tasks/33", true)]));

        var items = bricks.FindAll("li");
        Assert.DoesNotContain("placeholder", items[0].ClassList);
        Assert.Contains("placeholder", items[1].ClassList);
        Assert.StartsWith("占位任务", items[1].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bar_of_completeness_lays_as_many_bricks_as_are_done()
    {
        var bar = Render<CompletenessBar>(p => p.Add(b => b.What, "目标已录入").Add(b => b.Done, 13));

        Assert.Equal(13, bar.FindAll("rect.laid").Count);
        Assert.Equal(26, bar.FindAll("rect.open").Count);
        Assert.Equal("目标已录入：39项中的13项", bar.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_sparkline_stands_on_true_time_and_joins_nothing()
    {
        var spark = Render<Sparkline>(p => p.Add(s => s.Points,
            [new(new(2020, 12, 31), 1), new(new(2021, 12, 31), 2), new(new(2024, 12, 31), -1, Provisional: true)]));

        var x = spark.FindAll("circle").Select(c => decimal.Parse(c.GetAttribute("cx")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, (x[2] - x[1]) / (x[1] - x[0]), 1);
        Assert.Equal(4, spark.FindAll("path").Count); // the zero line and three stems
        Assert.Contains("provisional", spark.FindAll("circle")[2].ClassList);
    }

    [Fact]
    public void Without_points_there_is_no_sparkline() =>
        Assert.Empty(Render<Sparkline>(p => p.Add(s => s.Points, [])).Markup.Trim());

    [Fact]
    public void The_empty_state_says_what_is_missing_and_who_can_enter_it()
    {
        var empty = Render<EmptyState>(p => p.Add(e => e.What, "暂无公开指标").Add(e => e.Who, "由牵头单位报送"));

        Assert.Contains("暂无公开指标", empty.Markup, StringComparison.Ordinal);
        Assert.Contains("由牵头单位报送", empty.Markup, StringComparison.Ordinal);
    }
}
