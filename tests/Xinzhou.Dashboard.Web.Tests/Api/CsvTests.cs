using System.Text;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>CSV and JSON say the same.</summary>
public sealed class CsvTests
{
    private static readonly string[] FigureColumns =
    [
        "id", "series", "indicator", "unit", "measure", "benchmark", "of", "period.code", "period.kind", "period.label", "period.name",
        "period.start", "period.end", "period.yearInferred", "value", "text", "comparator", "uom", "kind", "vintage", "vintageLabel",
        "accounting", "priceBasis", "scope", "knownFrom", "knownTo", "knownFromBasis", "recordedAt", "preferred", "provisional", "derived",
        "source.id", "source.title", "source.address", "source.quote", "source.reliability", "note", "findings",
    ];

    /// <summary>What stands for an element of a list in a cell.</summary>
    private static readonly string[] Names = ["rule", "id", "name", "text", "code", "subject", "title"];

    private readonly HandMade _made = new();

    public CsvTests()
    {
        _made.Add(Period.Ytd(2023, 3), -4.20m, measure: Measure.Yoy);
        _made.Add(Period.Ytd(2023, 3), 300);
        _made.Add(Period.Ytd(2023, 6), 676.5m, source: "=HYPERLINK(\"https://a.example\",\"x\")\r\n第二行");
        _made.Add(Period.Ytd(2023, 6), 680, stage: Stage.Final, scope: "不包括“开发区”, 等");
        _made.Add(Period.Ytd(2023, 6), 670, stage: Stage.Final, known: "2024-01-20");
        _made.Add(Period.Ytd(2023, 6), 671, stage: Stage.Final, source: "https://news.example", reliability: Reliability.Repost);
        _made.Add(Period.Unstated, null, measure: Measure.Qualitative, text: "实现了“零”的突破");
        _made.Add(Period.Point(new(2023, 7, 31)), 1713.75m, HandMade.Capacity, comparator: Comparator.Approximately);
    }

    [Theory]
    [InlineData("figures")]
    [InlineData("figures?vintages=true&derived=true")]
    [InlineData("figures?lang=en")]
    [InlineData("series/s2/figures")]
    [InlineData("series")]
    [InlineData("indicators")]
    [InlineData("units")]
    [InlineData("sources")]
    [InlineData("dimensions")]
    [InlineData("aspects")]
    [InlineData("tasks")]
    [InlineData("lights")]
    [InlineData("milestones")]
    [InlineData("programmes")]
    [InlineData("mechanisms")]
    [InlineData("departments")]
    [InlineData("notes")]
    [InlineData("conflicts")]
    public async Task Every_list_says_the_same_in_both(string address)
    {
        await using var api = new ApiHost(HandMadePlan.With(ApiHost.Of(_made)));
        var json = await api.Items(address);
        var csv = Rows(await api.Client.GetStringAsync($"{address}{(address.Contains('?') ? '&' : '?')}format=csv"));

        Assert.Equal(json.Length, csv.Count);
        Assert.All(json.Zip(csv), pair => Assert.All(pair.Second, cell => Assert.Equal(Cell(pair.First, cell.Key), cell.Value)));
        Assert.NotEmpty(csv);
    }

    [Theory]
    [InlineData("lights")]
    [InlineData("lights?lang=en")]
    [InlineData("targets")]
    [InlineData("tasks")]
    [InlineData("dimensions")]
    [InlineData("tasks/1")]
    [InlineData("milestones/2027")]
    [InlineData("milestones/2027/dimensions/industry")]
    public async Task What_is_owed_and_how_it_stands_says_the_same_in_both(string address)
    {
        await using var api = LivePlan.Host();
        var answer = await api.Get(address);
        var json = answer.TryGetProperty("next", out _) ? answer.GetProperty("items").EnumerateArray().ToArray() : [answer];
        var csv = Rows(await api.Client.GetStringAsync($"{address}{(address.Contains('?') ? '&' : '?')}format=csv"));

        Assert.NotEmpty(csv);
        Assert.Equal(json.Length, csv.Count);
        Assert.All(json.Zip(csv), pair => Assert.All(pair.Second, cell => Assert.Equal(Cell(pair.First, cell.Key), cell.Value)));
    }

    [Fact]
    public async Task The_columns_of_figures_are_those_of_the_contract_in_their_order()
    {
        await using var api = new ApiHost(ApiHost.Of(_made));

        foreach (var address in new[] { "figures?format=csv", "figures?format=csv&period=1999-FY" })
        {
            var bytes = await api.Client.GetByteArrayAsync(address);
            Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
            Assert.Equal(string.Join(',', FigureColumns), Encoding.UTF8.GetString(bytes[3..]).Split("\r\n")[0]);
        }
    }

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/csv, application/json;q=0.5", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/json, text/csv", "application/json")]
    [InlineData("text/csv;q=0.3, application/json", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("text/csv, */*;q=0.1", "text/csv")]
    public async Task The_header_Accept_chooses(string accept, string expected)
    {
        await using var api = new ApiHost(ApiHost.Of(_made));
        using var request = new HttpRequestMessage(HttpMethod.Get, "figures");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await api.Client.SendAsync(request);

        Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Accept", Assert.Single(response.Headers.Vary));
    }

    [Fact]
    public async Task All_rows_may_be_asked_for_at_once_however_many()
    {
        var made = new HandMade();
        for (var day = 0; day < 60_000; day++)
        {
            made.Add(Period.Point(new DateOnly(1850, 1, 1).AddDays(day)), day, HandMade.Capacity, known: "2020-01-01");
        }

        await using var api = new ApiHost(ApiHost.Of(made));

        Assert.Equal(500, Rows(await api.Client.GetStringAsync("figures?format=csv")).Count);
        using var response = await api.Client.GetAsync("figures?format=csv&limit=all");
        var rows = Rows(await response.Content.ReadAsStringAsync());
        Assert.Equal(60_000, rows.Count);
        Assert.Equal("59999", rows[^1]["value"]);
        Assert.Equal((await response.Content.ReadAsByteArrayAsync()).Length, response.Content.Headers.ContentLength);
        Assert.True(response.Content.Headers.ContentLength > 16 * 1024 * 1024);
    }

    /// <summary>The rows by RFC 4180, read without the code that wrote them.</summary>
    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        var text = csv.TrimStart('\uFEFF');
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' or '\r' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n' when !quoted:
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }

    /// <summary>What a cell must say by the rules of the contract, read from the JSON row.</summary>
    private static string Cell(JsonElement row, string column)
    {
        var value = column.Split('.').Aggregate(row, (at, name) => at.ValueKind == JsonValueKind.Null ? at : at.GetProperty(name));
        return value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(Element)),
            JsonValueKind.Object => string.Join('|', value.EnumerateObject().Select(p => $"{p.Name}={p.Value}")),
            _ => value.GetString()!,
        };
    }

    private static string Element(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : element.TryGetProperty("quarter", out var quarter) && element.TryGetProperty("percent", out var percent) && !element.TryGetProperty("text", out _)
        ? $"{quarter}:{percent}"
        : Names.Select(n => element.TryGetProperty(n, out var text) ? text.GetString() : null).First(t => t is not null)!;
}
