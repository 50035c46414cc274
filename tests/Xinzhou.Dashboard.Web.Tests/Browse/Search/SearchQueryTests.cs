using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Browse;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Search;

public sealed class SearchQueryTests
{
    private static readonly Catalogue Reference = new(
        [
            Of(1, "gdp", "地区生产总值", "Gross regional product", "GDP", "生产总值"),
            Of(2, "fixed_asset_investment", "固定资产投资", "Fixed-asset investment"),
            Of(3, "retail_sales", "社会消费品零售总额", "Total retail sales of consumer goods"),
            Of(4, "industrial_value_added_above_scale", "规模以上工业增加值", "Value added of industry above designated size", "规上工业增加值"),
            Of(5, "above_scale_enterprises", "规上工业企业数", "Industrial enterprises above designated size"),
        ],
        [
            new() { Code = "140900", Order = 1, Name = "忻州市", NameEn = "Xinzhou", Level = UnitLevel.City },
            new() { Code = "140902", Order = 2, Name = "忻府区", NameEn = "Xinfu", Level = UnitLevel.County },
            new() { Code = "140981", Order = 3, Name = "原平市", NameEn = "Yuanping", Level = UnitLevel.County },
        ]);

    [Theory]
    [InlineData("社零", "retail_sales")]
    [InlineData("规上工业", "industrial_value_added_above_scale")]
    [InlineData("固投", "fixed_asset_investment")]
    [InlineData("GDP", "gdp")]
    [InlineData("ｇｄｐ", "gdp")]
    [InlineData("retail sales", "retail_sales")]
    [InlineData("sales retail", "retail_sales")]
    [InlineData("社会消费品 总额", "retail_sales")]
    public void An_indicator_is_found_by_words_in_any_order_and_by_its_short_name_the_best_first(string typed, string code) =>
        Assert.Equal(code, Found(typed)[0].Code);

    [Theory]
    [InlineData("人均GDP", "gdp_per_capita")]
    [InlineData("财政收入", "general_budget_revenue")]
    public void An_indicator_is_found_by_what_people_say_for_it(string typed, string code)
    {
        var indicator = new Indicator { Code = code, Name = code, Type = IndicatorType.Flow, Uom = "元", Direction = Direction.Up, Order = 1 };

        Assert.Equal(0, SearchQuery.Fit(indicator, SearchQuery.WordsOf(typed)));
        Assert.DoesNotContain(typed, indicator.Aliases);
    }

    [Theory]
    [InlineData("社零\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\uFDD0社零")]
    [InlineData("社零\uD83D")]
    public void What_no_text_holds_is_looked_for_without_a_fault(string typed) =>
        Assert.NotNull(SearchQuery.Read(typed, Reference));

    [Theory]
    [InlineData("忻府区 社零 2024", "140902", 2024)]
    [InlineData("忻府社零2024年", "140902", 2024)]
    [InlineData("2024 社零", null, 2024)]
    [InlineData("原平市社会消费品零售总额", "140981", null)]
    [InlineData("Yuanping retail sales 2023", "140981", 2023)]
    public void The_unit_and_the_year_that_are_named_are_no_part_of_the_indicator(string typed, string? unit, int? year)
    {
        var query = SearchQuery.Read(typed, Reference);

        Assert.Equal((unit, year), (query.Unit?.Code, query.Year));
        Assert.Equal("retail_sales", Found(typed)[0].Code);
    }

    [Theory]
    [InlineData("忻府区 原平市 社零", "140902 140981")]
    [InlineData("原平、忻府社零2024", "140981 140902")]
    [InlineData("忻州市忻府区 社零", "140902")]
    [InlineData("忻州市 忻府区 社零", "140900 140902")]
    [InlineData("Yuanping Xinfu retail sales", "140981 140902")]
    public void Several_units_are_named_in_their_order_and_a_part_behind_its_whole_alone(string typed, string units)
    {
        var query = SearchQuery.Read(typed, Reference);

        Assert.Equal(units, string.Join(' ', query.Units.Select(u => u.Code)));
        Assert.Equal(query.Units[0], query.Unit);
        Assert.Equal("retail_sales", Found(typed)[0].Code);
    }

    [Theory]
    [InlineData("社零 增速", true, null)]
    [InlineData("社零同比", true, null)]
    [InlineData("忻府区社零增速2024", true, null)]
    [InlineData("retail sales growth 2024", true, null)]
    [InlineData("社零 上半年", false, 6)]
    [InlineData("2024年一季度 社零", false, 3)]
    [InlineData("社零 2024-Q1", false, 3)]
    [InlineData("社零 前三季度 增速", true, 9)]
    [InlineData("retail sales Q1–Q3 2024", false, 9)]
    [InlineData("社零 全年", false, 12)]
    [InlineData("社零", false, null)]
    public void Growth_and_the_part_of_the_year_are_no_part_of_the_indicator(string typed, bool isGrowth, int? months)
    {
        var query = SearchQuery.Read(typed, Reference);

        Assert.Equal((isGrowth, months), (query.IsGrowth, query.Months));
        Assert.Equal("retail_sales", Found(typed)[0].Code);
    }

    [Theory]
    [InlineData("忻府区")]
    [InlineData("2024")]
    [InlineData("忻府区 2024")]
    [InlineData("增速")]
    [InlineData("忻府区 上半年")]
    public void A_unit_or_a_year_alone_is_what_is_looked_for(string typed)
    {
        var query = SearchQuery.Read(typed, Reference);

        Assert.Null(query.Unit);
        Assert.Null(query.Year);
        Assert.Equal(query.Words, query.Subject);
    }

    [Theory]
    [InlineData("8", 8)]
    [InlineData("任务8", 8)]
    [InlineData("任务 8", 8)]
    [InlineData("任务第8项", 8)]
    [InlineData("第8项任务", 8)]
    [InlineData("第 8 项重点任务", 8)]
    [InlineData("第八项任务", 8)]
    [InlineData("第八项", 8)]
    [InlineData("任务三十九", 39)]
    [InlineData("十二号任务", 12)]
    [InlineData("第二十项任务", 20)]
    [InlineData("任务８", 8)]
    [InlineData("#8", 8)]
    [InlineData("task 8", 8)]
    [InlineData("Key task no. 8", 8)]
    [InlineData("2024", null)]
    [InlineData("任务", null)]
    [InlineData("任务一二", null)]
    [InlineData("8个指标", null)]
    [InlineData("社零 8", null)]
    public void A_task_is_named_by_its_number_in_many_ways(string typed, int? task) => Assert.Equal(task, SearchQuery.Read(typed, Reference).Task);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  、， ")]
    [InlineData("\u0000\u0001")]
    public void Nothing_is_found_for_nothing(string? typed) => Assert.True(SearchQuery.Read(typed, Reference).IsEmpty);

    [Fact]
    public void Every_word_must_be_met() => Assert.Empty(Found("社零 火星"));

    private static Indicator Of(int order, string code, string name, string nameEn, params string[] aliases) =>
        new() { Code = code, Order = order, Name = name, NameEn = nameEn, Type = IndicatorType.Flow, Uom = "亿元", Direction = Direction.Up, Aliases = aliases };

    private static Indicator[] Found(string typed)
    {
        var query = SearchQuery.Read(typed, Reference);
        return [.. Reference.Indicators.Select(i => (Indicator: i, Fit: SearchQuery.Fit(i, query.Subject)))
            .Where(f => f.Fit is not null).OrderBy(f => f.Fit).Select(f => f.Indicator)];
    }
}
