using System.Globalization;
using System.Net;
using System.Text.Json;
using Xinzhou.Dashboard.Data.Reference;
using static Xinzhou.Dashboard.Web.Tests.Api.FiguresTests;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>What the API says about the data that come with the product, over the whole way from the files.</summary>
public sealed class ReferenceDataTests(LiveDashboard dashboard) : IClassFixture<LiveDashboard>
{
    public static TheoryData<string> Facts => [.. Observations().Select(o => o.GetProperty("id").GetString()!)];

    [Fact]
    public async Task There_are_39_tasks_25_of_the_article_and_14_placeholders_all_grey()
    {
        var tasks = await Items("tasks");

        Assert.Equal(Enumerable.Range(1, 39), tasks.Select(t => t.GetProperty("number").GetInt32()));
        Assert.Equal(25, tasks.Count(t => Text(t, "contentStatus") == "from-article" && Text(t, "aspect") == "seven-upgrades"));
        Assert.Equal(14, tasks.Count(t => Text(t, "contentStatus") == "placeholder" && Text(t, "aspect") is null));
        Assert.All(tasks, t => Assert.Equal("grey", Text(t.GetProperty("light"), "colour")));
        var lights = (await Items("lights")).ToLookup(l => Text(l, "subject")!.StartsWith("tasks/", StringComparison.Ordinal));
        Assert.Equal(39, lights[true].Count());
        Assert.All(lights[false], l => Assert.Equal(("grey", "no_period"), (Text(l, "colour"), Text(l, "reasonCode"))));
    }

    [Fact]
    public async Task There_are_seven_dimensions_in_the_official_order_with_25_and_14_tasks()
    {
        var dimensions = await Items("dimensions");

        Assert.Equal(["产业", "开放", "创新", "城市", "改革", "市场", "安全"], dimensions.Select(d => Text(d, "name")));
        Assert.Equal(25, dimensions.Sum(d => d.GetProperty("taskCounts").GetProperty("fromArticle").GetInt32()));
        Assert.Equal(14, dimensions.Sum(d => d.GetProperty("taskCounts").GetProperty("provisional").GetInt32()));
        Assert.Equal(34, dimensions.Sum(d => d.GetProperty("initiatives").GetArrayLength()));
    }

    [Fact]
    public async Task There_are_five_milestones_five_aspects_four_programmes_and_no_department()
    {
        Assert.Equal([2023, 2025, 2027, 2030, 2035], (await Items("milestones")).Select(m => m.GetProperty("year").GetInt32()));
        Assert.All(await Items("milestones"), m => Assert.False(m.GetProperty("quantified").GetBoolean()));
        Assert.Equal(4, (await Items("aspects")).Count(a => Text(a, "titleStatus") == "unpublished"));
        Assert.Equal(4, (await Items("programmes")).Length);
        Assert.Empty(await Items("departments"));
        Assert.Equal((22, 9), await NoteCounts());
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Each_fact_of_the_article_is_found_as_it_is_written(string id)
    {
        var fact = Observations().First(o => Text(o, "id") == id);
        var (measure, kind) = (Measure(Text(fact, "measure")!), Kind(Text(fact, "valueKind")!));
        var period = fact.GetProperty("period");
        var code = Text(period, "code") ?? "UNSTATED";
        var figures = await Items(
            $"figures?indicator={Text(fact, "indicator")}&unit={Text(fact, "region")}&measure={measure}&kind={kind}&period={code}&vintages=true");

        var figure = Assert.Single(figures, f => Text(f.GetProperty("source"), "quote") == Text(fact, "quote"));

        Assert.Equal(Text(fact, "value"), Text(figure, "value"));
        Assert.Equal(Text(fact, "unit"), Text(figure, "uom"));
        Assert.Equal(fact.TryGetProperty("comparator", out var comparator) ? comparator.GetString() : "=", Text(figure, "comparator"));
        Assert.Equal(Text(period, "labelZh") ?? "时期未载明", Text(figure.GetProperty("period"), "label"));
        Assert.Equal(period.GetProperty("yearInferred").ValueKind == JsonValueKind.Number, figure.GetProperty("period").GetProperty("yearInferred").GetBoolean());
        Assert.Equal(measure == "qualitative" ? Text(fact, "quote") : null, Text(figure, "text"));
        Assert.Equal(("unstated", "inferred", "repost"),
            (Text(figure, "vintage"), Text(figure, "knownFromBasis"), Text(figure.GetProperty("source"), "reliability")));
        Assert.Equal("2023-08-18T00:00:00+08:00", Text(figure, "knownFrom"));
        Assert.Equal(measure == "gap" ? ("province", "yoy") : (null, null), (Text(figure, "benchmark"), Text(figure, "of")));
    }

    [Fact]
    public async Task The_article_is_unknown_the_day_before_it_was_published()
    {
        var (before, then) = (await Items("figures?indicator=gdp&period=2023-H1&unit=140900&asOf=2023-08-17"),
            await Items("figures?indicator=gdp&period=2023-H1&unit=140900&asOf=2023-08-18"));

        Assert.DoesNotContain(before, f => Text(f, "value") == "676.5");
        Assert.Contains(then, f => Text(f, "value") == "676.5");
    }

    [Fact]
    public async Task The_gross_products_of_the_15_counties_in_2025_add_to_that_of_the_city_within_their_roundings()
    {
        var counties = (await Items("units?level=county")).Select(u => Text(u, "code")).ToList();
        var figures = await Items("figures?indicator=gdp&measure=level&period=2025-FY");

        decimal Value(JsonElement f) => decimal.Parse(Text(f, "value")!, CultureInfo.InvariantCulture);
        decimal Step(decimal d) => new(1, 0, 0, false, d.Scale);
        var parts = figures.Where(f => counties.Contains(Text(f, "unit"))).Select(Value).ToList();
        var city = Value(figures.Single(f => Text(f, "unit") == "140900"));

        Assert.Equal((15, 1330.4m), (parts.Count, city));
        Assert.InRange(Math.Abs(parts.Sum() - city), 0, (Step(city) + parts.Sum(Step)) / 2);
    }

    [Fact]
    public async Task The_share_of_the_self_media_page_is_a_conflict_of_arithmetic()
    {
        var conflict = (await Items("conflicts?type=rule")).Single(c =>
            Text(c, "indicator") == "secondary_share" && c.GetProperty("period").GetProperty("code").GetString() == "2024-FY");

        Assert.Null(Text(conflict, "preferred"));
        Assert.Equal(["40.6", "545.9", "1323.38"],
            conflict.GetProperty("figures").EnumerateArray().Select(f => Text(f, "value")).OrderBy(v => v!.Length).ThenBy(v => v, StringComparer.Ordinal));
        Assert.Equal("40.6", Text(conflict.GetProperty("figures")[0], "value"));
    }

    [Fact]
    public async Task All_figures_can_be_read_as_csv_and_as_pages_and_are_the_same()
    {
        var whole = await Get("figures?vintages=true&limit=5000");
        var csv = await dashboard.Client.GetStringAsync("figures?vintages=true&format=csv&limit=all");
        var ids = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await Get($"figures?vintages=true&limit=40{(cursor is null ? "" : $"&cursor={cursor}")}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(f => Text(f, "id")));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(462, whole.GetProperty("total").GetInt32());
        Assert.Equal(whole.GetProperty("items").EnumerateArray().Select(f => Text(f, "id")), ids);
        Assert.All(ids, id => Assert.Contains(id!, csv, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_series_gives_the_figures_it_counts()
    {
        foreach (var series in await Items("series"))
        {
            var figures = await Get($"series/{Text(series, "id")}/figures");
            Assert.Equal(series.GetProperty("count").GetInt32(), figures.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task As_of_now_equals_current()
    {
        var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

        Assert.Equal(
            (await Items("figures?vintages=true&limit=5000")).Select(f => f.GetRawText()),
            (await Items($"figures?vintages=true&limit=5000&asOf={now}")).Select(f => f.GetRawText()));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task An_invalid_token_is_refused_even_where_anybody_may_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "tasks");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer nonsense");

        using var response = await dashboard.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<JsonElement> Get(string address)
    {
        using var response = await dashboard.Client.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    private async Task<JsonElement[]> Items(string address) => [.. (await Get(address)).GetProperty("items").EnumerateArray()];

    private async Task<(int, int)> NoteCounts()
    {
        var notes = await Get("notes");
        return (notes.GetProperty("notStated").GetArrayLength(), notes.GetProperty("ambiguities").GetArrayLength());
    }

    private static IEnumerable<JsonElement> Observations()
    {
        using var file = ReferenceFiles.Open(ReferenceFiles.Facts);
        return [.. JsonDocument.Parse(file).RootElement.GetProperty("observations").EnumerateArray()];
    }

    private static string Measure(string written) => written switch
    {
        "FLOW_YTD" or "COUNT" or "STOCK" or "TARGET_LEVEL" => "level",
        "GROWTH_YOY_YTD" => "yoy",
        "GAP_TO_BENCHMARK_PP" => "gap",
        "RATIO" => "share",
        _ => "qualitative",
    };

    private static string Kind(string written) => written switch
    {
        "ACTUAL" => "actual",
        "FORECAST" => "forecast",
        "AMBITION" => "target",
        _ => "unstated",
    };
}
