using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Tests.Browse;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Wording;

/// <summary>Documents are called by their titles, or by what they speak of; never by the host of an address.</summary>
public sealed class SourceNamesTests : FigureContext
{
    [Fact]
    public void A_document_without_a_title_is_called_by_what_it_speaks_of()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);

        Assert.Equal("忻州市2025年地区生产总值", Name());
    }

    [Fact]
    public void Of_several_units_years_and_indicators_it_says_the_first_the_span_and_how_many()
    {
        Figures.Add(Period.FullYear(2023), 1314.0m);
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2025), 150.2m, unit: HandMade.County);
        Figures.Add(Period.FullYear(2024), 38000m, HandMade.Income);

        Assert.Equal("忻州市等2个单元2023—2025年地区生产总值等2个指标", Name());
        Speak(Languages.English);
        Assert.StartsWith("Xinzhou and others (2 units), 2023–2025: Gross regional product", Name(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://a.example/1 2025年统计公报", "2025年统计公报")]
    [InlineData("2025年统计公报", "2025年统计公报")]
    [InlineData("http://a.example/1 (转新华网)", "忻州市2025年地区生产总值")]
    [InlineData("http://a.example/1 (附件 P02.xls)", "忻州市2025年地区生产总值")]
    public void A_title_is_a_title_and_a_remark_is_none(string citation, string name)
    {
        var read = Domain.Notation.SourceText.Read(citation);
        var figure = Figures.Add(Period.FullYear(2025), 1330.4m);

        Assert.Equal(name, Names.Of(figure.Source with { Address = read.Address, Title = read.Title }, Digest()));
    }

    [Fact]
    public void What_is_not_known_yet_describes_nothing()
    {
        var figure = Figures.Add(Period.FullYear(2024), 1323.3m, known: "2025-01-31");
        Figures.Add(Period.FullYear(2025), 1330.4m, known: "2026-01-31");

        Assert.Equal("忻州市2024年地区生产总值", Names.Of(figure.Source, Digest("2025-06-30")));
        Assert.Equal("tjj.sxxz.gov.cn", Names.Of(figure.Source, Digest("2024-06-30")));
    }

    [Fact]
    public void No_chip_list_or_chart_shows_a_host()
    {
        var figure = Figures.Add(Period.FullYear(2024), 1323.3m);
        Figures.Add(Period.FullYear(2025), 1330.4m, source: "http://www.copy.example/x", reliability: Reliability.Repost);

        var own = Page<FigurePage>($"/figures/{figure.Key}", ("Key", figure.Key));
        var indicator = Page<IndicatorPage>("/indicators/gdp", ("Code", "gdp"));

        Assert.Contains("忻州市2024年地区生产总值", own.Find(".source .name").TextContent, StringComparison.Ordinal);
        Assert.All(own.FindAll(".source .name").Concat(indicator.FindAll(".source .name, .chart .note, td[data-label=来源]")), name =>
            Assert.DoesNotMatch(@"sxxz\.gov|copy\.example", name.TextContent));
        Assert.All(own.FindAll("a.figure").Concat(indicator.FindAll("a.figure")), link => Assert.DoesNotContain("gov.cn", link.GetAttribute("title")!, StringComparison.Ordinal));
    }

    private SourceNames Names => Services.GetRequiredService<SourceNames>();

    private string Name() => Names.Of(Figures.Sources[0], Digest());

    private Digest Digest(string? day = null) => new(RuleBook.Empty, Figures.Book.At(new(day is null ? Now : HandMade.Day(day))));
}
