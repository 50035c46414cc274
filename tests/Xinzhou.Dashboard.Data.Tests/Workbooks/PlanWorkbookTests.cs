using System.IO.Compression;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Tests.Workbooks;

public sealed partial class PlanWorkbookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 30, 0, TimeSpan.FromHours(8));

    private static readonly CityPlan Plan = new()
    {
        Dimensions = [new() { Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", Heading = "推动产业能级跃升" }],
        Aspects = [new() { Code = "seven-upgrades", Order = 1, Title = "推动七大能级跃升，构建转型发展新格局", TitleStatus = Status.Official }],
        Tasks = [.. Enumerable.Range(1, 3).Select(n => new KeyTask
        {
            Number = n,
            NumberStatus = Status.Provisional,
            Title = $"拟定的标题 {n}",
            TitleStatus = Status.Provisional,
            ContentStatus = Status.FromArticle,
            Dimension = "industry",
            DimensionStatus = Status.FromArticle,
        })],
        Milestones = [new() { Year = 2027, Goal = "取得突破" }],
        Departments = [new("fgw", "市发展改革委", 1), new("gxj", "市工信局", 2)],
    };

    private static readonly Catalogue Catalogue = new(
        [new() { Code = "gdp", Name = "地区生产总值", Type = IndicatorType.Flow, Uom = "亿元", Direction = Direction.Up, Order = 1 }],
        [new() { Code = "140900", Name = "忻州市", Level = UnitLevel.City, Order = 1 }]);

    [Fact]
    public void A_table_as_offices_write_it_is_read()
    {
        var reading = PlanWorkbook.Read(Workbook.Of(
            Workbook.Row("市重点任务分解表")
            + Workbook.Row("填报单位：市委办", "", "", "2026年1月")
            + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>序　号</t></is></c><c r=\"B4\" t=\"inlineStr\"><is><t>工作序号</t></is></c><c r=\"C4\" t=\"inlineStr\"><is><t>具体工作</t></is></c>"
            + "<c r=\"D4\" t=\"inlineStr\"><is><t>责任分工</t></is></c><c r=\"F4\" t=\"inlineStr\"><is><t>完成\n时限</t></is></c><c r=\"G4\" t=\"inlineStr\"><is><t>来源</t></is></c></row>"
            + "<row r=\"5\"><c r=\"D5\" t=\"inlineStr\"><is><t>牵头单位</t></is></c><c r=\"E5\" t=\"inlineStr\"><is><t>责任人</t></is></c></row>"
            + "<row r=\"6\"><c r=\"A6\"><v>1</v></c><c r=\"B6\"><v>1</v></c><c r=\"C6\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"D6\" t=\"inlineStr\"><is><t>市发展改革委</t></is></c><c r=\"F6\" s=\"1\"><v>46387</v></c><c r=\"G6\" t=\"inlineStr\"><is><t>市委办3号</t></is></c></row>"
            + "<row r=\"7\"><c r=\"B7\"><v>2</v></c><c r=\"C7\" t=\"inlineStr\"><is><t>乙</t></is></c><c r=\"F7\" s=\"2\"><v>46022</v></c></row>"
            + "<row r=\"8\"><c r=\"B8\"><v>3</v></c><c r=\"C8\" t=\"inlineStr\"><is><t>丙</t></is></c><c r=\"F8\" t=\"inlineStr\"><is><t>长期坚持</t></is></c></row>"
            + "</sheetData><mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"B4:B5\"/><mergeCell ref=\"C4:C5\"/><mergeCell ref=\"D4:E4\"/>"
            + "<mergeCell ref=\"A6:A8\"/><mergeCell ref=\"D6:D7\"/><mergeCell ref=\"G6:G8\"/></mergeCells><sheetData>",
            ["yyyy-mm-dd", "yyyy\"年\"m\"月\""]));

        var table = Assert.Single(reading.Tables);
        Assert.Equal((PlanSheet.Items, 5), (table.Sheet, table.Table.HeaderLine));
        Assert.Equal([("sheet_by_columns", "a")], reading.Warnings.Select(w => (w.Fault.Code, w.Sheet)));
        var plan = Read(reading);
        Assert.Empty(plan.Faults.Select(f => f.Sentence()));
        Assert.Equal(
            [
                (1, 1, "甲", "fgw", new PlanDay(new(2026, 12, 31)), 6), (1, 2, "乙", "fgw", new(new(2025, 12, 31), "2025-12"), 7),
                (1, 3, "丙", null, new(null, "长期坚持"), 8),
            ],
            plan.Drafts.Select(d => (Said: (WorkItemStatement)d.Statement, d.Line)).Select(d => (d.Said.Task, d.Said.Number, d.Said.Text, d.Said.Lead, d.Said.Due, d.Line)));
    }

    [Fact]
    public void A_merged_percent_is_refused()
    {
        var reading = Read(PlanWorkbook.Read(Workbook.Of(
            Workbook.Row("序号", "工作序号", "季度", "形象进度", "来源") + Workbook.Row("1", "1", "2026-Q3", "60", "通报") + Workbook.Row("1", "2", "2026-Q3", "", "通报")
            + "</sheetData><mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells><sheetData>")));
        Assert.Contains(reading.Faults, f => (f.Fault.Code, f.Fault.Line, f.Fault.Column, f.Sheet) == ("merged", 2, "形象进度", "a"));
    }

    [Fact]
    public void Sheets_are_told_by_name_else_by_columns_and_the_others_are_named()
    {
        var reading = PlanWorkbook.Read(Write(
            new("items", ["task", "item", "source"], [["1", "1", "x"]]),
            new("表二", ["里程碑", "能级", "成果", "来源"], [["2027", "产业", "链", "x"]]),
            new("通讯录", ["姓名", "电话"], [["张三", "1"]]),
            new("单位", ["单位"], []),
            new("参考", ["任务序号"], [["1"]])));

        Assert.Equal([(PlanSheet.Items, "items"), (PlanSheet.Outcomes, "表二")], reading.Tables.Select(t => (t.Sheet, t.Name)));
        Assert.Equal([("sheet_by_columns", "表二"), ("other_sheet", "")], reading.Warnings.Select(w => (w.Fault.Code, w.Sheet)));
    }

    [Fact]
    public void A_hidden_sheet_is_not_read_and_that_is_told()
    {
        var reading = PlanWorkbook.Read(Hidden(Write(new("任务", ["序号", "来源"], [["1", "x"]]), new("工作", ["序号", "工作序号", "来源"], [["1", "1", "x"]])), "工作"));
        Assert.Equal(["任务"], reading.Tables.Select(t => t.Name));
        Assert.Equal([("other_sheet", "工作")], reading.Warnings.Select(w => (w.Fault.Code, w.Fault.Found)));
    }

    [Fact]
    public void One_sheet_may_be_asked_for()
    {
        var file = Write(new("任务", ["序号", "来源"], [["1", "x"]]), new("本月", ["序号", "工作序号", "来源"], [["1", "1", "x"]]));
        Assert.Equal(["本月"], PlanWorkbook.Read(file, "本月").Tables.Select(t => t.Name));
        Assert.Equal(["本月"], PlanWorkbook.Read(file, "items").Tables.Select(t => t.Name));
        Assert.Equal(["任务"], PlanWorkbook.Read(file, "tasks").Tables.Select(t => t.Name));
        Assert.Equal(["sheet"], PlanWorkbook.Read(file, "进度").Faults.Select(f => f.Fault.Code));
    }

    [Fact]
    public void A_workbook_without_any_sheet_of_the_plan_is_refused()
    {
        Assert.Equal(["sheet"], PlanWorkbook.Read(Write(new WorkbookSheet("通讯录", ["姓名", "电话"], [["张三", "1"]]))).Faults.Select(f => f.Fault.Code));
        Assert.Equal(["format"], PlanWorkbook.Read("PK\u0003\u0004x"u8.ToArray()).Faults.Select(f => f.Fault.Code));
        Assert.Equal(["format"], PlanWorkbook.Read([0xD0, 0xCF, 0x11, 0xE0]).Faults.Select(f => f.Fault.Code));
    }

    [Fact]
    public void Of_the_nearest_sheet_it_is_told_what_is_missing()
    {
        var reading = Read(PlanWorkbook.Read(Write(new WorkbookSheet("任务分解表", ["序号", "重点任务", "牵头单位", "完成时限"], [["1", "甲", "市工信局", "2026年底"]]))));
        Assert.Equal([("column", "来源")], reading.Faults.Select(f => (f.Fault.Code, f.Fault.Column)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_is_read_again(bool isEnglish)
    {
        using var stream = new MemoryStream();
        PlanWorkbook.Write(stream, new Dictionary<PlanSheet, IReadOnlyList<IReadOnlyList<string>>>
        {
            [PlanSheet.Progress] = [["1", "1", "2026-Q3", "62.50", "=完工", "通报", "2026-10-12", ""]],
            [PlanSheet.Items] = [["1", "1", "建成", "市工信局", "张三", "2026-01-01", "2026年底", "2026-Q2:25, 2026-Q4:60", "市委办3号", "2026-01"]],
        }, isEnglish);

        var reading = PlanWorkbook.Read(stream.ToArray());
        Assert.Empty(reading.Warnings);
        Assert.Equal([PlanSheet.Items, PlanSheet.Progress], reading.Tables.Select(t => t.Sheet));
        var plan = Read(reading);
        Assert.Empty(plan.Faults.Select(f => f.Sentence()));
        var (item, progress) = ((WorkItemStatement)plan.Drafts[0].Statement, (ProgressStatement)plan.Drafts[1].Statement);
        Assert.Equal(("建成", "gxj", new PlanDay(new(2026, 12, 31), "2026年底")), (item.Text, item.Lead, item.Due));
        Assert.Equal("62.50 =完工", FormattableString.Invariant($"{progress.Percent} {progress.Text}"));
    }

    [Theory]
    [InlineData(true, "Demonstration data: ")]
    [InlineData(false, "演示数据：")]
    public void What_is_made_up_says_so_in_a_sheet_that_is_not_read_back(bool isEnglish, string mark)
    {
        using var plain = new MemoryStream();
        using var marked = new MemoryStream();
        var rows = new Dictionary<PlanSheet, IReadOnlyList<IReadOnlyList<string>>>
        {
            [PlanSheet.Items] = [["1", "1", "建成", "市工信局", "张三", "2026-01-01", "2026年底", "2026-Q2:25", "演示任务分解表", "2026-01"]],
        };
        PlanWorkbook.Write(plain, rows, isEnglish);
        PlanWorkbook.Write(marked, rows, isEnglish, isDemonstration: true);

        var reading = PlanWorkbook.Read(marked.ToArray());
        Assert.Empty(reading.Warnings);
        Assert.Empty(reading.Faults);
        Assert.Equal(PlanWorkbook.Read(plain.ToArray()).Tables.Select(t => t.Table.Rows.Count), reading.Tables.Select(t => t.Table.Rows.Count));
        Assert.DoesNotContain(mark, All(plain), StringComparison.Ordinal);
        Assert.Contains(mark, All(marked), StringComparison.Ordinal);
        using var template = new MemoryStream();
        PlanTemplate.Write(template, Plan, Catalogue, isEnglish, isDemonstration: true);
        Assert.Contains(mark, All(template), StringComparison.Ordinal);

        static string All(MemoryStream file)
        {
            using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
            return string.Concat(zip.Entries.Select(Text));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_template_offers_what_there_is_and_says_nothing_when_read(bool isEnglish)
    {
        using var stream = new MemoryStream();
        PlanTemplate.Write(stream, Plan, Catalogue, isEnglish);
        var file = stream.ToArray();

        var reading = PlanWorkbook.Read(file);
        Assert.Empty(reading.Warnings);
        Assert.Equal(0, Read(reading).Rows);
        using var zip = new ZipArchive(new MemoryStream(file));
        var sheets = zip.Entries.Where(e => e.FullName.Contains("worksheets", StringComparison.Ordinal)).Select(Text).ToArray();
        Assert.Equal(8, sheets.Length);
        Assert.Equal(6, sheets.Count(s => s.Contains("dataValidations", StringComparison.Ordinal)));
        Assert.Contains(sheets, s => s.Contains($"{(isEnglish ? "Reference" : "参考")}!$A$2:$A$4", StringComparison.Ordinal));
        Assert.All(sheets, s => Assert.All(Prompts().Matches(s), m => Assert.InRange(m.Groups[1].Length, 1, 255)));
    }

    [Fact]
    public void A_template_that_is_filled_in_is_read()
    {
        using var stream = new MemoryStream();
        PlanTemplate.Write(stream, Plan, Catalogue, isEnglish: false);
        var written = WorkbookReader.ReadAll(stream.ToArray(), new() { Header = PlanSheets.Score }, out _);
        var sheets = written.Select(t => new WorkbookSheet(t.Name, t.Table.Columns, t.Name == "任务"
            ? [["2", "正式标题", "产业", "", "市工信局", "市发展改革委、市工信局", "", "", "", "市委办3号", ""]] : [.. t.Table.Rows.Select(r => r.Cells)]));

        var reading = PlanWorkbook.Read(Write([.. sheets]));
        Assert.Empty(reading.Warnings);
        var said = Assert.IsType<TaskStatement>(Assert.Single(Read(reading).Drafts).Statement);
        Assert.Equal((2, "正式标题", "gxj"), (said.Number, said.Title, said.Lead));
    }

    private static PlanReading Read(PlanWorkbookReading reading)
    {
        Assert.Empty(reading.Faults.Select(f => f.Sentence()));
        return PlanTableReader.Read(reading.Tables, new() { Plan = Plan, Catalogue = Catalogue, Now = Now, HasTarget = _ => true });
    }

    private static byte[] Write(params WorkbookSheet[] sheets)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, sheets);
        return stream.ToArray();
    }

    private static byte[] Hidden(byte[] file, string sheet)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(e => e.FullName.EndsWith("workbook.xml", StringComparison.Ordinal));
            var xml = Text(entry);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open());
            writer.Write(xml.Replace($"name=\"{sheet}\"", $"name=\"{sheet}\" state=\"hidden\"", StringComparison.Ordinal));
        }

        return stream.ToArray();
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("prompt=\"([^\"]*)\"")]
    private static partial Regex Prompts();
}
