using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

public sealed class ConflictsTests
{
    private readonly HandMade _made = new();

    [Fact]
    public async Task A_conflict_arises_when_the_day_of_the_other_publication_comes_and_ends_with_its_withdrawal()
    {
        _made.Add(Period.FullYear(2024), 100m, known: "2025-01-20");
        var other = _made.Add(Period.FullYear(2024), 101m, known: "2026-01-10", recorded: "2026-01-02", source: "https://example.cn/b");
        _made.Withdraw(other, "2026-01-20", "2026-01-02");
        await using var api = new ApiHost(ApiHost.Of(_made), "2026-01-05T10:00:00+08:00");

        Assert.Empty(await api.Items("conflicts"));
        api.Time.Now = HandMade.Day("2026-01-10");
        Assert.Single(await api.Items("conflicts"));
        api.Time.Now = HandMade.Day("2026-01-20");
        Assert.Empty(await api.Items("conflicts"));
    }

    [Fact]
    public void A_snapshot_with_other_figures_or_rules_says_nothing_of_the_one_before()
    {
        _made.Add(Period.FullYear(2024), 100m);
        var before = ApiHost.Of(_made);
        _made.Add(Period.FullYear(2024), 101m, source: "https://example.cn/b");
        _made.Add(Period.FullYear(2024), 60m, measure: Measure.Yoy);
        var now = new AsOf(HandMade.Day("2026-01-05"));
        Assert.Empty(before.DigestAt(now).Conflicts);

        var after = before with { Figures = _made.Book };
        Assert.Single(after.DigestAt(now).Conflicts);
        Assert.Empty(after.DigestAt(now).Findings);

        var rules = RuleBook.Parse([("bound", """{"type":"growth_bound","bound":50}""")], HandMade.Catalogue);
        Assert.Single((after with { Rules = rules }).DigestAt(now).Findings);
        Assert.Empty(after.DigestAt(now).Findings);
        Assert.Empty(before.DigestAt(now).Conflicts);
    }
}
