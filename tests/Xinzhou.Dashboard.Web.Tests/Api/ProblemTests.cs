using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>Errors are problem details that say which parameter is wrong and what would be right.</summary>
[Trait("Category", "Faults")]
public sealed class ProblemTests : IDisposable
{
    private readonly ApiHost _api;

    public ProblemTests()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2023, 6), 676.5m);
        _api = new(HandMadePlan.With(ApiHost.Of(made)));
    }

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("figures?as_of=2020-01-01", "as_of", "unknown_parameter")]
    [InlineData("figures?indicators=gdp", "indicators", "unknown_parameter")]
    [InlineData("figures?utm_source=x", "utm_source", "unknown_parameter")]
    [InlineData("indicators/gdp?unit=140900", "unit", "unknown_parameter")]
    [InlineData("dimensions?x=", "x", "unknown_parameter")]
    [InlineData("figures?indicator=nosuch", "indicator", "unknown_code")]
    [InlineData("figures?indicator=gdp&indicator=nosuch", "indicator", "unknown_code")]
    [InlineData("figures?indicator=地区生产", "indicator", "unknown_code")]
    [InlineData("figures?unit=999999", "unit", "unknown_code")]
    [InlineData("series?unit=999999", "unit", "unknown_code")]
    [InlineData("conflicts?indicator=nosuch", "indicator", "unknown_code")]
    [InlineData("tasks?dimension=nosuch", "dimension", "unknown_code")]
    [InlineData("tasks?aspect=nosuch", "aspect", "unknown_code")]
    [InlineData("figures?measure=growth", "measure", "invalid_value")]
    [InlineData("figures?measure=YOY", "measure", "invalid_value")]
    [InlineData("figures?periodKind=week", "periodKind", "invalid_value")]
    [InlineData("figures?kind=guess", "kind", "invalid_value")]
    [InlineData("figures?priceBasis=real", "priceBasis", "invalid_value")]
    [InlineData("figures?priceBasis=", "priceBasis", "invalid_value")]
    [InlineData("conflicts?type=other", "type", "invalid_value")]
    [InlineData("figures?vintages=maybe", "vintages", "invalid_value")]
    [InlineData("figures?derived=2", "derived", "invalid_value")]
    [InlineData("figures?period=2023-Q5", "period", "invalid_period")]
    [InlineData("figures?period=2023-M13", "period", "invalid_period")]
    [InlineData("figures?period=2023-02-30", "period", "invalid_period")]
    [InlineData("figures?period=2025-2021", "period", "invalid_period")]
    [InlineData("figures?period=上半年", "period", "invalid_period")]
    [InlineData("series/s1/figures?period=x", "period", "invalid_period")]
    [InlineData("figures?from=2023-13-01", "from", "invalid_date")]
    [InlineData("figures?to=2023", "to", "invalid_date")]
    [InlineData("figures?asOf=2023-02-30", "asOf", "invalid_as_of")]
    [InlineData("figures?asOf=yesterday", "asOf", "invalid_as_of")]
    [InlineData("figures?asOf=2023-07-20T00:00:00", "asOf", "invalid_as_of")]
    [InlineData("figures?asOf=2026-01-06", "asOf", "future_as_of")]
    [InlineData("figures?asOf=9999-12-31", "asOf", "future_as_of")]
    [InlineData("figures?asOf=2026-01-05T10:00:01%2B08:00", "asOf", "future_as_of")]
    [InlineData("figures?asOf=2023-01-01&asOf=2024-01-01", "asOf", "repeated_parameter")]
    [InlineData("figures?clock=wall", "clock", "invalid_value")]
    [InlineData("tasks?asOf=soon", "asOf", "invalid_as_of")]
    [InlineData("indicators/gdp?clock=wall", "clock", "invalid_value")]
    [InlineData("figures?lang=fr", "lang", "invalid_value")]
    [InlineData("figures?format=xml", "format", "invalid_value")]
    [InlineData("figures?cursor=x", "cursor", "invalid_cursor")]
    [InlineData("figures?indicator=", "indicator", "unknown_code")]
    [InlineData("figures?indicator", "indicator", "unknown_code")]
    [InlineData("figures?unit=", "unit", "unknown_code")]
    [InlineData("figures?measure=", "measure", "invalid_value")]
    [InlineData("figures?period=", "period", "invalid_period")]
    [InlineData("figures?periodKind=", "periodKind", "invalid_value")]
    [InlineData("figures?kind=", "kind", "invalid_value")]
    [InlineData("figures?from=", "from", "invalid_date")]
    [InlineData("figures?to=", "to", "invalid_date")]
    [InlineData("figures?vintages=", "vintages", "invalid_value")]
    [InlineData("figures?derived=", "derived", "invalid_value")]
    [InlineData("figures?limit=", "limit", "invalid_limit")]
    [InlineData("figures?cursor=", "cursor", "invalid_cursor")]
    [InlineData("figures?asOf=", "asOf", "invalid_as_of")]
    [InlineData("figures?clock=", "clock", "invalid_value")]
    [InlineData("figures?lang=", "lang", "invalid_value")]
    [InlineData("figures?format=", "format", "invalid_value")]
    [InlineData("tasks?dimension=", "dimension", "unknown_code")]
    [InlineData("tasks?aspect=", "aspect", "unknown_code")]
    [InlineData("units?level=", "level", "invalid_value")]
    [InlineData("indicators?type=", "type", "invalid_value")]
    [InlineData("conflicts?type=", "type", "invalid_value")]
    [InlineData("series/s1/figures?indicator=nosuch", "indicator", "unknown_code")]
    [InlineData("series/s1/figures?unit=nosuch", "unit", "unknown_code")]
    [InlineData("series/s1/figures?measure=nosuch", "measure", "invalid_value")]
    public async Task A_parameter_at_fault_is_400_and_named(string address, string parameter, string code)
    {
        var (status, problem) = await _api.Refused(address);

        Assert.Equal(400, status);
        Assert.Equal(["type", "title", "status", "detail", "code", "errors"], problem.EnumerateObject().Select(p => p.Name));
        Assert.Equal((400, code), (problem.GetProperty("status").GetInt32(), problem.GetProperty("code").GetString()));
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((parameter, code), (error.GetProperty("parameter").GetString(), error.GetProperty("code").GetString()));
        Assert.NotEmpty(error.GetProperty("expected").GetString()!);
        Assert.Contains(parameter, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_lets_a_series_through_or_not_holds_for_its_own_figures_too()
    {
        Assert.Single(await _api.Items("series/s1/figures?indicator=gdp&measure=level"));
        Assert.Empty(await _api.Items("series/s1/figures?measure=share"));
    }

    [Fact]
    public async Task All_parameters_at_fault_are_named_at_once()
    {
        var (_, problem) = await _api.Refused("figures?unit=x&measure=y&limit=0&asOf=z");

        Assert.Equal(["asOf", "limit", "measure", "unit"],
            problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("parameter").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("tasks/0")]
    [InlineData("tasks/4")]
    [InlineData("tasks/01")]
    [InlineData("tasks/+1")]
    [InlineData("tasks/one")]
    [InlineData("tasks/1/more")]
    [InlineData("indicators/nosuch")]
    [InlineData("units/nosuch")]
    [InlineData("series/s99")]
    [InlineData("series/s99/figures")]
    [InlineData("series/1/figures")]
    [InlineData("figures/f0000000099")]
    [InlineData("figures/q0000000099")]
    [InlineData("sources/d99")]
    [InlineData("/api/v1/")]
    [InlineData("/api/v2/tasks")]
    public async Task An_address_that_names_nothing_is_404(string address)
    {
        var (status, problem) = await _api.Refused(address);

        Assert.Equal((404, "not_found"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_405()
    {
        var (status, problem) = await _api.Refused("tasks", method: HttpMethod.Post);

        Assert.Equal((405, "method_not_allowed"), (status, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    public async Task A_format_that_there_is_not_is_406(string accept)
    {
        var (status, problem) = await _api.Refused("tasks", accept);

        Assert.Equal((406, "not_acceptable"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Problems_speak_the_language_asked_for()
    {
        Assert.Equal("未找到", (await _api.Refused("nothing")).Problem.GetProperty("title").GetString());
        Assert.Equal("Not found", (await _api.Refused("nothing?lang=en")).Problem.GetProperty("title").GetString());
        Assert.Contains("expected", (await _api.Refused("figures?unit=x&lang=en")).Problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_problem_has_its_words()
    {
        foreach (var address in new[] { "figures?unit=x", "figures?limit=0", "figures?period=x", "figures?to=x", "nothing" })
        {
            foreach (var language in new[] { "zh-CN", "en" })
            {
                var (_, problem) = await _api.Refused($"{address}{(address.Contains('?') ? '&' : '?')}lang={language}");
                Assert.DoesNotContain(".Title", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
                Assert.DoesNotContain(".Detail", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task An_error_that_nobody_expected_is_500_and_tells_nothing_of_itself()
    {
        await using var api = new ApiHost(ApiHost.Of(new HandMade()), map: app =>
            app.MapGet("/api/v1/broken", new RequestDelegate(_ => throw new InvalidOperationException("secret"))));

        var (status, problem) = await api.Refused("broken");

        Assert.Equal((500, "internal_error"), (status, problem.GetProperty("code").GetString()));
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
    }
}
