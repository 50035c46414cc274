using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Cases;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>What the statements of files that once went wrong say of each other.</summary>
[Trait("Category", "Faults")]
public sealed class StatementCasesTests
{
    [Fact]
    public async Task Of_vintages_and_kinds_exactly_what_is_wrong_within_one_stage_is_told()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var report = await database.ImportAsync(CaseFile.Read("30-vintages-and-kinds.csv"));
        Assert.Empty(report.Faults);
        var (snapshot, view) = await NowAsync(database);

        // 五寨县 2022 has a final total and preliminary parts: no verdict. Of the others, what rounding does not explain.
        Assert.Equal(
            ["Rule 神池县 2023-H1", "Rule 神池县 2024-H1", "Sources 偏关县 2023-FY", "Sources 河曲县 2022-FY", "Sources 河曲县 2023-FY"],
            snapshot.Rules.Conflicts(view).Select(c => $"{c.Type} {c.Series.Unit.Name} {c.Figures[0].Period.Code}").Order(StringComparer.Ordinal));

        // 45.0 is revised and 44.0 preliminary: that is no fall within the year. 12.0 and 11.9 are of one stage.
        Assert.Equal(["五寨县 11.9"], Findings(snapshot, view, "ytd_not_falling").Where(f => f.StartsWith("五寨县", StringComparison.Ordinal)));
        Assert.Equal(["繁峙县 21.1"], Findings(snapshot, view, "q1_equals_ytd"));
        Assert.Equal(report.Conflicts, snapshot.Rules.Conflicts(view).Count());
    }

    [Theory]
    [InlineData("31-real-and-nominal.csv")]
    [InlineData("31b-real-and-nominal-two-sources.csv")]
    public async Task Real_and_nominal_growth_stand_both_and_the_indicators_own_leads(string name)
    {
        await using var database = await ImportDatabase.CreateAsync();
        var report = await database.ImportAsync(CaseFile.Read(name));
        Assert.Equal((0, 0, 0), (report.Faults.Count, report.Conflicts, report.Superseding));
        var (snapshot, view) = await NowAsync(database);
        var unit = snapshot.Catalogue.Unit("繁峙县")!.Code;

        Assert.Equal([(5.0m, PriceBasis.Constant), (9.3m, PriceBasis.Current)], view.Shown("gdp", unit, Measure.Yoy).Select(f => (f.Value!.Value, f.PriceBasis!.Value)));
        Assert.Equal(5.0m, view.Shown("gdp", unit, Measure.Yoy, Period.FullYear(2022))!.Value);
        Assert.Empty(snapshot.Rules.Conflicts(view));
        Assert.Equal(report.New, (await database.ImportAsync(CaseFile.Read(name))).Unchanged);
    }

    [Fact]
    public async Task A_bound_or_an_approximate_value_contradicts_only_what_it_excludes()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(CaseFile.Read("31b-real-and-nominal-two-sources.csv"));
        var (snapshot, view) = await NowAsync(database);

        Assert.Equal(4, snapshot.Figures.Histories.Where(h => h.Series.Indicator.Name == "数字经济规模").SelectMany(h => h.Groups).Sum(g => g.Figures.Count));
        Assert.Empty(snapshot.Rules.Conflicts(view));
    }

    [Fact]
    public async Task Growth_at_current_prices_alone_is_shown_as_what_it_is()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(CaseFile.Read("32-price-basis.csv"));
        var (snapshot, view) = await NowAsync(database);
        var unit = snapshot.Catalogue.Unit("岢岚县")!.Code;

        Assert.Equal((9.9m, PriceBasis.Current), Assert.Single(view.Shown("retail_sales", unit, Measure.Yoy)) is var shown ? (shown.Value!.Value, shown.PriceBasis!.Value) : default);
    }

    private static async Task<(Data.Snapshot.Snapshot Snapshot, BookView View)> NowAsync(ImportDatabase database)
    {
        var snapshot = await database.LoadAsync();
        return (snapshot, snapshot.Figures.At(new(TimeProvider.System.GetUtcNow())));
    }

    private static IEnumerable<string> Findings(Data.Snapshot.Snapshot snapshot, BookView view, string rule) =>
        snapshot.DigestAt(view.AsOf).Findings.Where(f => f.Finding.Rule == rule).Select(f => $"{f.Figure.Series.Unit.Name} {f.Figure.Value}");
}
