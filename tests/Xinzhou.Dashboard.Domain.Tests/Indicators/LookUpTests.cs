using Xinzhou.Dashboard.Domain.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class LookUpTests
{
    [Fact]
    public void A_number_that_no_figure_has_is_looked_up_without_looking_through_anything()
    {
        var book = Book([.. Enumerable.Range(1, 3000).Select(i => Figure(i, i, Period.Month(2000 + i % 24, 1 + i % 12)))]);
        Assert.Null(book.GroupOf(987_654));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var id = 3001; id < 13_000; id++)
        {
            if (book.GroupOf(id) is not null)
            {
                Assert.Fail($"{id} is there.");
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Each_figure_is_found_by_its_number_also_one_that_came_later_and_one_that_only_stands_in()
    {
        var growth = Series(measure: Measure.Yoy);
        var first = Book([.. Enumerable.Range(1, 600).Select(i => Figure(i, i, Period.Month(1990 + i / 12, 1 + i % 12)))]);
        var later = first.With([Figure(601, 1m, series: growth), Figure(5000, 2m, Period.FullYear(2024), growth)], []);
        var assumed = later.With([Figure(1, 3m, Period.FullYear(2025), growth) with { Id = long.MaxValue }], []);

        Assert.All(Enumerable.Range(1, 600), id => Assert.Equal(id, assumed.GroupOf(id)!.Find(id)!.Id));
        Assert.Equal(growth.Id, later.GroupOf(601)!.Series.Id);
        Assert.Equal(Period.FullYear(2024), later.GroupOf(5000)!.Period);
        Assert.Equal(Period.FullYear(2025), assumed.GroupOf(long.MaxValue)!.Period);
        Assert.Null(later.GroupOf(long.MaxValue));
        Assert.Null(first.GroupOf(601));
        Assert.Null(FigureBook.Empty.GroupOf(1));
    }

    [Theory]
    [InlineData("f0000000012", 12L)]
    [InlineData("f12345678901", 12345678901L)]
    [InlineData("f012", null)]
    [InlineData("f00000000012", null)]
    [InlineData("F0000000012", null)]
    [InlineData("f000000001 ", null)]
    [InlineData("f-000000012", null)]
    [InlineData("f99999999999999999999", null)]
    [InlineData("f", null)]
    [InlineData("", null)]
    public void A_figure_has_one_identifier(string key, long? id) => Assert.Equal(id, Domain.Indicators.Figure.IdOf(key));

    [Fact]
    public void A_derived_quarter_is_found_by_the_numbers_of_the_figures_it_is_computed_from()
    {
        var book = Book(Figure(1, 100m, Period.Ytd(2024, 3)), Figure(2, 250m, Period.Ytd(2024, 6)));
        var asOf = At("2025-01-01");

        Assert.Equal(150m, DerivedQuarters.Find(book, "q0000000002-0000000001", asOf)?.Value);
        Assert.Equal(100m, DerivedQuarters.Find(book, "q0000000001", asOf)?.Value);
        Assert.Null(DerivedQuarters.Find(book, "q0000000002", asOf));
        Assert.Null(DerivedQuarters.Find(book, "q0000000002-0000000003", asOf));
        Assert.Null(DerivedQuarters.Find(book, "q0000000003-0000000001", asOf));
        Assert.Null(DerivedQuarters.Find(book, "q-", asOf));
    }

    [Fact]
    public void The_series_that_cite_a_document_are_known_without_looking_through_the_book()
    {
        var growth = Series(measure: Measure.Yoy);
        var book = Book(Figure(1, 1m), Figure(2, 2m, source: 2), Figure(3, 3m, Period.FullYear(2022), source: 2), Figure(4, 4m, series: growth, source: 2));

        Assert.Equal([Measure.Level], book.Citing(1).Select(h => h.Series.Measure));
        Assert.Equal([Measure.Level, Measure.Yoy], book.Citing(2).Select(h => h.Series.Measure));
        Assert.Same(book.Citing(2), book.Citing(2));
        Assert.Empty(book.Citing(3));
    }
}
