using System.Globalization;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using static Xinzhou.Dashboard.Web.Tests.Api.FiguresTests;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>What the targets answer.</summary>
public sealed class TargetsTests : IDisposable
{
    private readonly ApiHost _api = LivePlan.Host();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_target_says_who_owes_it_from_which_base_and_how_it_stands()
    {
        var target = Assert.Single(await _api.Items("targets?indicator=gdp"));

        Assert.Equal(["id", "figure", "owner", "person", "baseline", "tolerance", "task", "signed", "light"], target.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("f0000000001", "市发展改革委", "丙", 3m, 2), (
            Text(target, "id"), Text(target, "owner"), Text(target, "person"), target.GetProperty("tolerance").GetDecimal(), target.GetProperty("task").GetInt32()));
        Assert.Equal("""{"period":"2024年","value":"1580"}""", target.GetProperty("baseline").GetRawText());
        Assert.Equal(JsonValueKind.Null, target.GetProperty("signed").ValueKind);
        Assert.Equal((await _api.Items("figures?kind=target&indicator=gdp"))[0].GetRawText(), target.GetProperty("figure").GetRawText());
        Assert.Equal((await _api.Items("lights?subject=targets/f0000000001"))[0].GetRawText(), target.GetProperty("light").GetRawText());
    }

    [Fact]
    public async Task A_target_that_nobody_owes_is_a_target_all_the_same()
    {
        var target = Assert.Single(await _api.Items("targets?indicator=installed_capacity_total"));

        Assert.All(["owner", "person", "baseline", "tolerance", "task", "signed"], name => Assert.Equal(JsonValueKind.Null, target.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task The_value_of_a_baseline_is_told_where_the_light_is_not_judged_by_years()
    {
        var (plan, made, quarter) = (LivePlan.Snapshot(), LivePlan.Figures(), Period.Quarter(2026, 2));
        made.Add(quarter, 420, kind: ValueKind.Target, known: "2026-01-10");
        using var api = new ApiHost(plan with { Figures = made.Book, PlanBook = plan.PlanBook.With([LivePlan.Owed(20, quarter, "2025")]) }, LivePlan.Now);

        var target = (await api.Items("targets?indicator=gdp")).Single(t => t.GetProperty("figure").GetProperty("period").GetRawText().Contains(quarter.Code, StringComparison.Ordinal));

        Assert.Equal("""{"period":"2025","value":"1640"}""", target.GetProperty("baseline").GetRawText());
    }

    [Fact]
    public async Task A_commitment_that_is_signed_as_it_stands_says_by_whom_and_when_and_one_that_has_changed_since_is_signed_no_more()
    {
        var snapshot = LivePlan.Snapshot();
        var target = snapshot.LightsAt(new(DateTimeOffset.Parse(LivePlan.Now, CultureInfo.InvariantCulture))).Targets.Single(t => t.Figure.Id == 1);
        var (signed, before) = (TargetTerms.Of(target.Figure, target.Commitment!), TargetTerms.Of(target.Figure, target.Commitment! with { Person = "丁" }));
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));
        using var now = With(signed);
        using var changed = With(before);

        var signature = Assert.Single(await now.Items("targets?indicator=gdp")).GetProperty("signed");
        Assert.Equal(["by", "at"], signature.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("丙", at), (Text(signature, "by"), signature.GetProperty("at").GetDateTimeOffset()));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await now.Items("targets?indicator=gdp&asOf=2026-02-28")).GetProperty("signed").ValueKind);
        Assert.Equal(JsonValueKind.Null, Assert.Single(await changed.Items("targets?indicator=gdp")).GetProperty("signed").ValueKind);

        ApiHost With(TargetTerms terms) => new(
            snapshot with { Pledges = PledgeBook.Of([], [new(1, 1, terms.Digest, terms.Text, "丙", at, SignatureFactor.Code)]) }, LivePlan.Now);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?indicator=gdp&indicator=电力总装机", 2)]
    [InlineData("?unit=140902", 0)]
    [InlineData("?unit=忻州全市", 2)]
    [InlineData("?year=2026", 1)]
    [InlineData("?year=2026&year=2027", 2)]
    [InlineData("?year=2031", 0)]
    [InlineData("?task=2", 1)]
    [InlineData("?task=第2项", 1)]
    [InlineData("?task=1", 0)]
    [InlineData("?asOf=2025-12-31", 0)]
    public async Task Targets_are_found_by_indicator_unit_year_and_task(string query, int count) =>
        Assert.Equal(count, (await _api.Items($"targets{query}")).Length);

    [Theory]
    [InlineData("indicator=nosuch", "indicator", "unknown_code")]
    [InlineData("unit=nosuch", "unit", "unknown_code")]
    [InlineData("task=40", "task", "unknown_code")]
    [InlineData("task=nosuch", "task", "unknown_code")]
    [InlineData("task=01", "task", "unknown_code")]
    [InlineData("year=2026年", "year", "invalid_value")]
    [InlineData("year=", "year", "invalid_value")]
    [InlineData("year=20260", "year", "invalid_value")]
    [InlineData("years=2026", "years", "unknown_parameter")]
    public async Task A_filter_that_names_nothing_is_refused(string query, string parameter, string code)
    {
        var (status, problem) = await _api.Refused($"targets?{query}");

        Assert.Equal(400, status);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => Text(e, "parameter") == parameter && Text(e, "code") == code);
    }
}
