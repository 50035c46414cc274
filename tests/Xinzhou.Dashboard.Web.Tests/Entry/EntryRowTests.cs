using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Entry.Grid;
using Xinzhou.Dashboard.Web.Tests.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>A row of the grid says its state by class, sign and word, and what is to be done about it.</summary>
public sealed class EntryRowTests : ShellContext
{
    private static readonly Actor Reporter = new(Guid.CreateVersion7(), "a", "填报人甲", Role.Reporter, "a");
    private static readonly Person Me = new(Reporter.Id, Reporter.Name);
    private static readonly CellAddress Value = new(1, CellField.Value);
    private static readonly CellAddress Growth = new(1, CellField.Growth);
    private static readonly RuleBook Rules = RuleBook.Parse([("bound", """{"type":"growth_bound","bound":50}"""), ("ytd", """{"type":"ytd_not_falling"}"""), ("sign", """{"type":"growth_sign"}""")], HandMade.Catalogue);

    public EntryRowTests() => Services.AddSingleton<Refusals>().AddSingleton<EntryText>().AddSingleton<SourceNames>();

    public static TheoryData<string, string> InBrowserOnly => new() { { "saving", "保存中" }, { "unsent", "待发送" } };

    [Fact]
    public void Empty_asks_to_be_filled() => Says(Row([]), "empty", "待填", toDo: true);

    [Fact]
    public void Saved_tells_when() => Says(Row([(Value, new(246.0m)), (Growth, new(6.2m))]), "saved", "已保存", "12:00");

    [Theory]
    [InlineData("246.05", "6.2", "（多于1位小数，照填写保留）")]
    [InlineData("246.0", "6.25", "（同比：多于1位小数，照填写保留）")]
    [InlineData("246", "6.2", null)]
    public void More_decimals_than_are_asked_for_are_told_as_in_the_previews(string value, string growth, string? told)
    {
        var row = Row([(Value, new(decimal.Parse(value, CultureInfo.InvariantCulture))), (Growth, new(decimal.Parse(growth, CultureInfo.InvariantCulture)))]);

        Says(row, "saved", "已保存", told ?? "12:00");
        Assert.Equal(told is not null, row.Find("td.state").TextContent.Contains("位小数", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_rule_asks_about_wants_an_explanation() =>
        Says(Row([(Value, new(246.0m)), (Growth, new(60.1m))]), "needs-explanation", "需说明", "超过50%", toDo: true);

    [Fact]
    public void An_explained_warning_is_saved() =>
        Says(Row([(Value, new(246.0m)), (Growth, new(60.1m, Explanation: "新增"))]), "saved", "已保存", "已说明");

    [Fact]
    public void A_broken_rule_is_an_error_at_its_own_cell_only()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2026, 6), 300m, HandMade.Gdp);
        var row = Row([(Value, new(246.0m)), (Growth, new(6.2m))], book: made.Book);

        Says(row, "error", "有错误", "小于", toDo: true);
        Assert.Contains("error", row.Find("td[data-cell='1-value']").ClassList);
        Assert.DoesNotContain("error", row.Find("td[data-cell='1-growth']").ClassList);
        Assert.Equal("true", row.Find("td[data-cell='1-value'] input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void What_was_sent_back_repeats_the_reviewers_words()
    {
        var comment = new ReturnComment(Value, true, "与企业直报差3.2，请核", new(Guid.Empty, "审核人"), Now);
        Says(Row([(Value, new(246.0m)), (Growth, new(6.2m))], sentBack: true, comments: [comment]), "sent-back", "已退回", "与企业直报差3.2，请核", toDo: true);
    }

    [Fact]
    public void Each_cell_that_was_sent_back_is_named_with_what_was_said_of_it()
    {
        ReturnComment[] comments =
        [
            new(Value, true, "与月报不一致", new(Guid.Empty, "审核人"), Now),
            new(Growth, true, "增速偏高", new(Guid.Empty, "审核人"), Now),
        ];
        Says(Row([(Value, new(246.0m)), (Growth, new(6.2m))], sentBack: true, comments: comments), "sent-back", "已退回", "与月报不一致", toDo: true);
        Says(Row([(Value, new(246.0m)), (Growth, new(6.2m))], sentBack: true, growthToo: true, comments: comments), "sent-back", "已退回", "与月报不一致；同比：增速偏高", toDo: true);
    }

    [Fact]
    public void Two_people_see_both_values_side_by_side()
    {
        var row = Row([(Value, new(27.8m)), (Growth, new(6.2m))], issue: new("27.3", null, ReturnRefusal.Stale));

        Says(row, "two-people", "两人同填", "填27.8，请选", toDo: true);
        Assert.Equal(["我27.3", "对方27.8"], row.FindAll("td[data-cell='1-value'] button").Select(b => b.TextContent));
    }

    [Fact]
    public void What_is_no_number_stays_as_typed_with_what_would_be_right()
    {
        var row = Row([], issue: new("约三百", EntryFault.NotANumber, null));

        Says(row, "error", "有错误", "不是数字", toDo: true);
        Assert.Equal("约三百", row.Find("td[data-cell='1-value'] input").GetAttribute("value"));
        Assert.Equal("", row.Find("td[data-cell='1-value']").GetAttribute("data-saved"));
    }

    [Fact]
    public void What_is_published_is_not_asked_again()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2026, 9), 1000.5m, HandMade.Gdp, known: "2026-10-25");
        made.Add(Period.Ytd(2026, 9), 5.2m, HandMade.Gdp, known: "2026-10-25", measure: Measure.Yoy, uom: "%");
        var row = Row([], book: made.Book);

        Says(row, "exempt", "免填", "不再要求填报");
        Assert.Empty(row.FindAll("input"));
        Assert.Contains("1000.5", row.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_level_stands_there_and_its_growth_is_asked()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2026, 9), 1000.5m, HandMade.Gdp, known: "2026-10-25");
        var row = Row([], book: made.Book);

        Says(row, "empty", "待填", toDo: true);
        Assert.Equal("1-growth", Assert.Single(row.FindAll("td[data-cell]")).GetAttribute("data-cell"));
        Assert.Contains("1000.5免填", row.Find("td[data-label='本期累计']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_before_it_was_published_stays_and_says_what_was_published()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2026, 9), 1000.5m, HandMade.Gdp, known: "2026-10-25");
        var row = Row([(Value, new(999.9m)), (Growth, new(6.2m))], book: made.Book);

        Says(row, "saved", "已保存", "已发布1000.5");
        Assert.Equal("999.9", row.Find("td[data-cell='1-value'] input").GetAttribute("value"));
    }

    [Fact]
    public void Of_several_questions_it_says_how_many_there_are_and_that_one_explanation_answers_them()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2025, 9), 300m, HandMade.Gdp);

        Says(Row([(Value, new(246.0m)), (Growth, new(60.1m))], book: made.Book), "needs-explanation", "需说明", "另有1条提醒，一条说明即可", toDo: true);
        Says(Row([(Value, new(246.0m)), (Growth, new(60.1m, Explanation: "新增"))], book: made.Book), "saved", "已保存", "2条提醒一并了结");
    }

    [Fact]
    public void Growth_that_is_published_alone_stands_there_and_is_not_asked_again()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2026, 9), 5.2m, HandMade.Gdp, known: "2026-10-25", measure: Measure.Yoy, uom: "%");
        var row = Row([], book: made.Book);

        Says(row, "empty", "待填", toDo: true);
        Assert.Single(row.FindAll("input.value"));
        Assert.Contains("5.2", row.Find("td[data-label='同比']").TextContent, StringComparison.Ordinal);
        Assert.Contains("免填", row.Find("td[data-label='同比']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_is_computed_and_shows_its_parts()
    {
        var view = View([(Value, new(200m)), (new(2, CellField.Value), new(50m))]);
        var row = Render<EntryRow>(p => p.Add(r => r.View, view).Add(r => r.Row, view.Sheet.Row(3)!));

        Says(row, "computed", "自动算", "50 ÷ 200");
        Assert.Contains("25.0", row.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_from_a_value_that_is_wrong_is_blank()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2026, 6), 100m, HandMade.Gdp);
        made.Add(Period.FullYear(2026), 400m, HandMade.Gdp, known: "2026-03-01", kind: ValueKind.Target);
        var right = Row([(Value, new(246.0m)), (Growth, new(6.2m))], book: made.Book);
        Assert.Equal("146", right.Find("td[data-label='当季（推算）']").TextContent);

        var wrong = Row([(Value, new(246.0m)), (Growth, new(6.2m))], book: made.Book, issue: new("约三百", EntryFault.NotANumber, null));
        Assert.Equal("", wrong.Find("td[data-label='当季（推算）']").TextContent);
        Assert.Equal("", wrong.Find("td[data-label='完成年目标']").TextContent);

        var view = View([(Value, new(200m)), (new(2, CellField.Value), new(50m))]) with { Issues = new Dictionary<CellAddress, CellIssue> { [Value] = new("约三百", EntryFault.NotANumber, null) } };
        var share = Render<EntryRow>(p => p.Add(r => r.View, view).Add(r => r.Row, view.Sheet.Row(3)!));
        Says(share, "computed", "自动算", "所需的行有错误");
        Assert.DoesNotContain("25.0", share.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BlankReason.NotOccurred, "not-occurred", "未发生")]
    [InlineData(BlankReason.NotObtained, "not-obtained", "未取得")]
    [InlineData(BlankReason.NotApplicable, "not-applicable", "不适用")]
    public void A_blank_says_which_and_why(BlankReason blank, string state, string word)
    {
        var row = Row([(Value, new(null, blank, "海关25日发布")), (Growth, new(null, blank, "海关25日发布"))]);

        Says(row, state, word, "海关25日发布");
        Assert.Equal(word, row.Find("td[data-cell='1-value'] input").GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(InBrowserOnly))]
    public void States_that_only_the_browser_knows_have_their_sign_and_word_too(string state, string word)
    {
        var sign = Render<StateSign>(p => p.Add(s => s.State, Domain.Code.Parse<EntryState>(state)));

        Assert.Equal(word, sign.Find(".sign").TextContent.Trim());
        Assert.NotEmpty(sign.FindAll("svg path"));
    }

    [Fact]
    public void Everything_is_said_in_English_too()
    {
        Speak(Languages.English);

        var row = Row([(Value, new(246.0m)), (Growth, new(60.1m))]);

        Assert.Contains("To explain", row.Markup, StringComparison.Ordinal);
        Assert.Contains("Gross regional product", row.Markup, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", row.Markup);
    }

    private static void Says(IRenderedComponent<EntryRow> row, string state, string word, string detail = "", bool toDo = false)
    {
        Assert.Contains(state, row.Find("tr").ClassList);
        Assert.Equal(toDo, row.Find("tr").ClassList.Contains("to-do"));
        Assert.Contains(word, row.Find("td.state").TextContent, StringComparison.Ordinal);
        Assert.Contains(detail, row.Find("td.state").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(row.FindAll("td.state svg path"));
    }

    private IRenderedComponent<EntryRow> Row(
        (CellAddress At, CellEntry Entry)[] cells, FigureBook? book = null, bool sentBack = false, IReadOnlyList<ReturnComment>? comments = null, CellIssue? issue = null, bool growthToo = false)
    {
        var view = View(cells, book, sentBack, comments, growthToo);
        if (issue is not null) view = view with { Issues = new Dictionary<CellAddress, CellIssue> { [Value] = issue } };
        return Render<EntryRow>(p => p.Add(r => r.View, view).Add(r => r.Row, view.Sheet.Rows[0]));
    }

    private static EntryView View(
        (CellAddress At, CellEntry Entry)[] cells, FigureBook? book = null, bool sentBack = false, IReadOnlyList<ReturnComment>? comments = null, bool growthToo = false)
    {
        var filled = new Return
        {
            Id = 1,
            Form = new()
            {
                Code = "test",
                Name = "季度表",
                Stage = Stage.Preliminary,
                Rows =
                [
                    new() { Number = 1, Indicator = HandMade.Gdp, Unit = HandMade.City, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 1, AsksGrowth = true },
                    new() { Number = 2, Indicator = HandMade.Gdp, Unit = HandMade.County, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 1 },
                    new() { Number = 3, Indicator = HandMade.Gdp, Unit = HandMade.City, Measure = Measure.Share, Timing = RowTiming.YearToDate, Uom = "%", Decimals = 1, PartRow = 2, TotalRow = 1 },
                ],
            },
            Quarter = new(2026, 3),
            Department = new Department("a", "示例单位", 1),
            State = ReturnState.InProgress,
            Version = 1,
            Dates = new(Now.AddDays(-5), Now.AddDays(5), Now.AddDays(10), 3, 3),
            Cells = cells.ToDictionary(c => c.At, c => new ReturnCell(c.At, c.Entry, 1, Me, Now, sentBack && (growthToo || c.At == Value))),
            Comments = comments ?? [],
        };
        return new()
        {
            Sheet = new ReturnJudge(book ?? FigureBook.Empty, Rules, Now).Judge(filled),
            Actor = Reporter,
            Now = Now,
            Snapshot = Snapshot.Empty,
        };
    }
}
