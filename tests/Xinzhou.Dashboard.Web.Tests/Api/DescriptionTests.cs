using System.Text.Json;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>The description of the API says what the API does.</summary>
public sealed class DescriptionTests : IDisposable
{
    private const string Root = "/api/v1/";

    // What not everybody reads needs persons, and a pack lies in the database: NoticeAnswerTests, JudgementAnswerTests, ConductPagesTests, ReviewPagesTests.
    private static readonly string[] WithDatabase = ["supervision", "conduct", "judgements", "owners", "risks", "packs"];

    private readonly ApiHost _api;

    public DescriptionTests()
    {
        var made = LivePlan.Figures();
        made.Add(Period.Ytd(2023, 6), 676.5m);
        made.Add(Period.Ytd(2023, 6), 670, source: "https://news.example", reliability: Reliability.Repost);
        made.Add(Period.Ytd(2023, 6), 13.1m, measure: Measure.Gap, benchmark: Benchmark.Province);
        var live = LivePlan.Snapshot();
        _api = new(live with { Figures = made.Book, Sources = made.Sources }, LivePlan.Now);
    }

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task It_names_every_path_of_the_contract()
    {
        var paths = (await Document()).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToHashSet();
        string[] contract =
        [
            "dimensions", "aspects", "milestones", "departments", "programmes", "notes", "tasks", "tasks/{number}", "units", "indicators",
            "indicators/{code}", "series", "figures", "series/{id}/figures", "sources", "conflicts", "lights", "targets",
            "milestones/{year}", "milestones/{year}/dimensions/{code}", "progress/assess", "supervision/clock", "forecast",
            "supervision", "supervision/{number}", "changes", "reviews", "packs/{hash}", "judgements", "risks",
        ];

        Assert.All(contract, path => Assert.Contains(Root + path, paths));
    }

    [Fact]
    public async Task Every_operation_has_a_summary_a_name_described_parameters_and_a_schema()
    {
        var operations = (await Document()).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).ToList();

        Assert.Equal(operations.Count, operations.Select(o => o.Value.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, operation =>
        {
            Assert.Equal(operation.Value.TryGetProperty("requestBody", out _) ? "post" : "get", operation.Name);
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.All(operation.Value.GetProperty("parameters").EnumerateArray(), parameter =>
            {
                Assert.True(parameter.GetProperty("schema").TryGetProperty("type", out _));
                Assert.True(parameter.GetProperty("in").GetString() == "path" || parameter.GetProperty("description").GetString()!.Length > 0);
            });
            var responses = operation.Value.GetProperty("responses");
            Assert.StartsWith("#/components/schemas/", Reference(responses.GetProperty("200"), "application/json"), StringComparison.Ordinal);
            Assert.Equal("#/components/schemas/Problem", Reference(responses.GetProperty("400"), "application/problem+json"));
        });
    }

    [Fact]
    public async Task Every_answer_has_the_fields_of_its_schema_and_no_others()
    {
        var document = await Document();
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _) && !NeedsDatabase(p.Name)))
        {
            var address = path.Name[Root.Length..]
                .Replace("tasks/{number}", "tasks/1", StringComparison.Ordinal)
                .Replace("milestones/{year}", "milestones/2027", StringComparison.Ordinal)
                .Replace("dimensions/{code}", "dimensions/industry", StringComparison.Ordinal)
                .Replace("series/{id}", "series/s1", StringComparison.Ordinal)
                .Replace("figures/{id}", "figures/f0000000001", StringComparison.Ordinal)
                .Replace("sources/{id}", "sources/d1", StringComparison.Ordinal)
                .Replace("units/{code}", "units/140900", StringComparison.Ordinal)
                .Replace("indicators/{code}", "indicators/gdp", StringComparison.Ordinal);
            var schema = Reference(path.Value.GetProperty("get").GetProperty("responses").GetProperty("200"), "application/json");

            Described.Follow(document, schema, await _api.Get(address), address);
        }
    }

    [Theory]
    [InlineData("progress/assess", """{"values":{"2020":90,"2023":93},"direction":"up","kind":"level","limit":120}""")]
    [InlineData("forecast", """{"values":[7,9,8,12,13,12,15,14,16,19,18,21,22,21,24,26],"frequency":"quarter","horizon":2,"levels":[80],"target":20}""")]
    [InlineData("supervision/clock", """{"assigned":"2026-09-30","grade":"major","mode":"working","pauses":[]}""")]
    public async Task Every_calculation_says_what_it_takes_and_answers_the_fields_of_its_schema(string address, string body)
    {
        var document = await Document();
        var operation = document.GetProperty("paths").GetProperty(Root + address).GetProperty("post");

        var taken = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Assert.False(taken.GetProperty("additionalProperties").GetBoolean());
        Assert.All(taken.GetProperty("properties").EnumerateObject(), p => Assert.NotEmpty(p.Value.GetProperty("description").GetString()!));
        var given = JsonDocument.Parse(body).RootElement.EnumerateObject().Select(p => p.Name).ToList();
        Assert.All(taken.GetProperty("required").EnumerateArray(), name => Assert.Contains(name.GetString(), given));
        Assert.All(given, name => Assert.True(taken.GetProperty("properties").TryGetProperty(name, out _)));
        Described.Follow(document, Reference(operation.GetProperty("responses").GetProperty("200"), "application/json"), await _api.Post(address, body), address);
    }

    [Fact]
    public async Task It_says_that_CSV_is_for_programs()
    {
        var figures = (await Document()).GetProperty("paths").GetProperty(Root + "figures").GetProperty("get").GetProperty("responses").GetProperty("200");

        Assert.Contains("would take for a formula", figures.GetProperty("content").GetProperty("text/csv").GetProperty("schema").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_calculations_are_numbers()
    {
        var ratio = (await Document()).GetProperty("components").GetProperty("schemas").GetProperty("Assessment").GetProperty("properties").GetProperty("ratio");

        Assert.Equal(["null", "number"], ratio.GetProperty("type").EnumerateArray().Select(t => t.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Allowed_values_are_listed()
    {
        var document = await Document();
        var figure = document.GetProperty("components").GetProperty("schemas").GetProperty("Figure").GetProperty("properties");
        var measure = document.GetProperty("paths").GetProperty("/api/v1/figures").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().Single(p => p.GetProperty("name").GetString() == "measure");

        Assert.Equal(9, figure.GetProperty("measure").GetProperty("enum").GetArrayLength());
        Assert.Equal(["province", "nation", null], figure.GetProperty("benchmark").GetProperty("enum").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(9, measure.GetProperty("schema").GetProperty("items").GetProperty("enum").GetArrayLength());
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task The_page_loads_nothing_from_another_host()
    {
        using var redirect = await _api.Client.GetAsync("/api");
        Assert.Equal("/api/reference", redirect.Headers.Location?.ToString());
        var page = await _api.Client.GetStringAsync("/api/reference/");

        Assert.Contains("scalar.js", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("https?://", page);
        Assert.Contains("\"withDefaultFonts\":false", page, StringComparison.Ordinal);
        Assert.Contains("\"telemetry\":false", page, StringComparison.Ordinal);
        using var script = await _api.Client.GetAsync("/api/reference/scalar.js");
        Assert.True(script.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_pack_is_a_file_with_its_media_type_and_takes_nothing_but_its_hash()
    {
        var pack = (await Document()).GetProperty("paths").GetProperty($"{Root}packs/{{hash}}").GetProperty("get");

        Assert.Equal("hash", Assert.Single(pack.GetProperty("parameters").EnumerateArray()).GetProperty("name").GetString());
        var answers = pack.GetProperty("responses");
        Assert.Equal("application/json", Assert.Single(answers.GetProperty("200").GetProperty("content").EnumerateObject()).Name);
        Assert.Equal(["200", "304", "400", "401", "404", "429"], answers.EnumerateObject().Select(a => a.Name).Order(StringComparer.Ordinal));
    }

    private static bool NeedsDatabase(string path) => WithDatabase.Any(p => path.StartsWith(Root + p, StringComparison.Ordinal));

    private Task<JsonElement> Document() => _api.Get("/openapi/v1.json");

    private static string Reference(JsonElement response, string type) => Described.Reference(response, type);
}
