using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Figures;

public sealed class FigureModelTests
{
    private readonly HandMade _figures = new();

    [Fact]
    public void Versions_are_listed_by_stage_then_known_from_and_the_shown_one_is_said()
    {
        var final = _figures.Add(Period.FullYear(2023), 1300.1m, known: "2025-01-20", stage: Stage.Final);
        var corrected = _figures.Add(Period.FullYear(2023), 1323.4m, known: "2024-02-20");
        var first = _figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20", source: "https://news.example/b", reliability: Reliability.Repost);

        var model = Model(first)!;

        Assert.Equal([first, corrected, final], model.Vintages.Select(v => v.Figure));
        Assert.Equal([final.Key], model.Vintages.Where(v => v.Preferred).Select(v => v.Figure.Key));
        Assert.False(model.IsShown);
        Assert.Equal(final, model.Shown);
    }

    [Fact]
    public void Before_it_was_known_a_figure_is_hidden()
    {
        var figure = _figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");

        var model = Model(figure, "2024-01-19")!;

        Assert.False(model.IsKnown);
        Assert.Empty(model.Vintages);
        Assert.Null(model.Shown);
    }

    [Fact]
    public void A_withdrawn_figure_says_so_and_another_takes_its_place()
    {
        var kept = _figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20", source: "https://news.example/b", reliability: Reliability.Repost);
        var withdrawn = _figures.Add(Period.FullYear(2023), 1400m, known: "2024-01-20");
        _figures.Withdraw(withdrawn, "2024-03-01");

        Assert.Equal("错误", Model(withdrawn)!.Withdrawal!.Reason);
        Assert.Equal(kept, Model(withdrawn)!.Shown);
        Assert.Null(Model(withdrawn, "2024-02-01")!.Withdrawal);
        Assert.True(Model(withdrawn, "2024-02-01")!.IsShown);
    }

    [Fact]
    public void Other_figures_of_the_source_are_those_of_the_same_sentence_first()
    {
        var figure = _figures.Add(Period.FullYear(2025), 1330.4m);
        _figures.Add(Period.FullYear(2025), 44900m, HandMade.Income);
        var same = _figures.Add(Period.FullYear(2020), 1330.4m);
        _figures.Add(Period.FullYear(2025), 1m, HandMade.Income, source: "https://news.example/b");

        var model = Model(figure)!;

        Assert.Equal(2, model.SiblingCount);
        Assert.Equal(same, model.Siblings[0]);
    }

    [Theory]
    [InlineData("f0000000099")]
    [InlineData("f1")]
    [InlineData("x0000000001")]
    [InlineData("f+000000001")]
    [InlineData("")]
    public void What_is_no_figure_is_not_found(string key)
    {
        _figures.Add(Period.FullYear(2023), 1323.3m);
        var snapshot = new Snapshot { Catalogue = HandMade.Catalogue, Figures = _figures.Book };

        Assert.Null(FigureModel.Find(snapshot, snapshot.Figures.At(new(HandMade.Day("2026-11-23"))), key));
    }

    [Theory]
    [InlineData("1.05", "亿吨", "万吨", "10500")]
    [InlineData("1.51", "亿千瓦", "万千瓦", "15100")]
    [InlineData("317.20", "万人", "万人", "317.20")]
    [InlineData("577990", "人", "万人", "57.7990")]
    public void A_converted_value_keeps_the_digits_it_was_published_with(string value, string uom, string into, string expected)
    {
        var indicator = HandMade.Capacity with { Code = uom, Uom = into };
        var figure = _figures.Add(Period.FullYear(2024), decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), indicator, uom: uom);

        Assert.Equal(expected, ValueText.Number(Published.Of(figure)!.Value));
    }

    private FigureModel? Model(Figure figure, string asOf = "2026-11-23")
    {
        var snapshot = new Snapshot { Catalogue = HandMade.Catalogue, Figures = _figures.Book, Sources = _figures.Sources };
        return FigureModel.Find(snapshot, snapshot.Figures.At(new(HandMade.Day(asOf))), figure.Key);
    }
}
