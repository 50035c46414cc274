using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xinzhou.Dashboard.Web.Api.Calculations;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>A body that cannot be computed with is refused with what is wrong in it.</summary>
[Trait("Category", "Faults")]
public sealed class CalculationFaultTests : IDisposable
{
    private const string Level = "\"direction\":\"up\",\"kind\":\"level\"";
    private const string Matter = "\"assigned\":\"2026-09-30\",\"grade\":\"major\",\"mode\":\"working\"";

    private readonly ApiHost _api = new(null);

    public static TheoryData<string, string, string, string> Faults => new()
    {
        // address, body, parameter, code
        { "progress/assess", $"{{\"values\":{{}},{Level}}}", "values", "invalid_value" },
        { "progress/assess", $"{{{Level}}}", "values", "invalid_value" },
        { "progress/assess", $"{{\"values\":null,{Level}}}", "values", "invalid_value" },
        { "progress/assess", $"{{\"values\":[100,121],{Level}}}", "values", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":\"100\"}},{Level}}}", "values.2020", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":null}},{Level}}}", "values.2020", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":1e400}},{Level}}}", "values.2020", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":1e200}},{Level}}}", "values.2020", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":1e-200}},{Level}}}", "values.2020", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":true}},{Level}}}", "values.2020", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"20\":100}},{Level}}}", "values.20", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"２０２０\":100}},{Level}}}", "values.２０２０", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020-Q1\":100}},{Level}}}", "values.2020-Q1", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target\":120,{Level}}}", "targetYear", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"targetYear\":2030,{Level}}}", "target", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target\":120,\"targetYear\":2019,{Level}}}", "targetYear", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target\":120,\"targetYear\":\"2030\",{Level}}}", "targetYear", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target\":120,\"targetYear\":2030.5,{Level}}}", "targetYear", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target\":120,\"targetYear\":20300,{Level}}}", "targetYear", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target\":\"120\",\"targetYear\":2030,{Level}}}", "target", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"limit\":0,{Level}}}", "limit", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target\":120,\"targetYear\":2030,\"limit\":-1,{Level}}}", "limit", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"baseYear\":true,{Level}}}", "baseYear", "invalid_value" },
        { "progress/assess", $"{{\"values\":{{\"2020\":100}},\"target_year\":2030,{Level}}}", "target_year", "unknown_parameter" },
        { "progress/assess", "{\"values\":{\"2020\":100},\"direction\":\"up\",\"kind\":\"rate\"}", "target", "invalid_value" },
        { "progress/assess", "{\"values\":{\"2020\":100},\"direction\":\"none\",\"kind\":\"level\"}", "direction", "invalid_value" },
        { "progress/assess", "{\"values\":{\"2020\":100},\"direction\":\"UP\",\"kind\":\"level\"}", "direction", "invalid_value" },
        { "progress/assess", "{\"values\":{\"2020\":100},\"kind\":\"level\"}", "direction", "invalid_value" },
        { "progress/assess", "{\"values\":{\"2020\":100},\"direction\":\"up\"}", "kind", "invalid_value" },
        { "progress/assess", "{\"values\":{\"2020\":100},\"direction\":\"up\",\"kind\":1}", "kind", "invalid_value" },
        { "forecast", "{\"frequency\":\"year\",\"horizon\":8}", "values", "invalid_value" },
        { "forecast", "{\"values\":7,\"frequency\":\"year\",\"horizon\":8}", "values", "invalid_value" },
        { "forecast", "{\"values\":[1,null],\"frequency\":\"year\",\"horizon\":8}", "values[1]", "invalid_value" },
        { "forecast", "{\"values\":[1,\"2\"],\"frequency\":\"year\",\"horizon\":8}", "values[1]", "invalid_value" },
        { "forecast", "{\"values\":[1,1e400],\"frequency\":\"year\",\"horizon\":8}", "values[1]", "invalid_value" },
        { "forecast", "{\"values\":[1],\"frequency\":\"week\",\"horizon\":8}", "frequency", "invalid_value" },
        { "forecast", "{\"values\":[1],\"horizon\":8}", "frequency", "invalid_value" },
        { "forecast", "{\"values\":[1],\"frequency\":\"year\"}", "horizon", "invalid_value" },
        { "forecast", "{\"values\":[1],\"frequency\":\"year\",\"horizon\":0}", "horizon", "invalid_value" },
        { "forecast", "{\"values\":[1],\"frequency\":\"year\",\"horizon\":61}", "horizon", "invalid_value" },
        { "forecast", "{\"values\":[1],\"frequency\":\"year\",\"horizon\":1.5}", "horizon", "invalid_value" },
        { "forecast", "{\"values\":[1],\"levels\":[0],\"frequency\":\"year\",\"horizon\":8}", "levels", "invalid_value" },
        { "forecast", "{\"values\":[1],\"levels\":[100],\"frequency\":\"year\",\"horizon\":8}", "levels", "invalid_value" },
        { "forecast", "{\"values\":[1],\"levels\":80,\"frequency\":\"year\",\"horizon\":8}", "levels", "invalid_value" },
        { "forecast", "{\"values\":[1],\"levels\":[\"80\"],\"frequency\":\"year\",\"horizon\":8}", "levels[0]", "invalid_value" },
        { "forecast", "{\"values\":[1],\"target\":\"5\",\"frequency\":\"year\",\"horizon\":8}", "target", "invalid_value" },
        { "forecast", "{\"values\":[1],\"direction\":\"sideways\",\"frequency\":\"year\",\"horizon\":8}", "direction", "invalid_value" },
        { "forecast", $"{{\"values\":[{string.Join(',', Enumerable.Repeat(1, 1001))}],\"frequency\":\"year\",\"horizon\":8}}", "values", "invalid_value" },
        { "forecast", "{\"values\":[1],\"frequency\":\"year\",\"horizon\":8,\"level\":80}", "level", "unknown_parameter" },
        { "supervision/clock", "{\"grade\":\"major\",\"mode\":\"working\"}", "assigned", "invalid_date" },
        { "supervision/clock", "{\"assigned\":\"2026-09-31\",\"grade\":\"major\",\"mode\":\"working\"}", "assigned", "invalid_date" },
        { "supervision/clock", "{\"assigned\":\"2026-9-30\",\"grade\":\"major\",\"mode\":\"working\"}", "assigned", "invalid_date" },
        { "supervision/clock", "{\"assigned\":\"2026-09-30T00:00:00Z\",\"grade\":\"major\",\"mode\":\"working\"}", "assigned", "invalid_date" },
        { "supervision/clock", "{\"assigned\":20260930,\"grade\":\"major\",\"mode\":\"working\"}", "assigned", "invalid_date" },
        { "supervision/clock", "{\"assigned\":\"1026-09-30\",\"grade\":\"major\",\"mode\":\"working\"}", "assigned", "invalid_date" },
        { "supervision/clock", "{\"assigned\":\"2026-09-30\",\"mode\":\"working\"}", "grade", "invalid_value" },
        { "supervision/clock", "{\"assigned\":\"2026-09-30\",\"grade\":\"urgent\",\"mode\":\"working\"}", "grade", "invalid_value" },
        { "supervision/clock", "{\"assigned\":\"2026-09-30\",\"grade\":\"major\",\"mode\":\"lunar\"}", "mode", "invalid_value" },
        { "supervision/clock", $"{{{Matter},\"pauses\":{{}}}}", "pauses", "invalid_value" },
        { "supervision/clock", $"{{{Matter},\"pauses\":[1]}}", "pauses[0]", "invalid_value" },
        { "supervision/clock", $"{{{Matter},\"pauses\":[{{\"from\":\"2026-10-09\"}}]}}", "pauses[0].to", "invalid_date" },
        { "supervision/clock", $"{{{Matter},\"pauses\":[{{\"from\":\"2026-10-09\",\"to\":\"2026-10-08\"}}]}}", "pauses[0].to", "invalid_value" },
        { "supervision/clock", $"{{{Matter},\"pauses\":[{{\"from\":\"2026-10-09\",\"to\":\"9999-12-31\"}}]}}", "pauses[0].to", "invalid_date" },
        { "supervision/clock", $"{{{Matter},\"pauses\":[{{\"from\":\"2026-10-09\",\"to\":\"2026-10-09\",\"why\":\"x\"}}]}}", "pauses[0].why", "unknown_parameter" },
        { "supervision/clock", $"{{{Matter},\"extendedTo\":\"2026-09-29\"}}", "extendedTo", "invalid_value" },
        { "supervision/clock", $"{{{Matter},\"extended\":\"2026-10-29\"}}", "extended", "unknown_parameter" },
        { "supervision/clock?asOf=2026-01-01", $"{{{Matter}}}", "asOf", "unknown_parameter" },
        { "supervision/clock?lang=fr", $"{{{Matter}}}", "lang", "invalid_value" },
    };

    public void Dispose() => _api.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_field_at_fault_is_400_and_named_in_both_languages(string address, string body, string parameter, string code)
    {
        foreach (var language in new[] { "", address.Contains('?') ? "" : "?lang=en" })
        {
            var (status, problem) = await _api.Refused($"{address}{language}", Json(body));

            Assert.Equal((400, code), (status, problem.GetProperty("code").GetString()));
            var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
            Assert.Equal((parameter, code), (error.GetProperty("parameter").GetString(), error.GetProperty("code").GetString()));
            Assert.NotEmpty(error.GetProperty("expected").GetString()!);
            Assert.DoesNotContain("Expected.", error.GetProperty("expected").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain(".Title", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_fields_at_fault_are_named_at_once()
    {
        var (_, problem) = await _api.Refused("supervision/clock", Json("""{"assigned":"x","grade":1,"pauses":[{"from":"y"},2],"more":3}"""));

        Assert.Equal(
            ["assigned", "grade", "mode", "more", "pauses[0].from", "pauses[0].to", "pauses[1]"],
            problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("parameter").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("values=1")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{\"values\":{\"2020\":NaN}}")]
    [InlineData("{\"values\":{\"2020\":1,\"2020\":2}}")]
    [InlineData("{\"kind\":\"level\",\"kind\":\"rate\"}")]
    [InlineData("{\"kind\":\"\\ud83d\"}")]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("{} {}")]
    public async Task What_is_not_one_JSON_object_is_told_so(string body)
    {
        var (status, problem) = await _api.Refused("progress/assess", Json(body));

        Assert.Equal((400, "invalid_body"), (status, problem.GetProperty("code").GetString()));
        Assert.DoesNotContain(".Detail", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_UTF8_is_told_so_and_a_byte_order_mark_is_none_of_the_text()
    {
        byte[] latin = [.. "{\"kind\":\""u8, 0xE9, .. "\"}"u8];
        Assert.Equal("invalid_body", (await _api.Refused("progress/assess", Json(latin))).Problem.GetProperty("code").GetString());

        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{{{Matter}}}")];
        using var answer = await _api.Client.PostAsync("supervision/clock", Json(marked));
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task More_years_than_can_be_and_more_bytes_than_may_be_are_refused()
    {
        static string Body(int years) =>
            $"{{\"values\":{{{string.Join(',', Enumerable.Range(1500, years).Select(y => $"\"{y}\":{y}"))}}},{Level}}}";

        await _api.Post("progress/assess", Body(BodyReader.MaxYears));
        Assert.Equal((400, "invalid_value"), Told(await _api.Refused("progress/assess", Json(Body(BodyReader.MaxYears + 1)))));
        Assert.Equal((413, "payload_too_large"), Told(await _api.Refused("progress/assess", Json(new string(' ', Calculator.MaxLength + 1)))));
    }

    [Fact]
    public async Task Another_form_of_body_is_415_and_another_method_405()
    {
        using var form = new FormUrlEncodedContent([new("kind", "level")]);

        Assert.Equal((415, "unsupported_media_type"), Told(await _api.Refused("progress/assess", form)));
        Assert.Equal((405, "method_not_allowed"), Told(await _api.Refused("progress/assess", method: HttpMethod.Get)));
    }

    private static (int, string?) Told((int Status, JsonElement Problem) refusal) => (refusal.Status, refusal.Problem.GetProperty("code").GetString());

    private static ByteArrayContent Json(string body) => Json(Encoding.UTF8.GetBytes(body));

    private static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
