using System.Text.Json;
using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>Pages of a list: nothing twice, nothing left out, one as-of, whatever arrives meanwhile.</summary>
public sealed class PagingTests
{
    private readonly HandMade _made = new();

    public PagingTests()
    {
        for (var year = 2015; year <= 2024; year++)
        {
            _made.Add(Period.FullYear(year), 1000 + year);
            _made.Add(Period.FullYear(year), 5, measure: Measure.Yoy);
            _made.Add(Period.Ytd(year, 9), 700 + year, scope: year % 2 == 0 ? "" : "不包括开发区, 等");
        }

        _made.Add(Period.Unstated, 1);
    }

    [Theory]
    [InlineData("figures", 1)]
    [InlineData("figures", 7)]
    [InlineData("figures?vintages=true&derived=true", 3)]
    [InlineData("figures?lang=en&measure=level&measure=yoy", 4)]
    [InlineData("series/s1/figures", 4)]
    [InlineData("series", 1)]
    [InlineData("units", 2)]
    [InlineData("indicators", 1)]
    public async Task All_pages_together_are_the_whole_list(string address, int limit)
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var whole = await api.Get(address);

        var pages = await Pages(api, address, limit);

        Assert.Equal(Rows(whole), pages.SelectMany(Rows));
        Assert.All(pages, p => Assert.Equal(whole.GetProperty("total").GetInt32(), p.GetProperty("total").GetInt32()));
        Assert.All(pages, p => Assert.Equal(whole.GetProperty("asOf").GetString(), p.GetProperty("asOf").GetString()));
    }

    [Fact]
    public async Task Departments_that_share_a_place_are_on_some_page_each()
    {
        var snapshot = ApiHost.Of(_made);
        await using var api = new ApiHost(snapshot with { Plan = snapshot.Plan with { Departments = [new("a", "甲局", 1), new("b", "乙局", 1), new("c", "丙局", 2)] } });

        var pages = await Pages(api, "departments", 1);

        Assert.Equal(["a", "b", "c"], pages.SelectMany(Rows).Select(r => JsonDocument.Parse(r).RootElement.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Filters_may_be_left_out_or_repeated_with_a_cursor()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var first = await api.Get("figures?measure=yoy&unit=忻州市&limit=4");
        var next = first.GetProperty("next").GetString();

        var bare = await api.Get($"figures?cursor={next}&limit=4");
        var repeated = await api.Get($"figures?measure=yoy&unit=忻州市&limit=4&cursor={next}");

        Assert.Equal(Rows(bare), Rows(repeated));
        Assert.Equal(10, bare.GetProperty("total").GetInt32());
        var (status, problem) = await api.Refused($"figures?measure=level&cursor={next}");
        Assert.Equal((400, "cursor_mismatch"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Figures_that_arrive_between_two_pages_do_not_change_the_reading()
    {
        var api = new ApiHost(ApiHost.Of(_made), "2026-01-05T10:00:00+08:00");
        var whole = await api.Get("figures?vintages=true");
        var first = await api.Get("figures?vintages=true&limit=5");

        api.Time.Now = api.Time.Now.AddDays(1);
        _made.Add(Period.FullYear(2010), 1, known: "2011-01-20", recorded: "2026-01-06");
        _made.Add(Period.FullYear(2015), 9999, known: "2016-01-20", recorded: "2026-01-06", stage: Stage.Final);
        _made.Add(Period.FullYear(2024), 9999, known: "2025-06-20", recorded: "2026-01-06", stage: Stage.Final);
        _made.Withdraw(_made.Book.Histories[0].Groups[5].Figures[0], "2025-01-01", recorded: "2026-01-06");
        api.Store.Replace(ApiHost.Of(_made));

        var rest = await Pages(api, $"figures?cursor={first.GetProperty("next")}", 5);

        Assert.Equal(Rows(whole), Rows(first).Concat(rest.SelectMany(Rows)));
        Assert.All(rest, p => Assert.Equal(first.GetProperty("asOf").GetString(), p.GetProperty("asOf").GetString()));
        Assert.NotEqual(whole.GetProperty("total").GetInt32(), (await api.Get("figures?vintages=true")).GetProperty("total").GetInt32());
        await api.DisposeAsync();
    }

    [Fact]
    public async Task A_past_moment_is_kept_by_the_cursor_too()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var first = await api.Get("figures?asOf=2020-06-30&limit=3");

        var second = await api.Get($"figures?limit=3&cursor={first.GetProperty("next")}");

        Assert.Equal("2020-06-30T23:59:59.999999+08:00", second.GetProperty("asOf").GetString());
        Assert.Equal(first.GetProperty("total").GetInt32(), second.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_next_page_is_named_in_a_header_too()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        using var response = await api.Client.GetAsync("figures?format=csv&limit=20&measure=level");

        var link = Assert.Single(response.Headers.GetValues("Link"));

        Assert.EndsWith("; rel=\"next\"", link, StringComparison.Ordinal);
        var second = await api.Client.GetStringAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        Assert.Equal(3, second.Split("\r\n").Length);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5001")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("1e2")]
    [InlineData("all")]
    public async Task A_limit_outside_1_to_5000_is_refused(string limit)
    {
        await using var api = new ApiHost(ApiHost.Of(_made));

        var (status, problem) = await api.Refused($"figures?limit={limit}");

        Assert.Equal((400, "invalid_limit"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal("limit", problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task No_cursor_that_anybody_makes_up_is_an_error_of_the_server() =>
        await Gen.String[Gen.Char["ABCDEFGHabcdefgh0123456789-_=%"], 0, 60].SampleAsync(async text =>
        {
            await using var api = new ApiHost(ApiHost.Of(_made));
            using var response = await api.Client.GetAsync($"figures?cursor={Uri.EscapeDataString(text)}");
            return (int)response.StatusCode == 400;
        }, iter: 30);

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var next = (await api.Get("series/s1/figures?limit=1")).GetProperty("next").GetString();

        Assert.Equal("invalid_cursor", (await api.Refused($"figures?cursor={next}")).Problem.GetProperty("code").GetString());
        Assert.Equal("invalid_cursor", (await api.Refused($"series/s2/figures?cursor={next}")).Problem.GetProperty("code").GetString());
    }

    private static async Task<List<JsonElement>> Pages(ApiHost api, string address, int limit)
    {
        List<JsonElement> pages = [await api.Get($"{address}{(address.Contains('?') ? '&' : '?')}limit={limit}")];
        while (pages[^1].GetProperty("next").GetString() is { } next)
        {
            Assert.Equal(limit, pages[^1].GetProperty("items").GetArrayLength());
            Assert.InRange(pages.Count, 1, 100);
            var kept = address.Contains("cursor=", StringComparison.Ordinal) ? address[..address.IndexOf('?', StringComparison.Ordinal)] : address;
            pages.Add(await api.Get($"{kept}{(kept.Contains('?') ? '&' : '?')}limit={limit}&cursor={next}"));
        }

        return pages;
    }

    private static IEnumerable<string> Rows(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(i => i.GetRawText());
}
