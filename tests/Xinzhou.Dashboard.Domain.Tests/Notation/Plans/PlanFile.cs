using System.Globalization;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Tests.Notation.Plans;

/// <summary>Files of the plan made by hand, read against a plan of three tasks.</summary>
internal static class PlanFile
{
    public const string Document = "市委办〔2026〕3号 2026-01-05";

    /// <summary>23 November 2026, 12:30 in Shanghai.</summary>
    public static readonly DateTimeOffset Now = ImportFile.Now;

    public static readonly CityPlan Article = new()
    {
        Dimensions =
        [
            new() { Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", Heading = "推动产业能级跃升" },
            new() { Code = "openness", Order = 2, Name = "开放", FullName = "开放能级", Heading = "推动开放能级跃升" },
        ],
        Aspects =
        [
            new() { Code = "seven-upgrades", Order = 1, Title = "推动七大能级跃升", TitleStatus = Status.Official },
            new() { Code = "aspect-2", Order = 2, TitleStatus = Status.Unpublished },
        ],
        Tasks = [.. Enumerable.Range(1, 3).Select(n => new KeyTask
        {
            Number = n,
            NumberStatus = Status.Provisional,
            Title = $"拟定的标题 {n}",
            TitleStatus = Status.Provisional,
            ContentStatus = Status.FromArticle,
            Dimension = "industry",
            DimensionStatus = Status.FromArticle,
            Quote = "原文",
        })],
        Milestones = [.. new[] { 2023, 2025, 2027, 2030, 2035 }.Select(y => new Milestone { Year = y, Goal = "取得突破" })],
        Departments = [new("fgw", "市发展改革委", 1), new("gxj", "市工信局", 2), new("xqs", "各县（市、区）人民政府", 3)],
    };

    public static PlanReadingOptions Options(CityPlan? plan = null, bool create = false) => new()
    {
        Plan = plan ?? Article,
        Catalogue = ImportFile.Catalogue,
        Now = Now,
        HasTarget = _ => true,
        Create = create,
    };

    /// <summary>A table whose lines begin with 2.</summary>
    public static PlanTable Table(PlanSheet sheet, string[] columns, params string[][] rows) => new(sheet, sheet.Chinese(), new()
    {
        Columns = columns,
        Rows = [.. rows.Select((cells, i) => new SourceRow(i + 2, cells))],
    });

    /// <summary>A table of one row with what a test says; the rest is what the row needs.</summary>
    public static PlanTable Row(PlanSheet sheet, params (string Column, string Text)[] fields) => Rows(sheet, fields);

    public static PlanTable Rows(PlanSheet sheet, params (string Column, string Text)[][] rows)
    {
        var columns = PlanColumns.Of(sheet).Select(c => c.Name).ToArray();
        return Table(sheet, columns, [.. rows.Select(fields => columns
            .Select(c => fields.Where(f => f.Column == c).Select(f => f.Text).LastOrDefault() ?? Usual(sheet, c)).ToArray())]);
    }

    public static PlanReading Read(params PlanTable[] tables) => PlanTableReader.Read(tables, Options());

    /// <summary>Read while other departments are held.</summary>
    public static PlanReading ReadWith(IReadOnlyList<Department> departments, params PlanTable[] tables) =>
        PlanTableReader.Read(tables, Options(Article with { Departments = departments }));

    /// <summary>The one fault of a row.</summary>
    public static Fault Fault(PlanSheet sheet, params (string Column, string Text)[] fields) =>
        Assert.Single(Read(WithItem(sheet, fields)).Faults).Fault;

    /// <summary>The one statement of a row without faults.</summary>
    public static T Said<T>(PlanSheet sheet, params (string Column, string Text)[] fields) where T : PlanStatement
    {
        var reading = Read(WithItem(sheet, fields));
        Assert.Empty(reading.Faults.Select(Sentence));
        return Assert.IsType<T>(Assert.Single(reading.Drafts, d => d.Sheet == sheet).Statement);
    }

    /// <summary>The one remark on a row without faults.</summary>
    public static Fault Remark(PlanSheet sheet, params (string Column, string Text)[] fields)
    {
        var reading = Read(WithItem(sheet, fields));
        Assert.Empty(reading.Faults.Select(Sentence));
        return Assert.Single(reading.Warnings).Fault;
    }

    public static string Sentence(PlanFault fault) => fault.Sentence(CultureInfo.GetCultureInfo("zh-CN"));

    private static PlanTable[] WithItem(PlanSheet sheet, (string Column, string Text)[] fields) =>
        sheet == PlanSheet.Progress ? [Row(PlanSheet.Items), Row(sheet, fields)] : [Row(sheet, fields)];

    private static string Usual(PlanSheet sheet, string column) => (sheet, column) switch
    {
        (_, PlanColumns.Source) => Document,
        (PlanSheet.Tasks, PlanColumns.Number) or (PlanSheet.Items or PlanSheet.Progress, PlanColumns.Task or PlanColumns.Item) => "1",
        (_, PlanColumns.Quarter) => "2026-Q3",
        (_, PlanColumns.Percent) => "60",
        (PlanSheet.Progress, PlanColumns.Reported) => "2026-10-12",
        (_, PlanColumns.Indicator) => "地区生产总值",
        (_, PlanColumns.Region) => "忻州市",
        (_, PlanColumns.Period) => "2027-FY",
        (_, PlanColumns.Year) => "2027",
        (PlanSheet.Outcomes, PlanColumns.Dimension) => "产业",
        (PlanSheet.Outcomes, PlanColumns.Text) => "建成一条链",
        (PlanSheet.Departments, PlanColumns.Name) => "市发展改革委",
        _ => "",
    };
}
