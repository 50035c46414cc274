using System.Text.Json;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary><c>POST progress/assess</c>.</summary>
public sealed class AssessTests : IDisposable
{
    private static readonly string[] Fields = ["verdict", "reason", "ratio", "observedRate", "requiredRate", "projection", "miss", "byBaseYear"];

    // It needs nothing that is stored.
    private readonly ApiHost _api = new(null);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_level_is_answered_with_all_its_numbers_unrounded()
    {
        var answer = await _api.Post("progress/assess",
            """{"values":{"2023":230,"2020":200,"2022":230},"target":280,"targetYear":2027,"direction":"up","kind":"level"}""");

        Assert.Equal(Fields, answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("on_track", null), (answer.GetProperty("verdict").GetString(), answer.GetProperty("reason").GetString()));
        Near(0.9684841838405384, answer.GetProperty("ratio"));
        Near(0.04768955317164725, answer.GetProperty("observedRate"));
        Near(0.04924143725562313, answer.GetProperty("requiredRate"));
        Near(277.11388681390065, answer.GetProperty("projection"));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("miss").ValueKind);
        Assert.Equal(["2020", "2022"], answer.GetProperty("byBaseYear").EnumerateObject().Select(p => p.Name));
        Near(0.9684841838405384, answer.GetProperty("byBaseYear").GetProperty("2020"));
        Assert.Equal("0", answer.GetProperty("byBaseYear").GetProperty("2022").GetRawText());
    }

    [Fact]
    public async Task A_rate_is_answered_with_its_miss()
    {
        var answer = await _api.Post("progress/assess",
            """{"values":{"2019":6,"2020":5.5,"2021":5.2,"2022":4.6,"2023":4.4,"2024":4.1},"target":2.8,"targetYear":2027,"direction":"down","kind":"rate"}""");

        Assert.Equal(Fields, answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("acceleration_needed", answer.GetProperty("verdict").GetString());
        Near(0.16 / 1.3, answer.GetProperty("miss"));
        Near(2.96, answer.GetProperty("projection"));
        Assert.All(["ratio", "byBaseYear"], name => Assert.Equal(JsonValueKind.Null, answer.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task Without_a_target_the_answer_has_g_and_c()
    {
        var answer = await _api.Post("progress/assess", """{"values":{"2021":90,"2024":93},"direction":"up","kind":"level","limit":120}""");

        Assert.Equal([.. Fields, "g", "c"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("on_track", answer.GetProperty("verdict").GetString());
        Near(0.01098989096313252, answer.GetProperty("g"));
        Near(0.721213326764808, answer.GetProperty("c"));
        Assert.All(["ratio", "projection", "byBaseYear"], name => Assert.Equal(JsonValueKind.Null, answer.GetProperty(name).ValueKind));
    }

    [Theory]
    [InlineData("""{"values":{"2020":100,"2022":121},"target":110,"targetYear":2021,"direction":"up","kind":"level"}""", "cannot_assess", "no_value_for_year")]
    [InlineData("""{"values":{"2020":-5,"2022":121},"target":210,"targetYear":2030,"direction":"up","kind":"level"}""", "cannot_assess", "sign")]
    [InlineData("""{"values":{"2022":121},"target":210,"targetYear":2030,"direction":"up","kind":"level"}""", "cannot_assess", "not_enough_values")]
    [InlineData("""{"values":{"2019":1,"2020":2,"2022":3,"2023":4},"target":9,"targetYear":2030,"direction":"up","kind":"rate"}""", "cannot_assess", "gap_in_years")]
    [InlineData("""{"values":{"2020":100,"2022":121},"target":122,"targetYear":2022,"direction":"up","kind":"level"}""", "missed", null)]
    [InlineData("""{"values":{"2020":100,"2022":121},"target":121,"targetYear":2022,"direction":"up","kind":"rate"}""", "achieved", null)]
    // A field that is null is not given, and 2022.0 is a year.
    [InlineData("""{"values":{"2020":100,"2022":1.21e2},"target":null,"targetYear":null,"baseYear":2020.0,"limit":null,"direction":"up","kind":"level"}""", "on_track", null)]
    public async Task Verdicts_and_reasons_are_codes(string body, string verdict, string? reason)
    {
        var answer = await _api.Post("progress/assess", body);

        Assert.Equal((verdict, reason), (answer.GetProperty("verdict").GetString(), answer.GetProperty("reason").GetString()));
    }

    private static void Near(double expected, JsonElement found) => Assert.Equal(expected, found.GetDouble(), 1e-12);
}
