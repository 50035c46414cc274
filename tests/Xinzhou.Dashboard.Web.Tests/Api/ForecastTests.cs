using System.Text.Json;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary><c>POST forecast</c>.</summary>
public sealed class ForecastTests : IDisposable
{
    private const string Quarters = "[7,9,8,12,13,12,15,14,16,19,18,21,22,21,24,26]";

    // It needs nothing that is stored.
    private readonly ApiHost _api = new(null);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_forecast_has_its_bands_by_level_its_probability_and_its_backtest()
    {
        var answer = await _api.Post("forecast", $$"""{"values":{{Quarters}},"frequency":"quarter","horizon":8,"levels":[50,99.5],"target":1,"direction":"up"}""");

        Assert.Equal(["method", "mean", "intervals", "backtest", "probability", "word"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(8, answer.GetProperty("mean").GetArrayLength());
        Assert.Equal(["50", "99.5"], answer.GetProperty("intervals").EnumerateObject().Select(p => p.Name));
        Assert.All(answer.GetProperty("intervals").EnumerateObject(), i =>
        {
            Assert.Equal(["lower", "upper"], i.Value.EnumerateObject().Select(p => p.Name));
            Assert.All(i.Value.EnumerateObject(), b => Assert.Equal(8, b.Value.GetArrayLength()));
        });
        Assert.Equal(["method", "snaive"], answer.GetProperty("backtest").EnumerateObject().Select(p => p.Name));
        Assert.InRange(answer.GetProperty("probability").GetDouble(), 0.8, 1);
        Assert.Equal("很可能", answer.GetProperty("word").GetString());
    }

    [Fact]
    public async Task Down_a_target_is_met_below_and_the_word_is_of_the_language()
    {
        var body = $$"""{"values":{{Quarters}},"frequency":"quarter","horizon":8,"levels":[80],"target":1,"direction":"down"}""";

        Assert.Equal("很不可能", (await _api.Post("forecast", body)).GetProperty("word").GetString());
        Assert.Equal("Very unlikely", (await _api.Post("forecast?lang=en", body)).GetProperty("word").GetString());
    }

    [Fact]
    public async Task Without_levels_the_usual_ones_are_given_and_without_a_target_no_probability()
    {
        var answer = await _api.Post("forecast", $$"""{"values":{{Quarters}},"frequency":"quarter","horizon":1}""");

        Assert.Equal(["50", "80", "95"], answer.GetProperty("intervals").EnumerateObject().Select(p => p.Name));
        Assert.False(answer.TryGetProperty("probability", out _) || answer.TryGetProperty("word", out _) || answer.TryGetProperty("refused", out _));
    }

    [Theory]
    [InlineData("1,2,3,4,5,6,7")]
    [InlineData("")]
    public async Task A_series_that_is_too_short_is_answered_with_the_reason(string values)
    {
        var answer = await _api.Post("forecast", $$"""{"values":[{{values}}],"frequency":"quarter","horizon":8,"levels":[80],"target":9}""");

        Assert.Equal("too_short", answer.GetProperty("refused").GetProperty("code").GetString());
        Assert.Contains("8", answer.GetProperty("refused").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, JsonValueKind.Null), (answer.GetProperty("mean").GetArrayLength(), answer.GetProperty("method").ValueKind));
        Assert.False(answer.TryGetProperty("probability", out _));
    }

    [Fact]
    public async Task A_thousand_values_sixty_steps_ahead_are_answered()
    {
        var values = string.Join(',', Enumerable.Range(0, 1000).Select(i => 100 + i % 12));

        var answer = await _api.Post("forecast", $$"""{"values":[{{values}}],"frequency":"month","horizon":60,"levels":[80],"target":100}""");

        Assert.Equal(60, answer.GetProperty("mean").GetArrayLength());
    }
}
