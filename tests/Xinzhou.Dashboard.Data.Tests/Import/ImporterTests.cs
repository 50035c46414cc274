using System.Globalization;
using System.Text;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Tests.Workbooks;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Import;

public sealed class ImporterTests
{
    private const string Gdp = "GDP,忻州市,2023-H1,676.5,亿元,1,http://www.sxxz.gov.cn/a,ytd,,原文,,2023-08-18";

    [Fact]
    public async Task A_file_is_stored_as_it_says_with_one_audit_event()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var report = await database.ImportAsync(Gdp);
        Assert.Equal("import: rows 1, figures 2, new 2, unchanged 0, superseding 0, conflicts 0, findings 0, rejected 0", report.Summary);
        var figures = await database.FiguresAsync();
        Assert.Equal([(Measure.Level, "676.5", "亿元"), (Measure.Yoy, "1", "%")], figures.Select(f => (f.Series.Measure, $"{f.Value}", f.Uom)));
        Assert.All(figures, f => Assert.Equal((Reliability.Official, "原文"), (f.Reliability, f.Quote)));
        await using var command = database.App.CreateCommand("SELECT actor || action || subject || (details ->> 'new') FROM audit_events");
        Assert.Equal("testimporttest2", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task GBK_is_detected_and_read()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        Assert.True((await database.ImportAsync(gbk.GetBytes($"{ImportDatabase.Header}\r\n{Gdp}\r\n"))).Accepted);
        Assert.Equal("原文", (await database.FiguresAsync())[0].Quote);
    }

    [Fact]
    public async Task A_byte_order_mark_and_GB_18030_beyond_GBK_are_understood()
    {
        await using var database = await ImportDatabase.CreateAsync();
        Assert.True((await database.ImportAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{ImportDatabase.Header}\n{Gdp}")])).Accepted);
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var report = await database.ImportAsync(gb18030.GetBytes($"{ImportDatabase.Header}\n{Gdp.Replace("2023", "2022").Replace("原文", "原文𠀀€")}\n"));
        Assert.Equal(2, report.New);
        Assert.Contains(await database.FiguresAsync(), f => f.Quote == "原文𠀀€");
    }

    [Fact]
    public async Task A_workbook_says_the_same_as_its_CSV()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var rows = Workbook.Row(ImportDatabase.Header.Split(',')) + Workbook.Row(Gdp.Split(',')).Replace(
            "<c t=\"inlineStr\"><is><t>676.5</t></is></c>", "<c s=\"1\"><v>676.50000000000001</v></c>");
        Assert.Equal(2, (await database.ImportAsync(Workbook.Of(rows, ["0.0"]))).New);
        Assert.Equal(2, (await database.ImportAsync(Gdp)).Unchanged);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing_dated_or_not()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var rows = $"{Gdp}\n{Gdp.Replace("2023-H1", "2022-H1").Replace("2023-08-18", "")}";
        Assert.Equal(4, (await database.ImportAsync(rows)).New);
        var before = await database.DumpAsync();
        var again = await database.ImportAsync(rows);
        Assert.Equal((0, 4), (again.New, again.Unchanged));
        Assert.Equal(before, await database.DumpAsync());
    }

    [Theory]
    [InlineData("676.5,亿元", "676.50,亿元", 1)]
    [InlineData("676.5,亿元", "6765000,万元", 1)]
    [InlineData("676.5,亿元", "676.5,亿元", 0)]
    public async Task An_undated_figure_is_the_same_only_if_it_is_written_the_same(string first, string second, int added)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync($"GDP,忻州市,2023-H1,{first},,http://a.com,ytd,,,,");
        Assert.Equal(added, (await database.ImportAsync($"GDP,忻州市,2023-H1,{second},,http://a.com,ytd,,,,")).New);
    }

    [Fact]
    public async Task A_line_repeated_word_for_word_is_stored_once()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var report = await database.ImportAsync($"{Gdp}\n{Gdp}");
        Assert.Equal((4, 2, 2), (report.Figures, report.New, report.Unchanged));
        Assert.Equal(2, (await database.FiguresAsync()).Count);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_what_was_shown_and_both_are_kept()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Gdp);
        var report = await database.ImportAsync(Gdp.Replace("676.5", "677.1").Replace("2023-08-18", "2023-09-01").Replace(",1,", ",,"));
        Assert.Equal((1, 1, 0), (report.New, report.Superseding, report.Conflicts));
        var book = (await database.LoadAsync()).Figures;
        var now = DateTimeOffset.UtcNow;
        Assert.Equal(677.1m, book.At(new(now)).Latest("gdp", "140900", Measure.Level)!.Value);
        Assert.Equal(2, book.At(new(now)).Known(book.Find("gdp", "140900", Measure.Level)).Count());
    }

    [Fact]
    public async Task Two_sources_of_one_stage_that_disagree_are_both_kept_and_the_conflict_is_counted()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Gdp);
        var other = Gdp.Replace("676.5", "680.0").Replace("www.sxxz.gov.cn", "www.163.com");
        var tried = await database.ImportAsync(other, dryRun: true);
        var report = await database.ImportAsync(other);
        Assert.Equal("import: rows 1, figures 2, new 2, unchanged 0, superseding 0, conflicts 1, findings 0, rejected 0", report.Summary);
        Assert.Equal(tried.Summary, report.Summary);
        var snapshot = await database.LoadAsync();
        var conflict = Assert.Single(snapshot.Rules.Conflicts(snapshot.Figures.At(new(DateTimeOffset.UtcNow))));
        Assert.Equal((ConflictType.Sources, 676.5m), (conflict.Type, conflict.Preferred!.Value));
    }

    [Fact]
    public async Task A_conflict_by_arithmetic_and_findings_are_counted_when_they_arise()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(
            "GDP,忻州市,2024-FY,1323.38,亿元,,http://a.com,annual,,,,\n第二产业增加值,忻州市,2024-FY,545.9,亿元,,http://a.com,annual,,,,");
        var report = await database.ImportAsync(
            "第二产业增加值占地区生产总值比重,忻州市,2024-FY,40.6,%,,http://a.com,ratio,,,,\nGDP,山西省,2023-FY,,,80.5,http://a.com,annual,,,,");
        Assert.Equal((1, 2), (report.Conflicts, report.Findings));
        Assert.Equal((0, 0), (await database.ImportAsync(Gdp)) is var plain ? (plain.Conflicts, plain.Findings) : default);
    }

    [Fact]
    public async Task Names_are_created_only_when_asked_and_a_trial_leaves_none_behind()
    {
        await using var database = await ImportDatabase.CreateAsync();
        const string Rows = "牛存栏,某镇,2023-06-30,5.0,万头,,http://a.com,stock,,,,2023-07-01";
        Assert.Equal(2, (await database.ImportAsync(Rows)).Faults.Count);
        var before = await database.DumpAsync();
        Assert.Equal(1, (await database.ImportAsync(Rows, create: true, dryRun: true)).New);
        Assert.Equal(before, await database.DumpAsync());

        Assert.Equal(1, (await database.ImportAsync(Rows, create: true)).New);
        var catalogue = (await database.LoadAsync()).Catalogue;
        Assert.Equal((IndicatorType.Stock, "万头"), (catalogue.Indicator("牛存栏")!.Type, catalogue.Indicator("牛存栏")!.Uom));
        Assert.Equal(UnitLevel.Other, catalogue.Unit("某镇")!.Level);
        Assert.Equal(1, (await database.ImportAsync(Rows)).Unchanged);
    }

    [Fact]
    public async Task A_host_that_the_installation_has_judged_has_that_reliability()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await using var command = database.App.CreateCommand("INSERT INTO reliability_overrides VALUES ('www.sxxz.gov.cn', 'self_media')");
        await command.ExecuteNonQueryAsync();
        await database.ImportAsync(Gdp);
        Assert.All(await database.FiguresAsync(), f => Assert.Equal(Reliability.SelfMedia, f.Reliability));
    }

    [Fact]
    public async Task Imports_at_the_same_time_take_turns_and_number_their_figures_in_the_order_of_commit()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => database.ImportAsync(Gdp.Replace("2023-H1", $"{2000 + i}-H1"))));
        await using var command = database.App.CreateCommand(
            "SELECT count(*) FROM (SELECT recorded_at < lag(recorded_at) OVER (ORDER BY id) AS falls FROM figures) f WHERE falls");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
        Assert.Equal(16, (await database.FiguresAsync()).Count);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_go_in_by_COPY_with_progress()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var rows = new StringBuilder($"{ImportDatabase.Header}\n");
        for (var i = 0; i < 100_000; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"指标{i % 50},单位{i / 50 % 100},{2004 + (i / 5000)}-FY,{i}.{i % 10},亿元,,http://a.com/{i / 500},annual,,原文{i},,2025-01-01\n");
        }

        var content = Encoding.UTF8.GetBytes(rows.ToString());
        var steps = new List<ImportProgress>();
        using var statements = new Statements(database.AppConnectionString);
        var report = await new Importer(database.Contexts, TimeProvider.System).ImportAsync(
            DocumentReader.Read(content), new() { File = "test", Actor = "test", Create = true }, steps.Add);
        var sent = statements.Take();
        Assert.Equal((100_000, 100_000), (report.Rows, report.New));
        Assert.Equal([ImportStep.Reading, ImportStep.Comparing, ImportStep.Checking, ImportStep.Storing], steps.Select(s => s.Step).Distinct());
        Assert.True(steps.Count > 10);
        Assert.Equal(new ImportProgress(ImportStep.Storing, 100_000, 100_000), steps[^1]);
        Assert.Single(sent, s => s.StartsWith("COPY figures ", StringComparison.Ordinal));

        Assert.Equal(100_000, (await database.ImportAsync(content)).Unchanged);
        var again = statements.Take();
        Assert.DoesNotContain(again, s => s.StartsWith("COPY", StringComparison.Ordinal));

        // What is sent does not grow with the rows.
        await using var other = await ImportDatabase.CreateAsync();
        using var few = new Statements(other.AppConnectionString);
        var two = Encoding.UTF8.GetBytes(string.Join('\n', rows.ToString().Split('\n').Take(3)) + "\n");
        Assert.Equal(2, (await other.ImportAsync(two, create: true)).New);
        Assert.Equal(few.Take().Count, sent.Count);
        Assert.Equal(2, (await other.ImportAsync(two)).Unchanged);
        Assert.Equal(few.Take().Count, again.Count);
    }

    [Theory]
    [InlineData(ImportStep.Reading, 0)]
    [InlineData(ImportStep.Comparing, 2)]
    [InlineData(ImportStep.Checking, 2)]
    [InlineData(ImportStep.Storing, 2)]
    public async Task An_import_that_is_stopped_stores_nothing_and_reports_what_it_had_read(ImportStep step, int figures)
    {
        await using var database = await ImportDatabase.CreateAsync();
        var before = await database.DumpAsync();
        using var stop = new CancellationTokenSource();
        var report = await new Importer(database.Contexts, TimeProvider.System).ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes(
                $"{ImportDatabase.Header}\n新指标,忻州市,2023-FY,1,亿元,2,http://a.com,annual,,,,2025-01-01\n")),
            new() { File = "test", Actor = "test", Create = true },
            progress =>
            {
                if (progress.Step == step) stop.Cancel();
            },
            stop.Token);
        Assert.Equal((true, false), (report.Stopped, report.Accepted));
        Assert.Equal(
            $"import: rows 1, figures {figures}, new 0, unchanged 0, superseding 0, conflicts 0, findings 0, rejected 0", report.Summary);
        Assert.Equal(before, await database.DumpAsync());
        Assert.Empty(report.Faults);
    }
}
