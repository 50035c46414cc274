using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Time;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

public sealed class ReturnJudgeTests
{
    private static readonly DateTimeOffset Now = new(2024, 10, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly Indicator Part = Indicator("part");
    private static readonly Indicator Ratio = Indicator("ratio", IndicatorType.Ratio, "%");
    private static readonly Quarter Q3 = new(2024, 3);

    private static readonly RuleBook Rules = RuleBook.Parse(
    [
        ("ytd", """{"type":"ytd_not_falling"}"""),
        ("bound", """{"type":"growth_bound","bound":50}"""),
    ], new([Gdp, Part, Ratio], [Nation, Province, City]));

    private static readonly ReturnForm Form = new()
    {
        Code = "test",
        Name = "季度表",
        Stage = Stage.Preliminary,
        Rows =
        [
            new() { Number = 1, Indicator = Gdp, Unit = City, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 1, AsksGrowth = true },
            new() { Number = 2, Indicator = Part, Unit = City, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 1 },
            new() { Number = 3, Indicator = Ratio, Unit = City, Measure = Measure.Share, Timing = RowTiming.YearToDate, Uom = "%", Decimals = 1, PartRow = 2, TotalRow = 1 },
        ],
    };

    [Fact]
    public void An_empty_return_asks_for_every_cell_but_what_is_computed()
    {
        var sheet = Judge(Book());

        Assert.Equal((3, 0, 0), (sheet.Asked, sheet.Filled, sheet.Exempt));
        Assert.Equal(3, sheet.Count(CellState.Empty));
        Assert.Equal(CellState.Computed, sheet.Row(3)!.State);
        Assert.False(sheet.IsComplete);
    }

    [Fact]
    public void What_is_published_is_not_asked_again()
    {
        var sheet = Judge(Book(Published(1, 900.0m), Published(2, 5.2m, Measure.Yoy)));

        Assert.Equal(CellState.Exempt, sheet.Row(1)!.State);
        Assert.Equal((900.0m, 5.2m), (sheet.Row(1)!.Published!.Value, sheet.Row(1)!.PublishedGrowth!.Value));
        Assert.False(sheet.Row(1)!.IsAsked);
        Assert.Equal((1, 2), (sheet.Asked, sheet.Exempt));
    }

    [Fact]
    public void A_published_level_does_not_excuse_the_growth()
    {
        var sheet = Judge(Book(Published(1, 900.0m)));

        var row = sheet.Row(1)!;
        Assert.Equal([CellField.Growth], row.Cells.Select(c => c.Address.Field));
        Assert.Equal((CellState.Empty, 900.0m, null), (row.State, row.Published!.Value, row.PublishedGrowth));
        Assert.True(row.IsAsked);
        Assert.Equal((2, 1), (sheet.Asked, sheet.Exempt));
    }

    [Theory]
    [InlineData(Reliability.Official, Stage.Preliminary, true)]
    [InlineData(Reliability.Official, Stage.Unstated, true)]
    [InlineData(Reliability.Official, Stage.Final, true)]
    [InlineData(Reliability.Official, Stage.CensusRevised, true)]
    [InlineData(Reliability.Official, Stage.Flash, false)]
    [InlineData(Reliability.OfficialCopy, Stage.Preliminary, true)]
    [InlineData(Reliability.OfficialCopy, Stage.Flash, false)]
    [InlineData(Reliability.Return, Stage.Preliminary, true)]
    [InlineData(Reliability.Return, Stage.Flash, false)]
    [InlineData(Reliability.Repost, Stage.Final, false)]
    [InlineData(Reliability.SelfMedia, Stage.Final, false)]
    public void What_excuses_is_official_a_copy_of_it_or_a_return_of_the_stage_of_the_form_or_a_later_one(Reliability reliability, Stage stage, bool excuses)
    {
        var sheet = Judge(Book(Published(1, 900.0m, reliability: reliability, stage: stage), Published(2, 5.2m, Measure.Yoy, reliability, stage)));

        Assert.Equal(excuses, sheet.Row(1)!.IsExempt(CellField.Value));
        Assert.Equal(excuses, sheet.Row(1)!.IsExempt(CellField.Growth));
    }

    [Fact]
    public void What_outranks_an_official_figure_of_the_stage_of_the_form_does_not_take_its_excuse_away()
    {
        var sheet = Judge(Book(Published(1, 900.0m), Published(2, 901.0m, reliability: Reliability.Repost, stage: Stage.Final)));

        Assert.Equal(900.0m, sheet.Row(1)!.Published!.Value);
    }

    [Fact]
    public void Neither_a_bound_nor_growth_of_another_price_basis_excuses()
    {
        var sheet = Judge(Book(
            Published(1, 900.0m) with { Comparator = Comparator.AtLeast },
            Published(2, 5.2m, Measure.Yoy) with { StatedPriceBasis = PriceBasis.Current }));

        Assert.Equal((3, 0), (sheet.Asked, sheet.Exempt));
    }

    [Fact]
    public void What_was_typed_before_it_was_published_is_never_hidden()
    {
        var sheet = Judge(Book(Published(1, 900.0m), Published(2, 5.2m, Measure.Yoy)), (1, CellField.Value, 899.0m));

        var cell = Assert.Single(sheet.Row(1)!.Cells);
        Assert.Equal((899.0m, 900.0m), (cell.Entry.Value, cell.Published!.Value));
        Assert.Equal(CellState.Saved, sheet.Row(1)!.State);
        Assert.Null(sheet.Row(1)!.Published);
        Assert.Equal((2, 1, 1), (sheet.Asked, sheet.Filled, sheet.Exempt));
    }

    [Fact]
    public void A_blank_that_was_given_before_it_was_published_stays_too()
    {
        var sheet = Judge(Book(Published(1, 900.0m)), Q3, new Dictionary<CellAddress, CellEntry>
        {
            [new(1, CellField.Value)] = new(null, BlankReason.NotObtained, "待统计部门发布"),
        });

        Assert.Equal(CellState.NotObtained, sheet.Cell(new(1, CellField.Value))!.State);
    }

    [Fact]
    public void Growth_that_is_published_alone_is_not_asked_again_though_its_value_is()
    {
        var sheet = Judge(Book(Published(1, 5.2m, Measure.Yoy)));

        var row = sheet.Row(1)!;
        Assert.Equal([CellField.Value], row.Cells.Select(c => c.Address.Field));
        Assert.Equal((CellState.Empty, 5.2m, null), (row.State, row.PublishedGrowth!.Value, row.Published));
        Assert.True(row.IsExempt(CellField.Growth));
        Assert.Equal((2, 1), (sheet.Asked, sheet.Exempt));
        Assert.Equal(2, sheet.Count(CellState.Empty));
    }

    [Fact]
    public void Beside_a_cell_stand_last_year_the_quarter_before_and_the_single_quarter()
    {
        var book = Book(
            Figure(1, 500.0m, Period.Ytd(2024, 6), known: "2024-07-20"),
            Figure(2, 700m, Period.Ytd(2023, 9), known: "2023-10-20"),
            Figure(3, 1000m, Period.FullYear(2024), kind: ValueKind.Target, known: "2024-01-20"));

        var row = Judge(book, (1, CellField.Value, 800.5m)).Row(1)!;

        Assert.Equal(700m, row.YearBefore!.Value);
        Assert.Equal(500m, row.QuarterBefore!.Value);
        Assert.Equal(300.5m, row.SingleQuarter);
        Assert.Equal(80.05m, row.OfTarget);
    }

    [Fact]
    public void Of_a_ceiling_and_of_a_target_at_other_prices_nothing_is_reached()
    {
        var target = Figure(3, 1000m, Period.FullYear(2024), kind: ValueKind.Target, known: "2024-01-20");

        Assert.NotNull(Judge(Book(target with { Comparator = Comparator.AtLeast }), (1, CellField.Value, 800.5m)).Row(1)!.OfTarget);
        Assert.Null(Judge(Book(target with { Comparator = Comparator.AtMost }), (1, CellField.Value, 800.5m)).Row(1)!.OfTarget);
        Assert.Null(Judge(Book(target with { StatedPriceBasis = PriceBasis.Constant }), (1, CellField.Value, 800.5m)).Row(1)!.OfTarget);
    }

    [Fact]
    public void A_first_quarter_has_no_quarter_before_in_its_year()
    {
        var book = Book(Figure(1, 500m, Period.FullYear(2023), known: "2024-01-20"));

        var row = Judge(book, new Quarter(2024, 1), (1, CellField.Value, 120m)).Row(1)!;

        Assert.Null(row.QuarterBefore);
        Assert.Equal(120m, row.SingleQuarter);
    }

    [Fact]
    public void A_value_that_breaks_a_rule_is_an_error_and_one_that_a_rule_asks_about_wants_an_explanation()
    {
        var sheet = Judge(Book(Figure(1, 500m, Period.Ytd(2024, 6), known: "2024-07-20")),
            (1, CellField.Value, 499.9m), (1, CellField.Growth, 60.1m));

        Assert.Equal(CellState.Error, sheet.Cell(new(1, CellField.Value))!.State);
        Assert.Equal("ytd", sheet.Cell(new(1, CellField.Value))!.Worst!.Rule);
        Assert.Equal(CellState.NeedsExplanation, sheet.Cell(new(1, CellField.Growth))!.State);
        Assert.Equal(CellState.Error, sheet.Row(1)!.State);
    }

    [Fact]
    public void An_explanation_answers_a_warning_and_not_an_error()
    {
        var growth = new CellEntry(60.1m, Explanation: "新增两户企业");
        var value = new CellEntry(499.9m, Explanation: "口径调整");
        var sheet = Judge(Book(Figure(1, 500m, Period.Ytd(2024, 6), known: "2024-07-20")), Q3,
            new Dictionary<CellAddress, CellEntry> { [new(1, CellField.Growth)] = growth, [new(1, CellField.Value)] = value });

        Assert.Equal(CellState.Saved, sheet.Cell(new(1, CellField.Growth))!.State);
        Assert.Equal(CellState.Error, sheet.Cell(new(1, CellField.Value))!.State);
    }

    [Fact]
    public void One_explanation_answers_all_that_is_asked_of_its_cell_and_of_no_other()
    {
        var rules = RuleBook.Parse(
            [("bound", """{"type":"growth_bound","bound":50}"""), ("sign", """{"type":"growth_sign"}"""), ("ytd", """{"type":"ytd_not_falling","severity":"warning"}""")],
            new([Gdp, Part, Ratio], [Nation, Province, City]));
        var book = Book(Figure(1, 500m, Period.Ytd(2024, 6), known: "2024-07-20"), Figure(2, 700m, Period.Ytd(2023, 9), known: "2023-10-20"));
        var sheet = Judge(book, Q3, new Dictionary<CellAddress, CellEntry>
        {
            [new(1, CellField.Value)] = new(499.9m),
            [new(1, CellField.Growth)] = new(60.1m, Explanation: "新增两户企业，口径同时调整"),
        }, rules);

        var growth = sheet.Cell(new(1, CellField.Growth))!;
        Assert.Equal(["bound", "sign"], growth.Questions.Select(q => q.Rule).Order());
        Assert.True(growth.IsAnswered);
        Assert.Equal(CellState.Saved, growth.State);
        var value = sheet.Cell(new(1, CellField.Value))!;
        Assert.Equal(("ytd", CellState.NeedsExplanation, false), (value.Worst!.Rule, value.State, value.IsAnswered));
    }

    [Fact]
    public void A_computed_share_follows_its_rows_and_is_never_a_figure()
    {
        var sheet = Judge(Book(), (1, CellField.Value, 300m), (2, CellField.Value, 100m));

        Assert.Equal(33.3m, sheet.Row(3)!.Computed);
        Assert.Empty(sheet.Row(3)!.Cells);
    }

    [Fact]
    public void A_blank_with_its_reason_fills_a_cell()
    {
        var sheet = Judge(Book(), Q3, new Dictionary<CellAddress, CellEntry>
        {
            [new(1, CellField.Value)] = new(800m),
            [new(1, CellField.Growth)] = new(null, BlankReason.NotObtained, "海关25日发布"),
            [new(2, CellField.Value)] = new(0m),
        });

        Assert.True(sheet.IsComplete);
        Assert.Equal(3, sheet.Filled);
        Assert.Equal(CellState.NotObtained, sheet.Cell(new(1, CellField.Growth))!.State);
    }

    [Fact]
    public void The_progress_of_a_task_stands_beside_what_was_released_before()
    {
        TaskProgress Released(long id, Quarter quarter, decimal percent, string department = "甲") =>
            new(id, 1, quarter, percent, null, department, new(Guid.Empty, "填报人"), new(Guid.Empty, "审核人"), Now.AddDays(-20));
        TaskProgress[] progress =
        [
            Released(1, new(Q3.Year - 1, Q3.Number), 37), Released(2, Q3.Previous, 47), Released(3, Q3.Previous, 48), Released(4, Q3.Previous, 90, "乙"),
        ];
        var sheet = new ReturnJudge(Book(), Rules, Now, progress).Judge(new()
        {
            Id = 1,
            Form = new() { Code = "tasks", Name = "进展", Stage = Stage.Preliminary, Rows = [new() { Number = 1, Task = 1, Timing = RowTiming.PointInTime, Uom = "%", Decimals = 0 }] },
            Quarter = Q3,
            Department = new Department("a", "甲", 1),
            State = ReturnState.InProgress,
            Version = 1,
            Dates = new(Now.AddDays(-5), Now.AddDays(5), Now.AddDays(10), 3, 3),
            Cells = new Dictionary<CellAddress, ReturnCell>(),
        });

        Assert.Equal((37m, 48m), (sheet.Rows[0].ProgressYearBefore, sheet.Rows[0].ProgressBefore));
    }

    /// <summary>The history is what it is; only the groups that the entry falls into are made anew.</summary>
    [Fact]
    public void Judging_an_entry_beside_thirty_years_of_months_of_four_vintages_takes_little_memory()
    {
        Stage[] stages = [Stage.Flash, Stage.Preliminary, Stage.Final, Stage.Revised];
        var figures = from year in Enumerable.Range(1994, 30)
                      from month in Enumerable.Range(1, 12)
                      from vintage in Enumerable.Range(0, stages.Length)
                      select Figure(
                          1 + (((((year - 1994) * 12) + month - 1) * stages.Length) + vintage), month * (20 + year - 1994 + (vintage * 0.1m)),
                          month == 12 ? Period.FullYear(year) : Period.Ytd(year, month), stage: stages[vintage]);
        var book = FigureBook.Of([.. figures], []);
        var rules = RuleBook.Parse(
            [("ytd", """{"type":"ytd_not_falling"}"""), ("outlier", """{"type":"change_outlier","bound":3.5,"least":8,"margin":10}""")], new([Gdp, Part, Ratio], [Nation, Province, City]));
        var cells = new Dictionary<CellAddress, CellEntry> { [new(1, CellField.Value)] = new(461.5m) };
        Assert.Empty(rules.NotUnderstood);
        Judge(book, Q3, cells, rules);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Judge(book, Q3, cells, rules);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 60_000);
    }

    private static ReturnSheet Judge(FigureBook book, params (int Row, CellField Field, decimal Value)[] cells) => Judge(book, Q3, cells);

    private static ReturnSheet Judge(FigureBook book, Quarter quarter, params (int Row, CellField Field, decimal Value)[] cells) =>
        Judge(book, quarter, cells.ToDictionary(c => new CellAddress(c.Row, c.Field), c => new CellEntry(c.Value)));

    private static ReturnSheet Judge(FigureBook book, Quarter quarter, Dictionary<CellAddress, CellEntry> cells, RuleBook? rules = null) =>
        new ReturnJudge(book, rules ?? Rules, Now).Judge(new()
        {
            Id = 1,
            Form = Form,
            Quarter = quarter,
            Department = new Department("a", "甲", 1),
            State = ReturnState.InProgress,
            Version = 1,
            Dates = new(Now.AddDays(-5), Now.AddDays(5), Now.AddDays(10), 3, 3),
            Cells = cells.ToDictionary(c => c.Key, c => new ReturnCell(c.Key, c.Value, 1, new(Guid.Empty, "填报人"), Now, false)),
        });

    private static Figure Published(
        long id, decimal value, Measure measure = Measure.Level, Reliability reliability = Reliability.Official, Stage stage = Stage.Preliminary) =>
        Figure(id, value, Period.Ytd(2024, 9), Series(measure: measure), stage, reliability, known: "2024-10-15", uom: measure == Measure.Yoy ? "%" : null);

    private static FigureBook Book(params Figure[] figures) => FigureBook.Of(figures, []);
}
