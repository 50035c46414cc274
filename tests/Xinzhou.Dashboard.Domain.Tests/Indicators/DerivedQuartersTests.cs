using System.Globalization;
using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class DerivedQuartersTests
{
    private static readonly AsOf Now = new(HandMade.Day("2026-01-05"));
    private readonly HandMade _made = new();

    [Fact]
    public void The_first_quarter_is_the_value_to_March_and_a_later_one_the_difference()
    {
        var q1 = _made.Add(Period.Ytd(2023, 3), 300.25m, known: "2023-04-20");
        var h1 = _made.Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-20", source: "https://b.gov.cn");

        var quarters = Derived();

        Assert.Equal([("2023-Q1", 300.25m), ("2023-Q2", 376.3m)], quarters.Select(q => (q.Period.Code, q.Value)));
        Assert.All(quarters, q => Assert.Equal(PeriodKind.Quarter, q.Period.Kind));
        Assert.Equal((q1, (Figure?)null), (quarters[0].Later, quarters[0].Earlier));
        Assert.Equal((h1, q1), (quarters[1].Later, quarters[1].Earlier));
        Assert.Equal(h1.KnownFrom, quarters[1].KnownFrom);
        Assert.Equal(["q0000000001", "q0000000002-0000000001"], quarters.Select(q => q.Key));
    }

    [Fact]
    public void It_is_known_from_the_later_of_the_two_publications()
    {
        var q1 = _made.Add(Period.Ytd(2023, 3), 300, known: "2023-09-01");
        _made.Add(Period.Ytd(2023, 6), 676, known: "2023-07-20");

        Assert.Equal(q1.KnownFrom, Derived()[1].KnownFrom);
        Assert.Empty(Derived(new(HandMade.Day("2023-08-01"))));
    }

    [Fact]
    public void Units_are_converted_exactly()
    {
        _made.Add(Period.Ytd(2023, 3), 3_000_000m, uom: "万元");
        _made.Add(Period.Ytd(2023, 6), 676.5m);

        Assert.Equal(376.5m, Derived()[1].Value);
    }

    [Theory]
    [InlineData("12.0", "亿元", "120000", "万元", "0")]
    [InlineData("3000450", "万元", "676.5", "亿元", "376.5")]
    [InlineData("100.00", "亿元", "250", "亿元", "150")]
    [InlineData("100.0", "亿元", "250.00", "亿元", "150.0")]
    [InlineData("1.2", "亿元", "25999", "万元", "14000")]
    public void It_has_no_more_digits_than_the_coarser_of_the_two(string first, string firstUom, string half, string halfUom, string quarter)
    {
        _made.Add(Period.Ytd(2023, 3), Number(first), uom: firstUom);
        _made.Add(Period.Ytd(2023, 6), Number(half), uom: halfUom);

        Assert.Equal(quarter, Derived()[1].Value.ToString(CultureInfo.InvariantCulture));

        static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Where_the_base_changes_between_releases_it_says_so()
    {
        var investment = HandMade.Gdp with { Note = "增速按可比口径，不可由绝对额相除" };
        var (q1, h1) = (_made.Add(Period.Ytd(2023, 3), 8), _made.Add(Period.Ytd(2023, 6), 12));
        Figure Of(Figure figure) => figure with { Series = figure.Series with { Indicator = investment } };

        Assert.True(new DerivedQuarter(Of(h1), Of(q1)).BaseChanges);
        Assert.False(new DerivedQuarter(Of(q1), null).BaseChanges);
        Assert.False(new DerivedQuarter(h1, q1).BaseChanges);
    }

    [Fact]
    public void The_year_counts_as_the_value_to_December_and_a_bare_year_does_not()
    {
        _made.Add(Period.Ytd(2023, 9), 900);
        _made.Add(Period.FullYear(2023), 1250);
        _made.Add(Period.Ytd(2022, 9), 800);
        _made.Add(Period.BareYear(2022), 1100);

        Assert.Equal(["2023-Q4"], Derived().Select(q => q.Period.Code));
    }

    [Fact]
    public void Values_of_different_stage_scope_kind_price_basis_or_unit_are_never_differenced()
    {
        _made.Add(Period.Ytd(2019, 3), 1, stage: Stage.Final);
        _made.Add(Period.Ytd(2019, 6), 2);
        _made.Add(Period.Ytd(2020, 3), 1, scope: "不包括开发区");
        _made.Add(Period.Ytd(2020, 6), 2);
        _made.Add(Period.Ytd(2021, 3), 1, kind: ValueKind.Forecast);
        _made.Add(Period.Ytd(2021, 6), 2);
        _made.Add(Period.Ytd(2022, 3), 1, priceBasis: PriceBasis.Constant);
        _made.Add(Period.Ytd(2022, 6), 2);
        _made.Add(Period.Ytd(2023, 3), 1, uom: "亿美元");
        _made.Add(Period.Ytd(2023, 6), 2);

        Assert.DoesNotContain(Derived(), q => q.Period.Code.EndsWith("Q2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bound_or_an_approximate_number_is_no_operand()
    {
        _made.Add(Period.Ytd(2023, 3), 300, comparator: Comparator.Approximately);
        _made.Add(Period.Ytd(2023, 6), 676);

        Assert.Empty(Derived());
    }

    [Fact]
    public void A_value_that_is_not_on_a_quarter_end_derives_nothing()
    {
        _made.Add(Period.Ytd(2023, 2), 200);
        _made.Add(Period.Ytd(2023, 5), 500);

        Assert.Empty(Derived());
    }

    [Fact]
    public void A_quarter_that_the_same_source_has_published_is_not_derived_beside_it()
    {
        _made.Add(Period.Ytd(2023, 3), 300);
        _made.Add(Period.Ytd(2023, 6), 676);
        _made.Add(Period.Quarter(2023, 2), 377);
        _made.Add(Period.Quarter(2023, 1), 301, source: "https://other.example");

        Assert.Equal(["2023-Q1"], Derived().Select(q => q.Period.Code));
    }

    [Theory]
    [InlineData(Measure.Yoy)]
    [InlineData(Measure.Share)]
    public void Growth_and_shares_are_never_differenced(Measure measure)
    {
        _made.Add(Period.Ytd(2023, 3), 3, measure: measure);
        _made.Add(Period.Ytd(2023, 6), 5, measure: measure);

        Assert.Empty(DerivedQuarters.Of(_made.Book.Histories[0], Now));
    }

    [Fact]
    public void Values_per_head_are_never_differenced()
    {
        _made.Add(Period.Ytd(2023, 3), 9000, HandMade.Income);
        _made.Add(Period.Ytd(2023, 6), 18000, HandMade.Income);

        Assert.Empty(DerivedQuarters.Of(_made.Book.Histories[0], Now));
    }

    [Fact]
    public void The_quarters_of_a_year_sum_to_the_year() =>
        Gen.Decimal[-99999m, 99999m].Select(d => decimal.Round(d, 2) + 0.00m).Array[4].Sample(values =>
        {
            var made = new HandMade();
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                made.Add(Period.Ytd(2023, 3 * quarter), values[quarter - 1]);
            }

            var quarters = DerivedQuarters.Of(made.Book.Histories[0], Now).ToList();
            return quarters.Count == 4 && quarters.Sum(q => q.Value) == values[3];
        });

    private List<DerivedQuarter> Derived(AsOf? asOf = null) =>
        [.. _made.Book.Histories.SelectMany(h => DerivedQuarters.Of(h, asOf ?? Now))];
}
