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

        Assert.Contains("2024年全年164.0亿元（初步数，现价），后更正为164.4亿元", Cite(old, better).Plain, StringComparison.Ordinal);
        Assert.Contains("（初步数，现价），后更正为164.4亿元[DS/OL]", Cite(old, better).Standard, StringComparison.Ordinal);
        Assert.DoesNotContain("更正", Cite(better, null).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Scope_price_basis_and_an_inferred_year_are_cited_with_the_value()
    {
        Services.AddSingleton<FigureWords>();
        var made = new HandMade();
        var scoped = made.Add(Period.FullYear(2021), 152.3m, unit: HandMade.County, scope: "不包括开发区");
        var inferred = made.Add(Period.Ytd(2023, 6), 1m, measure: Measure.Yoy) with { YearInferred = true };

        foreach (var (figure, qualified) in new[] { (scoped, "（初步数，现价，不包括开发区）"), (inferred, "（初步数，不变价，年份推定）") })
        {
            Assert.Contains(qualified, Cite(figure, null).Plain, StringComparison.Ordinal);
            Assert.Contains($"{qualified}[DS/OL]", Cite(figure, null).Standard, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_date_of_the_standard_form_is_the_month_alone_where_only_that_is_known()
    {
        Services.AddSingleton<FigureWords>();
        var figure = new HandMade().Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-31") with { KnownFromBasis = KnownFromBasis.Month };

        Assert.Contains("统计公报. (2023-07)[2026-11-23]", Cite(figure, null).Standard, StringComparison.Ordinal);
        Assert.Contains("2023-07（仅知月份）", Cite(figure, null).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_return_released_is_dated_by_its_release()
    {
        Services.AddSingleton<FigureWords>();
        var figure = new HandMade().Add(Period.Ytd(2026, 6), 676.5m, known: "2026-07-20", reliability: Reliability.Return) with { KnownFromBasis = KnownFromBasis.Recorded };

        Assert.Contains(" (2026-07-20)[", Cite(figure, null).Standard, StringComparison.Ordinal);
        Assert.DoesNotContain("未载明", Cite(figure, null).Plain, StringComparison.Ordinal);
        Assert.Contains("公布日期未载明", Cite(figure with { Reliability = Reliability.Official }, null).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Unified_accounting_is_said_in_both_languages_and_preliminary_accounts_only_where_they_are_such()
    {
        Services.AddSingleton<FigureWords>();
        var figure = new HandMade().Add(Period.FullYear(2024), 164.0m, stage: Stage.Unstated) with { VintageLabel = "统一核算", UnifiedAccounting = true };
        var accounts = new HandMade().Add(Period.FullYear(2024), 164.0m) with { VintageLabel = "初步核算数" };
        Assert.Contains("（统一核算，现价）", Cite(figure, null).Plain, StringComparison.Ordinal);

        Speak(Languages.English);

        Assert.Contains("(unified accounting, current prices)", Cite(figure, null).Plain, StringComparison.Ordinal);
        Assert.Contains("(preliminary accounting figure, current prices)", Cite(accounts, null).Plain, StringComparison.Ordinal);
        Assert.Contains("(preliminary, current prices)", Cite(accounts with { VintageLabel = "首次发布" }, null).Plain, StringComparison.Ordinal);
    }

    private FigureCitation Cite(Figure figure, Figure? corrected) => FigureCitation.Of(
        figure, Services.GetRequiredService<FigureWords>(), Services.GetRequiredService<IStringLocalizer<FigurePage>>(),
        "统计公报", new("http://127.0.0.1/figures/f1"), new(2026, 11, 23), corrected);
}
