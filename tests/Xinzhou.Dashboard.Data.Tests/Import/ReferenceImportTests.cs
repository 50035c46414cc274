using System.Globalization;
using System.Text.Json;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>The data that comes with the product, entered as users enter theirs.</summary>
public sealed class ReferenceImportTests(ReferenceImportTests.Database database) : IClassFixture<ReferenceImportTests.Database>
{
    [Fact]
    public async Task The_26_facts_of_the_article_and_the_436_published_figures_are_entered()
    {
        var snapshot = await database.LoadAsync();
        var figures = snapshot.Figures.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).ToArray();
        Assert.Equal(26 + 436, figures.Length);
        Assert.Equal(26, figures.Count(f => f.SourceText == "忻州：推进七大能级同步跃升"));
    }

    [Fact]
    public async Task The_plan_has_7_dimensions_5_aspects_39_tasks_and_5_milestones_with_what_the_article_adds()
    {
        var plan = (await database.LoadAsync()).Plan;
        Assert.Equal(["产业", "开放", "创新", "城市", "改革", "市场", "安全"], plan.Dimensions.Select(d => d.Name));
        Assert.Equal((5, 39, 5), (plan.Aspects.Count, plan.Tasks.Count, plan.Milestones.Count));
        Assert.Equal((25, 14), (plan.Tasks.Count(t => !t.IsPlaceholder), plan.Tasks.Count(t => t.IsPlaceholder)));
        Assert.Equal("按照“多元支撑、数实融合”的思路", plan.Dimension("industry")?.Principle);
        Assert.Equal(34, plan.Dimensions.Sum(d => d.Initiatives.Count));
        Assert.Equal("2030年基本实现转型", plan.Milestones.Single(m => m.Year == 2030).Quote);
        Assert.Equal((4, 9), (plan.Programmes.Count, plan.Accountability.Count));
        Assert.Equal(6, plan.Programmes.Single(p => p.MembersStated).Members.Count);
        Assert.Equal((22, 9), (plan.NotStated.Count, plan.Ambiguities.Count));
        Assert.Equal(2023, plan.Source?.AdoptedYearInferred);
        Assert.All(plan.Tasks, t => Assert.NotEqual(Status.Official, t.TitleStatus));
    }

    [Fact]
    public async Task Every_fact_is_found_exactly_as_the_article_gives_it()
    {
        var snapshot = await database.LoadAsync();
        using var json = JsonDocument.Parse(ReferenceFiles.Open(ReferenceFiles.Facts));
        var figures = snapshot.Figures.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures)
            .Where(f => f.Source.Address is null && f.Source.Title == "忻州：推进七大能级同步跃升").ToArray();
        var facts = json.RootElement.GetProperty("observations").EnumerateArray().ToArray();
        Assert.Equal(26, facts.Length);
        Assert.All(facts, fact =>
        {
            var period = fact.GetProperty("period");
            var figure = Assert.Single(figures, f => f.Quote == fact.GetProperty("quote").GetString());
            Assert.Equal(fact.GetProperty("indicator").GetString(), figure.Series.Indicator.Code);
            Assert.Equal(fact.GetProperty("value").GetString(), figure.Value?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(fact.GetProperty("unit").GetString() ?? "", figure.Uom);
            Assert.Equal(period.GetProperty("code").GetString() ?? "UNSTATED", figure.Period.Code);
            Assert.Equal(period.GetProperty("labelZh").GetString(), figure.PeriodLabel);
            Assert.Equal(period.GetProperty("yearInferred").ValueKind == JsonValueKind.Number, figure.YearInferred);
            Assert.Equal((Stage.Unstated, Reliability.Repost), (figure.Stage, figure.Reliability));
            Assert.Equal((Shanghai.StartOf(new(2023, 8, 18)), KnownFromBasis.Inferred), (figure.KnownFrom, figure.KnownFromBasis));
        });
        Assert.Single(figures, f => f.Text is not null);
        Assert.Equal(2, figures.Count(f => f.Period == Period.Unstated));
        Assert.Equal(1, figures.Count(f => f.Kind == ValueKind.Forecast));
        Assert.Equal(1, figures.Count(f => f is { Kind: ValueKind.Target, Comparator: Comparator.AtLeast }));
        Assert.Equal(1, figures.Count(f => f.Kind == ValueKind.Unstated));
        Assert.Equal(PriceBasis.Constant, figures.Single(f => f.Quote == "按不变价格计算，同比增长1%").StatedPriceBasis);
        Assert.Equal(Benchmark.Province, figures.Single(f => f.Series.Measure == Measure.Gap).Series.Benchmark);
    }

    [Fact]
    public async Task Decimals_are_stored_as_published()
    {
        var snapshot = await database.LoadAsync();
        var figures = snapshot.Figures.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).ToArray();
        Assert.Contains(figures, f => f.Value?.ToString(CultureInfo.InvariantCulture) == "317.20");
        Assert.Contains(figures, f => f.Value?.ToString(CultureInfo.InvariantCulture) == "13591.936920");
        Assert.Contains(figures, f => f.Value?.ToString(CultureInfo.InvariantCulture) == "5.0");
    }

    [Fact]
    public async Task Reliability_and_known_from_follow_from_the_sources()
    {
        var snapshot = await database.LoadAsync();
        var figures = snapshot.Figures.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).ToArray();
        Assert.Equal(119, figures.Count(f => f.Reliability == Reliability.Official));
        Assert.Equal(176, figures.Count(f => f.Reliability == Reliability.OfficialCopy));
        Assert.All(figures.Where(f => f.Reliability == Reliability.SelfMedia), f => Assert.Contains("自媒体", f.VintageLabel));
        // What the press conference says of 2020 carries no stage of its own: none is made up for it.
        var base2020 = Assert.Single(figures, f => f.Value == 1061.1m);
        Assert.Equal((Stage.Unstated, Shanghai.StartOf(new(2026, 1, 28)), KnownFromBasis.Stated), (base2020.Stage, base2020.KnownFrom, base2020.KnownFromBasis));
        Assert.All(
            figures.Where(f => f.SourceText.Contains("2023-10-24")),
            f => Assert.Equal(Shanghai.StartOf(new(2023, 10, 24)), f.KnownFrom));
    }

    [Fact]
    public async Task The_output_of_specialty_towns_in_2024_is_there_with_that_of_the_provincial_ones()
    {
        var view = (await database.LoadAsync()).Figures.At(new(DateTimeOffset.UtcNow));
        var (all, provincial) = (
            view.Shown("specialty_town_output", "140900", Measure.Level, Period.FullYear(2024))!,
            view.Shown("provincial_specialty_town_output", "140900", Measure.Level, Period.FullYear(2024))!);
        Assert.Equal((310.05m, 175.8m), (all.Value, provincial.Value));
        Assert.Equal(11.27m, view.Shown("provincial_specialty_town_output", "140900", Measure.Yoy, Period.FullYear(2024))!.Value);
    }

    [Fact]
    public async Task The_self_media_page_conflicts_with_its_own_share()
    {
        var snapshot = await database.LoadAsync();
        var view = snapshot.Figures.At(new(DateTimeOffset.UtcNow));
        Assert.Contains(snapshot.Rules.Conflicts(view), c => c.Figures[0].Value == 40.6m);
    }

    [Fact]
    public async Task Published_figures_are_not_asked_about_changes_and_none_of_them_would_stand_out_yet()
    {
        var snapshot = await database.LoadAsync();
        var now = new AsOf(DateTimeOffset.UtcNow);
        Assert.DoesNotContain(snapshot.DigestAt(now).Findings, f => f.Finding.Rule == "change_outlier");
        var trial = RuleTrial.Run(snapshot.Rules.Rules.Single(r => r.Code == "change_outlier"), null, snapshot.Figures.At(now), 50);
        Assert.Equal(0, trial.Fired);
        Assert.True(trial.Judged > 100);
    }

    [Fact]
    public async Task Each_file_left_one_audit_event_and_a_second_start_enters_nothing()
    {
        Assert.False(await ReferenceImport.EnterAsync(database.Contexts, TimeProvider.System));
        await using var command = database.App.CreateCommand("SELECT string_agg(subject, ' ' ORDER BY id) FROM audit_events WHERE action = 'import'");
        Assert.Equal("plan.json seed-facts.json published-figures.csv", await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData(ReferenceFiles.Plan, 0)]
    [InlineData(ReferenceFiles.Facts, 26)]
    [InlineData(ReferenceFiles.PublishedFigures, 436)]
    public async Task The_same_file_again_changes_nothing(string file, int figures)
    {
        var before = await database.DumpAsync();
        var report = await database.ImportReferenceAsync(file);
        Assert.Empty(report.Faults);
        Assert.Equal((figures, figures, 0), (report.Figures, report.Unchanged, report.New));
        Assert.Equal(before, await database.DumpAsync());
    }

    /// <summary>A database with the catalogue, into which the three files were entered.</summary>
    public sealed class Database : PostgresDatabase
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Assert.True(await ReferenceImport.EnterAsync(Contexts, TimeProvider.System));
        }

        public Task<Data.Snapshot.Snapshot> LoadAsync() => new SnapshotLoader(Contexts).LoadAsync();

        public async Task<ImportReport> ImportReferenceAsync(string file)
        {
            var (content, _) = await FileContent.ReadAsync(ReferenceFiles.Open(file));
            return await new Importer(Contexts, TimeProvider.System).ImportAsync(
                DocumentReader.Read(content), new() { File = file, Actor = "test" });
        }

        /// <summary>Everything that an import could change, as text.</summary>
        public async Task<string> DumpAsync()
        {
            await using var command = App.CreateCommand(
                """
                SELECT (SELECT string_agg(f::text, E'\n' ORDER BY id) FROM figures f)
                    || (SELECT string_agg(s::text, E'\n' ORDER BY id) FROM series s)
                    || (SELECT string_agg(d::text, E'\n' ORDER BY id) FROM source_documents d)
                    || (SELECT string_agg(i::text, E'\n' ORDER BY code) FROM indicators i)
                    || (SELECT string_agg(k::text, E'\n' ORDER BY number) FROM key_tasks k)
                    || (SELECT string_agg(a::text, E'\n' ORDER BY id) FROM audit_events a)
                    || (SELECT p::text FROM plan_state p)
                """);
            return (string)(await command.ExecuteScalarAsync())!;
        }
    }
}
