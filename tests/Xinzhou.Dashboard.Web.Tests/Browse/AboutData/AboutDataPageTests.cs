using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse.AboutData;

namespace Xinzhou.Dashboard.Web.Tests.Browse.AboutData;

public sealed class AboutDataPageTests : FigureContext
{
    [Fact]
    public void What_is_not_stated_ambiguous_or_provisional_is_listed_and_counted()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m, stage: Stage.Preliminary);
        Figures.Add(Period.FullYear(2024), 1323.4m, stage: Stage.Final);

        var page = Page<AboutDataPage>("/about-data");

        Assert.Contains("文章发布日期、年份", page.Find("#not-stated").TextContent, StringComparison.Ordinal);
        Assert.Contains("新能源 vs 新能源和清洁能源", page.Find("#ambiguities").TextContent, StringComparison.Ordinal);
        var counts = page.FindAll("#provisional dd").Select(d => d.TextContent).ToList();
        Assert.Equal("2 / 2", counts[0]); // numbers
        Assert.Equal("1 / 2", counts[2]); // placeholders
        Assert.Equal("2 / 2", counts[3]); // groupings: none is of the Opinion
        Assert.Equal("1 / 2", counts[6]); // preliminary figures
    }

    [Fact]
    public void What_has_its_official_wording_is_provisional_no_more()
    {
        Said.Add(new TaskStatement
        {
            Origin = PlanOrigin.NotRecorded with { Id = 1, Source = "忻政办发〔2026〕1号", KnownFrom = Now.AddDays(-9), RecordedAt = Now.AddDays(-9) },
            Number = 1,
            Title = "加快制造业振兴",
        });

        var page = Page<AboutDataPage>("/about-data");

        Assert.Equal(["1 / 2", "1 / 2"], page.FindAll("#provisional dd").Take(2).Select(d => d.TextContent));
    }

    [Fact]
    public void Sources_that_disagree_are_shown_both_and_why_one_is_preferred()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2025), 1331.4m, source: "https://news.example/b", reliability: Reliability.Repost);

        var conflict = Page<AboutDataPage>("/about-data").Find("#conflicts article");

        Assert.Equal(["1330.4亿元", "1331.4亿元"], conflict.QuerySelectorAll(".figure").Select(f => f.TextContent));
        Assert.Contains("显示1330.4亿元，因为来源更可靠", conflict.TextContent, StringComparison.Ordinal);
    }
}
