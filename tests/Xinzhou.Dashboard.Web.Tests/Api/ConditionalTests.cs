using System.Net;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>Entity tags: the same data give the same bytes and no second transfer.</summary>
public sealed class ConditionalTests
{
    private readonly HandMade _made = new();

    public ConditionalTests()
    {
        _made.Add(Period.Ytd(2023, 3), 300, known: "2023-04-20");
        _made.Add(Period.Ytd(2023, 6), 676.5m, known: "2023-07-20");
    }

    [Fact]
    public async Task Unchanged_data_give_the_same_bytes_and_tag_whenever_they_are_asked_for()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var (bytes, tag) = await Read(api, "figures");

        api.Time.Now = api.Time.Now.AddDays(40);
        var (later, laterTag) = await Read(api, "figures");
        var (today, todayTag) = await Read(api, "figures?asOf=2026-02-14");

        Assert.Equal(bytes, later);
        Assert.Equal(bytes, today);
        Assert.Equal((tag, tag), (laterTag, todayTag));
        Assert.Matches("^\"[A-Za-z0-9_-]{20,}\"$", tag);
    }

    [Fact]
    public async Task The_tag_differs_when_anything_of_the_answer_does()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        string[] addresses =
        [
            "figures", "figures?asOf=2024-01-01", "figures?asOf=2024-01-02", "figures?format=csv", "figures?lang=en", "figures?limit=1",
            "indicators/gdp", "indicators/gdp?asOf=2024-01-01",
        ];
        var tags = new List<string>();
        foreach (var address in addresses)
        {
            tags.Add((await Read(api, address)).Tag);
        }

        _made.Add(Period.Ytd(2023, 9), 976.5m, known: "2023-10-20", recorded: "2026-01-04");
        api.Store.Replace(ApiHost.Of(_made));
        tags.Add((await Read(api, "figures")).Tag);

        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("\"other\",W/\"more\",W/{0} ,\"last\"")]
    [InlineData("*")]
    public async Task A_reader_who_has_the_answer_gets_304_without_a_body(string header)
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var (_, tag) = await Read(api, "figures");

        using var response = await Ask(api, header.Replace("{0}", tag, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, Assert.Single(response.Headers.GetValues("ETag")));
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("W/\"other\", \"more\"")]
    [InlineData("nonsense")]
    public async Task A_reader_who_has_another_answer_gets_this_one(string header)
    {
        await using var api = new ApiHost(ApiHost.Of(_made));

        using var response = await Ask(api, header);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Head_answers_as_get_does_without_the_body()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var (bytes, tag) = await Read(api, "figures");

        using var response = await api.Client.SendAsync(new(HttpMethod.Head, "figures"));

        Assert.Equal((HttpStatusCode.OK, tag), (response.StatusCode, Assert.Single(response.Headers.GetValues("ETag"))));
        Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_correction_is_answered_at_once()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        var (_, tag) = await Read(api, "figures?period=2023-H1");

        _made.Add(Period.Ytd(2023, 6), 670.1m, known: "2025-12-31", recorded: "2026-01-05", stage: Stage.Final);
        api.Store.Replace(ApiHost.Of(_made));
        using var request = new HttpRequestMessage(HttpMethod.Get, "figures?period=2023-H1");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await api.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("670.1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_as_of_of_an_answer_is_the_latest_change_unless_one_is_asked_for()
    {
        _made.Add(Period.Ytd(2023, 9), 976.5m, known: "2023-10-20", recorded: "2025-11-11");
        await using var api = new ApiHost(ApiHost.Of(_made));

        Assert.Equal("2025-11-11T00:00:00+08:00", (await api.Get("figures")).GetProperty("asOf").GetString());
        Assert.Equal("2025-11-11T00:00:00+08:00", (await api.Get("figures?asOf=2026-01-05")).GetProperty("asOf").GetString());
        Assert.Equal("2026-01-04T23:59:59.999999+08:00", (await api.Get("figures?asOf=2026-01-04")).GetProperty("asOf").GetString());
        Assert.Equal("2026-01-05T09:00:00+08:00", (await api.Get("figures?asOf=2026-01-05T01:00:00Z")).GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task Before_the_first_snapshot_is_loaded_the_answer_is_to_come_back()
    {
        await using var api = new ApiHost(snapshot: null);

        var (status, problem) = await api.Refused("figures");

        Assert.Equal((503, "not_ready"), (status, problem.GetProperty("code").GetString()));
    }

    private static async Task<(byte[] Bytes, string Tag)> Read(ApiHost api, string address)
    {
        using var response = await api.Client.GetAsync(address);
        return (await response.Content.ReadAsByteArrayAsync(), Assert.Single(response.Headers.GetValues("ETag")));
    }

    private static async Task<HttpResponseMessage> Ask(ApiHost api, string ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "figures");
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await api.Client.SendAsync(request);
    }
}
