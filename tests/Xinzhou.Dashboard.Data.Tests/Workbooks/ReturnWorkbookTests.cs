using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xinzhou.Dashboard.Documents.Returns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Workbooks;

public sealed class ReturnWorkbookTests
{
    private static readonly DateTimeOffset Now = HandMade.Day("2024-10-20");

    private static readonly ReturnWorkbookWords Words = new()
    {
        Column = c => c.ToString(),
        Row = r => r.Indicator!.Name,
        Unit = u => u.Name,
        Blank = b => b switch { BlankReason.NotOccurred => "未发生", BlankReason.NotObtained => "未取得", _ => "不适用" },
        Sheet = "填报",
        HelpSheet = "说明",
        Help = ["本系统为非涉密系统，严禁处理国家秘密"],
        Title = "季度表 & 甲",
        Foot = "本平台为内部监测 & 数据以统计部门发布为准",
        NumbersOnly = "请填数字",
        GrowthOnly = "同比应大于-100",
        BlanksOnly = "请从列表中选",
        NotAsked = _ => "免填",
    };

    [Fact]
    public void The_workbook_is_valid_and_only_what_is_asked_for_can_be_changed()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(Sheet())), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var sheet = document.WorkbookPart!.GetPartsOfType<WorksheetPart>().Single(p => p.Worksheet!.Elements<DataValidations>().Any());
        Assert.True(sheet.Worksheet!.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.Equal(3, sheet.Worksheet!.GetFirstChild<DataValidations>()!.ChildElements.Count);
        Assert.True(IsOpen(document, sheet, "J2"));
        Assert.True(IsOpen(document, sheet, "K2"));
        Assert.False(IsOpen(document, sheet, "H2"));
        Assert.False(IsOpen(document, sheet, "J4"));
    }

    [Fact]
    public void The_rules_colour_what_breaks_them_while_it_is_typed()
    {
        using var stream = new MemoryStream();
        ReturnWorkbook.Write(stream, Sheet(), Words, rules:
        [
            new YtdNotFallingRule("ytd", Severity.Error), new GrowthFloorRule("floor", Severity.Error, -100), new GrowthBoundRule("bound", Severity.Warning, 50),
            new GrowthBoundRule("silent", Severity.Note, 5),
        ]);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var sheet = document.WorkbookPart!.GetPartsOfType<WorksheetPart>().Single(p => p.Worksheet!.Elements<DataValidations>().Any());
        var formats = sheet.Worksheet!.Elements<ConditionalFormatting>().Select(f => (f.SequenceOfReferences!.InnerText, f.InnerText)).ToArray();
        Assert.Contains(("J2", "AND(ISNUMBER(J2),ISNUMBER(I2),J2<I2)"), formats);
        Assert.Contains(("K2", "AND(ISNUMBER(K2),K2<=-100)"), formats);
        Assert.Contains(("K2", "AND(ISNUMBER(K2),ABS(K2)>50)"), formats);
        Assert.DoesNotContain(formats, f => f.Item2.Contains(">5)", StringComparison.Ordinal));
    }

    [Fact]
    public void Sums_of_parts_and_of_shares_are_coloured_where_all_their_numbers_stand_in_the_sheet()
    {
        var (one, other) = (Share("one"), Share("other"));
        var sheet = Sheet(
        [
            new() { Number = 1, Indicator = HandMade.Gdp, Unit = HandMade.City, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 2 },
            new() { Number = 2, Indicator = HandMade.Gdp, Unit = HandMade.County, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 1 },
            new() { Number = 3, Indicator = one, Unit = HandMade.City, Timing = RowTiming.YearToDate, Uom = "%", Decimals = 1, Measure = Measure.Share },
            new() { Number = 4, Indicator = other, Unit = HandMade.City, Timing = RowTiming.YearToDate, Uom = "%", Decimals = 2, Measure = Measure.Share },
            new() { Number = 5, Indicator = one, Unit = HandMade.County, Timing = RowTiming.YearToDate, Uom = "%", Decimals = 1, Measure = Measure.Share },
        ]);
        using var stream = new MemoryStream();
        ReturnWorkbook.Write(stream, sheet, Words, rules:
        [
            new UnitPartsRule("counties", Severity.Error, "gdp", HandMade.City.Code, [HandMade.County.Code]),
            new SharesSumRule("shares", Severity.Warning, ["one", "other"], []),
        ]);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var formats = document.WorkbookPart!.GetPartsOfType<WorksheetPart>().SelectMany(p => p.Worksheet!.Elements<ConditionalFormatting>())
            .Select(f => $"{f.SequenceOfReferences!.InnerText} {f.InnerText}");
        Assert.Equal(
            [
                "J2 AND(ISNUMBER(J2),ISNUMBER(J3),ROUND(ABS(J2-SUM(J3)),9)>0.055)",
                "J4 AND(ISNUMBER(J4),ISNUMBER(J5),ROUND(ABS(SUM(J4,J5)-100),9)>0.055)",
                "J5 AND(ISNUMBER(J5),ISNUMBER(J4),ROUND(ABS(SUM(J4,J5)-100),9)>0.055)",
            ], formats);

        static Indicator Share(string code) =>
            new() { Code = code, Name = code, Type = IndicatorType.Ratio, Uom = "%", Direction = Direction.Up, Order = 9 };
    }

    [Fact]
    public void What_stands_in_it_is_read_back_with_its_digits()
    {
        var reading = ReturnWorkbookReader.Read(Write(Sheet()));

        Assert.Empty(reading.Faults);
        Assert.Equal(7, reading.Return);
        Assert.Equal(("800.50", "-4.2", 2, 1), (reading.Rows[1].Value, reading.Rows[1].Growth, reading.Rows[1].ValueVersion, reading.Rows[1].GrowthVersion));
        Assert.Equal(("未取得", "海关25日发布"), (reading.Rows[2].Blank, reading.Rows[2].Reason));
        Assert.Null(reading.Rows[2].Value);
    }

    [Theory]
    [InlineData("ods")]
    [InlineData("xlsx")]
    public async Task LibreOffice_saves_it_without_losing_a_digit(string format)
    {
        var saved = await LibreOffice.ConvertAsync(Write(Sheet()), "xlsx", format);
        var back = format == "xlsx" ? saved : await LibreOffice.ConvertAsync(saved, format, "xlsx");

        var reading = ReturnWorkbookReader.Read(back);

        Assert.Empty(reading.Faults);
        Assert.Equal(7, reading.Return);
        Assert.Equal(ReturnWorkbookReader.Read(Write(Sheet())).Rows.OrderBy(r => r.Key), reading.Rows.OrderBy(r => r.Key));
    }

    [Fact]
    public void A_faulty_one_goes_back_with_what_was_written_and_what_is_wrong()
    {
        var typed = ReturnWorkbookReader.Read(Write(Sheet())).Rows.ToDictionary(r => r.Key, r => r.Value with { Value = r.Key == 1 ? "约八百" : r.Value.Value });
        using var stream = new MemoryStream();

        ReturnWorkbook.Write(stream, Sheet(), Words, new Dictionary<int, string> { [1] = "不是数字" }, typed);

        var text = new StreamReader(new System.IO.Compression.ZipArchive(new MemoryStream(stream.ToArray())).Entries
            .First(e => e.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).Open()).ReadToEnd();
        Assert.Contains("不是数字", text);
        Assert.Equal("约八百", ReturnWorkbookReader.Read(stream.ToArray()).Rows[1].Value);
    }

    [Theory]
    [InlineData("1234567890123456789.5")]
    [InlineData("12.3456")]
    [InlineData("-0.10")]
    public void No_digit_is_lost_on_the_way_out_and_back(string written)
    {
        var typed = ReturnWorkbookReader.Read(Write(Sheet())).Rows.ToDictionary(r => r.Key, r => r.Value with { Value = written });
        using var stream = new MemoryStream();

        ReturnWorkbook.Write(stream, Sheet(), Words, null, typed);

        Assert.Equal(written, ReturnWorkbookReader.Read(stream.ToArray()).Rows[1].Value);
    }

    [Fact]
    public void More_digits_than_a_cell_shows_are_read()
    {
        var filled = FilledWorkbook.Fill(Write(Sheet()), ("J3", 27.345m));

        Assert.Equal("27.345", ReturnWorkbookReader.Read(filled).Rows[2].Value);
    }

    [Fact]
    public void Lines_of_no_row_and_rows_that_stand_there_already_are_strays()
    {
        var filled = FilledWorkbook.Fill(Write(Sheet()), ("J9", 5m), ("A3", "7/1/again"), ("J3", 1m), ("Z12", "beside the table"));

        Assert.Equal([3, 9], ReturnWorkbookReader.Read(filled).StrayLines);
    }

    [Fact]
    public void A_formula_in_it_is_a_fault()
    {
        using var stream = new MemoryStream();
        stream.Write(Write(Sheet()));
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = document.WorkbookPart!.GetPartsOfType<WorksheetPart>().Single(p => p.Worksheet!.Elements<DataValidations>().Any());
            var cell = sheet.Worksheet!.Descendants<Cell>().Single(c => c.CellReference == "J2");
            cell.CellFormula = new("1+1");
        }

        var reading = ReturnWorkbookReader.Read(stream.ToArray());
        Assert.Equal("formula", Assert.Single(reading.Faults).Code);
        Assert.Equal((2, ReturnColumn.Value), (Assert.Single(reading.CellFaults).Line, reading.CellFaults[0].Column));
    }

    private static bool IsOpen(SpreadsheetDocument document, WorksheetPart sheet, string reference)
    {
        var style = sheet.Worksheet!.Descendants<Cell>().Single(c => c.CellReference == reference).StyleIndex!.Value;
        var format = (CellFormat)document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.ChildElements[(int)style];
        return format.Protection?.Locked?.Value == false;
    }

    private static byte[] Write(ReturnSheet sheet)
    {
        using var stream = new MemoryStream();
        ReturnWorkbook.Write(stream, sheet, Words);
        return stream.ToArray();
    }

    private static ReturnSheet Sheet() => Sheet(
    [
        new() { Number = 1, Indicator = HandMade.Gdp, Unit = HandMade.City, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 2, AsksGrowth = true },
        new() { Number = 2, Indicator = HandMade.Gdp, Unit = HandMade.County, Timing = RowTiming.YearToDate, Uom = "亿元", Decimals = 1, Indent = 1 },
        new() { Number = 3, Indicator = HandMade.Capacity, Unit = HandMade.City, Timing = RowTiming.PointInTime, Uom = "万千瓦", Decimals = 2 },
    ]);

    private static ReturnSheet Sheet(FormRow[] rows)
    {
        var published = new HandMade();
        published.Add(Period.Ytd(2024, 6), 500.5m);
        published.Add(Period.Point(new(2024, 9, 30)), 2120.50m, HandMade.Capacity, known: "2024-10-10", recorded: "2024-10-11");
        ReturnCell Cell(int row, CellField field, CellEntry entry, int version) =>
            new(new(row, field), entry, version, new(Guid.Empty, "填报人"), Now, SentBack: false);
        ReturnCell[] cells =
        [
            Cell(1, CellField.Value, new(800.50m, Source: "投资司3号表"), 2),
            Cell(1, CellField.Growth, new(-4.2m), 1),
            Cell(2, CellField.Value, new(null, BlankReason.NotObtained, "海关25日发布"), 1),
        ];
        return new ReturnJudge(published.Book, RuleBook.Empty, Now).Judge(new()
        {
            Id = 7,
            Form = new()
            {
                Code = "test",
                Name = "季度表",
                Stage = Stage.Preliminary,
                Rows = rows,
            },
            Quarter = new(2024, 3),
            Department = new Department("a", "甲", 1),
            State = ReturnState.InProgress,
            Version = 1,
            Dates = new(Now.AddDays(-5), Now.AddDays(5), Now.AddDays(10), 3, 3),
            Cells = cells.ToDictionary(c => c.Address),
        });
    }
}
