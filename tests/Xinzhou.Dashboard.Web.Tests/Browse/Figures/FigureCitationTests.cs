using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Tests.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Figures;

public sealed class FigureCitationTests : ShellContext
{
    [Fact]
    public void Who_cites_a_figure_that_was_corrected_says_so()
    {
        Services.AddSingleton<FigureWords>();
        var made = new HandMade();
        var (old, better) = (made.Add(Period.FullYear(2024), 164.0m), made.Add(Period.FullYear(2024), 164.4m));

        Assert.Contains("2024年全年164.0亿元（初步核算数，现价），后更正为164.4亿元", Cite(old, better).Plain, StringComparison.Ordinal);
        Assert.Contains("（初步核算数，现价），后更正为164.4亿元[DS/OL]", Cite(old, better).Standard, StringComparison.Ordinal);
        Assert.DoesNotContain("更正", Cite(better, null).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Scope_price_basis_and_an_inferred_year_are_cited_with_the_value()
    {
        Services.AddSingleton<FigureWords>();
        var made = new HandMade();
        var scoped = made.Add(Period.FullYear(2021), 152.3m, unit: HandMade.County, scope: "不包括开发区");
        var inferred = made.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy) with { YearInferred = true };

        foreach (var (figure, qualified) in new[] { (scoped, "（初步核算数，现价，不包括开发区）"), (inferred, "（初步核算数，不变价，年份为推定）") })
        {
            Assert.Contains(qualified, Cite(figure, null).Plain, StringComparison.Ordinal);
            Assert.Contains($"{qualified}[DS/OL]", Cite(figure, null).Standard, StringComparison.Ordinal);
        }
    }

    private FigureCitation Cite(Figure figure, Figure? corrected) => FigureCitation.Of(
        figure, Services.GetRequiredService<FigureWords>(), Services.GetRequiredService<IStringLocalizer<FigurePage>>(),
        "统计公报", new("http://127.0.0.1/figures/f1"), new(2026, 11, 23), corrected);
}
