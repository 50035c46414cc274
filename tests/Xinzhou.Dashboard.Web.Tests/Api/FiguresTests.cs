using System.Text.Json;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>What <c>figures</c> answers, and when.</summary>
public sealed class FiguresTests
{
    private readonly HandMade _made = new();

    [Fact]
    public async Task A_figure_has_all_fields_of_the_contract_in_their_order()
    {
        _made.Add(Period.Ytd(2023, 6), 676.50m, known: "2023-07-20");
        await using var api = Host();

        var figure = Assert.Single(await api.Items("figures"));

        Assert.Equal(
            ["id", "series", "indicator", "unit", "measure", "benchmark", "of", "period", "value", "text", "comparator", "uom",
             "kind", "vintage", "vintageLabel", "accounting", "priceBasis", "scope", "knownFrom", "knownTo", "knownFromBasis",
             "recordedAt", "preferred", "provisional", "derived", "source", "note", "findings"],
            figure.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["code", "kind", "label", "name", "start", "end", "yearInferred"],
            figure.GetProperty("period").EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["id", "title", "address", "quote", "reliability"],
            figure.GetProperty("source").EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """{"code":"2023-H1","kind":"ytd","label":"上半年","name":"2023年上半年","start":"2023-01-01","end":"2023-06-30","yearInferred":false}""",
            figure.GetProperty("period").GetRawText());
        Assert.Equal("f0000000001", Text(figure, "id"));
        Assert.Equal("676.50", Text(figure, "value"));
        Assert.Equal("=", Text(figure, "comparator"));
        Assert.Equal("current", Text(figure, "priceBasis"));
        Assert.Equal("2023-07-20T00:00:00+08:00", Text(figure, "knownFrom"));
        Assert.True(figure.GetProperty("preferred").GetBoolean());
        Assert.True(figure.GetProperty("provisional").GetBoolean());
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("benchmark").ValueKind);
    }

    [Fact]
    public async Task Chinese_and_signs_stay_readable_in_the_body()
    {
        _made.Add(Period.Unstated, 500, comparator: Comparator.AtLeast);
        await using var api = Host();

        var body = await api.Client.GetStringAsync("figures");

        Assert.Contains("时期未载明", body, StringComparison.Ordinal);
        Assert.Contains("\">=\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_stands_in_every_list_as_it_stands_alone_and_anew_once_anything_has_changed()
    {
        _made.Add(Period.FullYear(2022), 1_436.4m, known: "2023-01-20");
        _made.Add(Period.FullYear(2022), 1_440.9m, known: "2023-12-20", stage: Stage.Final);
        _made.Add(Period.FullYear(2023), 1_503.1m, known: "2024-01-20");
        _made.Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-20");
        _made.Add(Period.Ytd(2023, 9), 976.5m, known: "2023-10-20");
        await using var api = Host();
        string[] queries = ["", "?lang=en", "?vintages=true", "?derived=true", "?limit=2", "?asOf=2023-08-01", "?asOf=2024-02-01"];
        await AllStandAsync();
        var before = await api.Client.GetStringAsync("figures?vintages=true");

        // The first of 2022 stays what it is, but was shown until an earlier day.
        _made.Add(Period.FullYear(2022), 1_438.0m, known: "2023-06-20", stage: Stage.Revised);
        api.Store.Replace(ApiHost.Of(_made));

        await AllStandAsync();
        Assert.Equal("2023-12-20", Until(before));
        Assert.Equal("2023-06-20", Until(await api.Client.GetStringAsync("figures?vintages=true")));

        static string Until(string body) => JsonDocument.Parse(body).RootElement.GetProperty("items").EnumerateArray()
            .Single(i => Text(i, "value") == "1436.4").GetProperty("knownTo").GetString()![..10];

        async Task AllStandAsync()
        {
            // Twice: what was written for one list is put into the others.
            foreach (var query in queries.Concat(queries.Select(q => q.Length == 0 ? "?limit=500" : $"{q}&kind=actual")))
            {
                var alone = query.Split('?', '&').FirstOrDefault(p => p.StartsWith("lang", StringComparison.Ordinal) || p.StartsWith("asOf", StringComparison.Ordinal));
                var items = await api.Items($"figures{query}");
                Assert.NotEmpty(items);
                foreach (var item in items) Assert.Equal(await api.Client.GetStringAsync($"figures/{Text(item, "id")}?{alone}"), item.GetRawText());
            }
        }
    }

    [Fact]
    public async Task A_gap_says_what_it_is_a_gap_of()
    {
        _made.Add(Period.Ytd(2023, 6), 13.1m, measure: Measure.Gap, benchmark: Benchmark.Province);
        await using var api = Host();

        var gap = Assert.Single(await api.Items("figures"));

        Assert.Equal(("province", "yoy", "个百分点"), (Text(gap, "benchmark"), Text(gap, "of"), Text(gap, "uom")));
    }

    [Fact]
    public async Task Real_and_nominal_growth_are_two_figures_that_are_both_shown_and_can_be_asked_for_apart()
    {
        _made.Add(Period.FullYear(2022), 90m);
        _made.Add(Period.FullYear(2022), 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current, known: "2023-02-01");
        _made.Add(Period.FullYear(2022), 5.2m, measure: Measure.Yoy, known: "2023-02-03", stage: Stage.Final);
        _made.Add(Period.FullYear(2022), 5.0m, measure: Measure.Yoy, priceBasis: PriceBasis.Constant, known: "2023-02-01");
        _made.Add(Period.FullYear(2022), 1m, HandMade.Income);
        await using var api = Host();

        async Task<IEnumerable<string>> Values(string query) =>
            (await api.Items($"figures?{query}")).Select(f => $"{Text(f, "value")} {Text(f, "priceBasis")}");

        Assert.Equal(["9.3 current", "5.2 constant"], await Values("indicator=gdp&measure=yoy"));
        Assert.Equal(["9.3 current", "5.0 constant", "5.2 constant"], await Values("indicator=gdp&measure=yoy&vintages=true"));
        Assert.Equal(["9.3 current"], await Values("indicator=gdp&measure=yoy&priceBasis=current"));
        Assert.Equal(["5.2 constant"], await Values("measure=yoy&priceBasis=constant"));
        Assert.Equal(["90 current", "9.3 current", "1 unstated"], await Values("priceBasis=current&priceBasis=unstated"));
        Assert.Empty(await api.Items("conflicts"));
        Assert.Equal(2, (await api.Items("series?indicator=gdp&measure=yoy"))[0].GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Pages_of_real_and_nominal_growth_leave_none_out()
    {
        foreach (var year in Enumerable.Range(2015, 6))
        {
            _made.Add(Period.FullYear(year), 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current, known: $"{year + 1}-03-01");
            _made.Add(Period.FullYear(year), 5.0m, measure: Measure.Yoy, known: $"{year + 1}-02-01");
        }

        await using var api = Host();
        var (ids, cursor) = (new List<string?>(), (string?)null);
        do
        {
            using var page = JsonDocument.Parse(await api.Client.GetStringAsync($"figures?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}"));
            ids.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(f => Text(f, "id")));
            cursor = page.RootElement.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal((await api.Items("figures")).Select(f => Text(f, "id")), ids);
        Assert.Equal(12, ids.Distinct().Count());
    }

    [Fact]
    public async Task They_stand_in_the_order_of_the_contract()
    {
        _made.Add(Period.Unstated, 1);
        _made.Add(Period.Quarter(2023, 1), 2, source: "https://b.gov.cn");
        _made.Add(Period.Ytd(2023, 3), 3);
        _made.Add(Period.FullYear(2022), 4);
        _made.Add(Period.FullYear(2022), 4, kind: ValueKind.Target);
        _made.Add(Period.BareYear(2022), 5);
        _made.Add(Period.FullYear(2019), 6, scope: "不包括开发区");
        _made.Add(Period.Ytd(2023, 3), 7, measure: Measure.Yoy);
        _made.Add(Period.Ytd(2023, 3), 8, unit: HandMade.Nation);
        _made.Add(Period.Point(new(2023, 7, 31)), 9, HandMade.Capacity);
        await using var api = Host();

        var found = (await api.Items("figures")).Select(f =>
            $"{Text(f, "indicator")} {Text(f, "unit")} {Text(f, "measure")} {Text(f, "scope")} {f.GetProperty("period").GetProperty("code")} " +
            $"{f.GetProperty("period").GetProperty("kind")} {Text(f, "kind")}");

        Assert.Equal(
        [
            "gdp 100000 level  2023-Q1 ytd actual",
            "gdp 140900 level  2022 year actual",
            "gdp 140900 level  2022-FY year actual",
            "gdp 140900 level  2022-FY year target",
            "gdp 140900 level  2023-Q1 quarter actual",
            "gdp 140900 level  2023-Q1 ytd actual",
            "gdp 140900 level  UNSTATED unstated actual",
            "gdp 140900 level 不包括开发区 2019-FY year actual",
            "gdp 140900 yoy  2023-Q1 ytd actual",
            "installed_capacity_total 140900 level  2023-07-31 point actual",
        ], found);
    }

    [Theory]
    [InlineData("indicator=gdp", 6)]
    [InlineData("indicator=GDP", 6)]
    [InlineData("indicator=%E5%9C%B0%E5%8C%BA%E7%94%9F%E4%BA%A7%E6%80%BB%E5%80%BC", 6)]
    [InlineData("indicator=gdp&indicator=urban_income", 7)]
    [InlineData("unit=140900", 6)]
    [InlineData("unit=忻州全市", 6)]
    [InlineData("unit=忻府区&unit=140900", 7)]
    [InlineData("measure=yoy", 1)]
    [InlineData("measure=yoy&measure=level", 7)]
    [InlineData("period=2023-H1", 3)]
    [InlineData("period=2023-M01-06", 3)]
    [InlineData("period=2023-Q1", 2)]
    [InlineData("period=2023-Q1&periodKind=quarter", 1)]
    [InlineData("periodKind=ytd&periodKind=year", 6)]
    [InlineData("period=2022-FY", 1)]
    [InlineData("period=2022", 0)]
    [InlineData("period=1999-FY", 0)]
    [InlineData("kind=target", 1)]
    [InlineData("kind=actual&kind=target", 7)]
    [InlineData("from=2023-01-01", 6)]
    [InlineData("from=2023-01-01&to=2023-03-31", 2)]
    [InlineData("to=2022-12-31", 1)]
    public async Task Filters_take_codes_names_and_aliases_and_repeated_they_mean_or(string query, int count)
    {
        _made.Add(Period.Ytd(2023, 6), 676.5m);
        _made.Add(Period.Ytd(2023, 6), 1, measure: Measure.Yoy);
        _made.Add(Period.Ytd(2023, 6), 18000, HandMade.Income, HandMade.County);
        _made.Add(Period.Ytd(2023, 3), 300);
        _made.Add(Period.Quarter(2023, 1), 300);
        _made.Add(Period.FullYear(2022), 1200, kind: ValueKind.Target);
        _made.Add(Period.FullYear(2023), 1400);
        await using var api = Host();

        var answer = await api.Get($"figures?{query}");

        Assert.Equal(count, answer.GetProperty("items").GetArrayLength());
        Assert.Equal(count, answer.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_figure_is_hidden_before_it_was_known_and_shown_from_then_on()
    {
        _made.Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-20");
        await using var api = Host();

        Assert.Empty(await api.Items("figures?asOf=2023-07-19"));
        Assert.Single(await api.Items("figures?asOf=2023-07-20"));
        Assert.Single(await api.Items("figures?asOf=2023-07-20T00:00:00%2B08:00"));
        Assert.Single(await api.Items("figures?asOf=2023-07-20T00:00:00+08:00"));
        Assert.Single(await api.Items("figures?asOf=2023-07-19T16:00:00Z"));
        Assert.Empty(await api.Items("figures?asOf=2023-07-19T15:59:59.999999Z"));
    }

    [Fact]
    public async Task By_the_other_clock_a_figure_is_hidden_until_it_was_recorded()
    {
        _made.Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-20", recorded: "2025-03-01");
        await using var api = Host();

        Assert.Single(await api.Items("figures?asOf=2024-01-01"));
        Assert.Empty(await api.Items("figures?asOf=2024-01-01&clock=recorded"));
        Assert.Single(await api.Items("figures?asOf=2025-03-01&clock=recorded"));
        Assert.Single(await api.Items("figures?clock=recorded"));
    }

    [Fact]
    public async Task A_correction_leaves_both_vintages_and_says_until_when_the_first_was_shown()
    {
        _made.Add(Period.FullYear(2023), 1400, known: "2024-01-20");
        _made.Add(Period.FullYear(2023), 1380.5m, known: "2024-12-20", stage: Stage.Final);
        await using var api = Host();

        var vintages = await api.Items("figures?vintages=true");
        Assert.Equal(["1400", "1380.5"], vintages.Select(v => Text(v, "value")));
        Assert.Equal([false, true], vintages.Select(v => v.GetProperty("preferred").GetBoolean()));
        Assert.Equal(["2024-12-20T00:00:00+08:00", null], vintages.Select(v => Text(v, "knownTo")));

        var before = Assert.Single(await api.Items("figures?vintages=true&asOf=2024-12-19"));
        Assert.True(before.GetProperty("preferred").GetBoolean());
        Assert.Null(Text(before, "knownTo"));
        Assert.Equal("1400", Text(Assert.Single(await api.Items("figures?asOf=2024-06-30")), "value"));
        Assert.Equal("1380.5", Text(Assert.Single(await api.Items("figures")), "value"));
    }

    [Fact]
    public async Task A_withdrawn_figure_is_unknown_and_the_one_before_it_shown_again()
    {
        _made.Add(Period.FullYear(2023), 1400, known: "2024-01-20");
        var wrong = _made.Add(Period.FullYear(2023), 9999, known: "2024-02-20", stage: Stage.Final);
        _made.Withdraw(wrong, "2024-03-01");
        await using var api = Host();

        var now = Assert.Single(await api.Items("figures?vintages=true"));
        Assert.Equal(("1400", (string?)null), (Text(now, "value"), Text(now, "knownTo")));
        var then = await api.Items("figures?vintages=true&asOf=2024-02-29");
        Assert.Equal([("1400", "2024-02-20T00:00:00+08:00"), ("9999", null)], then.Select(v => (Text(v, "value"), Text(v, "knownTo"))));
        Assert.Equal(404, (await api.Refused($"figures/{wrong.Key}")).Status);
    }

    [Fact]
    public async Task A_publication_that_lies_ahead_is_shown_when_its_time_comes()
    {
        _made.Add(Period.FullYear(2025), 1400, known: "2026-01-20", recorded: "2026-01-01");
        await using var api = Host();

        Assert.Empty(await api.Items("figures"));
        var before = (await api.Get("figures")).GetProperty("asOf").GetString();
        api.Time.Now = HandMade.Day("2026-01-20");

        Assert.Single(await api.Items("figures"));
        Assert.Equal("2026-01-01T00:00:00+08:00", before);
        Assert.Equal("2026-01-20T00:00:00+08:00", (await api.Get("figures")).GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task Derived_quarters_come_only_when_asked_for_and_say_that_they_are_derived()
    {
        _made.Add(Period.Ytd(2023, 3), 300.1m, known: "2023-04-20");
        _made.Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-20", source: "https://b.gov.cn");
        _made.Add(Period.Ytd(2023, 6), 1, measure: Measure.Yoy);
        await using var api = Host();

        Assert.DoesNotContain(await api.Items("figures"), f => f.GetProperty("derived").GetBoolean());
        var quarters = (await api.Items("figures?derived=true")).Where(f => f.GetProperty("derived").GetBoolean()).ToList();

        Assert.Equal(["2023-Q1", "2023-Q2"], quarters.Select(q => q.GetProperty("period").GetProperty("code").GetString()));
        Assert.Equal(["300.1", "376.4"], quarters.Select(q => Text(q, "value")));
        Assert.All(quarters, q => Assert.Equal("quarter", q.GetProperty("period").GetProperty("kind").GetString()));
        Assert.Equal("2023-07-20T00:00:00+08:00", Text(quarters[1], "knownFrom"));
        Assert.Equal("https://b.gov.cn", quarters[1].GetProperty("source").GetProperty("address").GetString());
        Assert.Contains("f0000000002", Text(quarters[1], "note"), StringComparison.Ordinal);
        Assert.Equal(Text(quarters[1], "value"), Text(await api.Get($"figures/{Text(quarters[1], "id")}"), "value"));
        Assert.Single(await api.Items("figures?derived=true&period=2023-Q2"));
    }

    [Fact]
    public async Task A_derived_quarter_of_an_indicator_whose_base_changes_warns_in_its_note()
    {
        var invested = HandMade.Gdp with { Code = "fixed_asset_investment", Name = "固定资产投资", Aliases = [], Note = "增速按可比口径计算" };
        _made.Add(Period.Ytd(2023, 3), 100.1m, indicator: invested, known: "2023-04-20");
        _made.Add(Period.Ytd(2023, 6), 276.5m, indicator: invested, known: "2023-07-20");
        await using var api = Host();

        var quarters = (await api.Items("figures?derived=true")).Where(f => f.GetProperty("derived").GetBoolean()).ToList();

        Assert.DoesNotContain("修订", Text(quarters[0], "note"), StringComparison.Ordinal);
        Assert.Contains("两次累计数相减含有对前期的修订", Text(quarters[1], "note"), StringComparison.Ordinal);
        Assert.Empty(quarters[1].GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public async Task English_changes_labels_and_nothing_else()
    {
        _made.Add(Period.Ytd(2023, 6), 676.5m);
        await using var api = Host();

        var (chinese, english) = (Assert.Single(await api.Items("figures")), Assert.Single(await api.Items("figures?lang=en")));

        Assert.Equal("H1 2023", english.GetProperty("period").GetProperty("name").GetString());
        Assert.Equal(
            Without(chinese, "period").Select(p => p.Value.GetRawText()),
            Without(english, "period").Select(p => p.Value.GetRawText()));
    }

    [Fact]
    public async Task The_figures_of_a_series_are_those_of_its_filters()
    {
        _made.Add(Period.Ytd(2023, 3), 300);
        _made.Add(Period.Ytd(2023, 6), 676.5m);
        _made.Add(Period.Unstated, 1);
        _made.Add(Period.Ytd(2023, 6), 1, measure: Measure.Yoy);
        await using var api = Host();

        var series = (await api.Items("series?indicator=gdp&unit=140900&measure=level"))[0];

        Assert.Equal((3, "2023-Q1", "2023-H1"), (series.GetProperty("count").GetInt32(), Text(series, "first"), Text(series, "last")));
        Assert.Equal(
            (await api.Items("figures?measure=level")).Select(f => f.GetRawText()),
            (await api.Items($"series/{Text(series, "id")}/figures")).Select(f => f.GetRawText()));
        Assert.Empty(await api.Items("series?asOf=2020-01-01"));
    }

    [Fact]
    public async Task Sources_that_disagree_are_a_conflict_with_the_shown_figure_first()
    {
        var repost = _made.Add(Period.FullYear(2025), 1330, source: "https://news.example", reliability: Reliability.Repost);
        var official = _made.Add(Period.FullYear(2025), 1340.4m);
        await using var api = new ApiHost(ApiHost.Of(_made), "2026-06-01T00:00:00+08:00");

        var conflict = Assert.Single(await api.Items("conflicts"));

        Assert.Equal(("sources", "gdp", "140900", official.Key),
            (Text(conflict, "type"), Text(conflict, "indicator"), Text(conflict, "unit"), Text(conflict, "preferred")));
        Assert.Equal("2025-FY", conflict.GetProperty("period").GetProperty("code").GetString());
        Assert.Equal([official.Key, repost.Key], conflict.GetProperty("figures").EnumerateArray().Select(f => Text(f, "id")));
        Assert.Equal([true, false], conflict.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("preferred").GetBoolean()));
        Assert.NotEmpty(Text(conflict, "reason")!);
        Assert.Empty(await api.Items("conflicts?type=rule"));
    }

    [Fact]
    public async Task Sources_are_listed_with_the_number_of_figures_known()
    {
        _made.Add(Period.Ytd(2023, 3), 300, known: "2023-04-20");
        _made.Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-20");
        _made.Add(Period.Ytd(2023, 9), 976.5m, known: "2023-10-20", source: "https://b.gov.cn");
        await using var api = Host();

        Assert.Equal([2, 1], (await api.Items("sources")).Select(s => s.GetProperty("figures").GetInt32()));
        Assert.Equal("https://b.gov.cn", Text((await api.Items("sources"))[1], "address"));
        Assert.Equal(1, Assert.Single(await api.Items("sources?asOf=2023-05-01")).GetProperty("figures").GetInt32());
    }

    internal static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();

    private static IEnumerable<JsonProperty> Without(JsonElement row, string field) =>
        row.EnumerateObject().Where(p => p.Name != field);

    private ApiHost Host() => new(ApiHost.Of(_made));
}
