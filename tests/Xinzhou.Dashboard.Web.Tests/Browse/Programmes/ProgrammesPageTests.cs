using Bunit;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse.Programmes;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Programmes;

public sealed class ProgrammesPageTests : PageContext
{
    private static readonly CityPlan Plan = SamplePlan.Plan with
    {
        Programmes =
        [
            new()
            {
                Code = "valley", Order = 1, Name = "“一谷七区”", Quote = "布局打造“一谷七区”", MembersStated = false,
                Counts = new Dictionary<string, int> { ["区"] = 7, ["谷"] = 1 },
            },
            new()
            {
                Code = "levers", Order = 2, Name = "六个抓手", Quote = "忻州以落实产业链“链长制”等为重点", MembersStated = true,
                Members = ["产业链“链长制”", "开发区"],
            },
        ],
        Accountability =
        [
            new() { Code = "a", Order = 1, Name = "督查问责机制", Quote = "忻州完善督查问责机制", Group = "督导力" },
            new() { Code = "b", Order = 2, Name = "链长制", Quote = "产业链“链长制”", Group = "创造力" },
            new() { Code = "c", Order = 3, Name = "考核评价", Quote = "充分发挥考核评价的作用", Group = "督导力" },
        ],
    };

    [Fact]
    public void Members_that_are_only_counted_are_empty_bricks_in_the_order_of_the_name()
    {
        Show(new() { Plan = Plan });

        var card = Render<ProgrammesPage>().FindAll("article")[0];

        Assert.Equal(["1谷", "7区"], card.QuerySelectorAll(".counted b").Select(b => b.TextContent));
        Assert.Equal(8, card.QuerySelectorAll(".counted i").Length);
        Assert.Contains("成员未公布", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("“布局打造‘一谷七区’”", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_are_named_are_listed()
    {
        Show(new() { Plan = Plan });

        var card = Render<ProgrammesPage>().FindAll("article")[1];

        Assert.Equal(["产业链“链长制”", "开发区"], card.QuerySelectorAll(".members li").Select(m => m.TextContent));
        Assert.DoesNotContain("成员未公布", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Mechanisms_stand_together_under_the_articles_headings()
    {
        Show(new() { Plan = Plan });

        var groups = Render<ProgrammesPage>().FindAll(".groups section");

        Assert.Equal(["督导力", "创造力"], groups.Select(g => g.QuerySelector("h3")!.TextContent));
        Assert.Equal(["督查问责机制", "考核评价"], groups[0].QuerySelectorAll("li b").Select(b => b.TextContent));
    }

    [Theory]
    [InlineData("落实产业链“链长制”", "4")]
    [InlineData("忻州以落实产业链“链长制”等为重点", "4")]
    [InlineData("能源产业", "2")]
    [InlineData("没有这句话", "")]
    public void Tasks_worded_from_the_same_sentence_are_found(string quote, string numbers) =>
        Assert.Equal(numbers, string.Join(',', new ProgrammesModel(Plan).TasksFrom(quote).Select(t => t.Number)));

    [Theory]
    [InlineData(Languages.Chinese)]
    [InlineData(Languages.English)]
    public void Without_a_plan_both_parts_say_so(string language)
    {
        Speak(language);

        Assert.Equal(2, Render<ProgrammesPage>().FindAll(".empty").Count);
    }
}
