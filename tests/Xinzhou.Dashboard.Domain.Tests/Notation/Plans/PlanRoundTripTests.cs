using CsCheck;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;
using G = CsCheck.Gen;

namespace Xinzhou.Dashboard.Domain.Tests.Notation.Plans;

/// <summary>What is written of the plan is read again and says nothing new.</summary>
public sealed class PlanRoundTripTests
{
    private static readonly Gen<string> Sources = G.OneOf("文件 2026-01-05", "文件", "http://www.sxxz.gov.cn/2026-02-03", "=办公室");
    private static readonly Gen<string> Published = G.OneOf("", "", "2026-01-05", "2026-02", "2026-03-01T09:30:00.25+08:00");
    private static readonly Gen<string> Leads = G.OneOf("", "", "市发展改革委", "gxj", "无", "新设单位");
    private static readonly Gen<string> Lists = G.OneOf("", "市发展改革委、市工信局", "各县（市、区）人民政府", "无", "gxj；新设单位");
    private static readonly Gen<string> People = G.OneOf("", "张三", "张三（市长、书记）", "无");
    private static readonly Gen<string> Days = G.OneOf("", "2027年底", "2027-06-30", "2027年三季度", "2027.08.15", "2027年12月31日前");
    private static readonly Gen<string> Number = G.OneOf("1", "2", "3");

    private static readonly Gen<PlanTable[]> Files =
        from tasks in Row("number", Number, "title", Gen.Texts, "dimension", G.OneOf("", "产业", "openness"), "aspect", G.OneOf("", "aspect-2", "推动七大能级跃升"),
            "lead", Leads, "responsible", Lists, "supporting", Lists, "person", People, "quote", Gen.Texts, "source", Sources, "published", Published).Array[0, 4]
        from items in Row("task", Number, "item", Number, "text", Gen.Texts, "lead", Leads, "person", People,
            "start", G.OneOf("", "2026年1月", "2026-02-01", "2026年上半年"), "due", G.OneOf(Days, G.Const("长期坚持")),
            "plan", G.OneOf("", "2026-Q2:25, 2026-Q4:60", "2026年三季度：12.50%"), "source", Sources, "published", Published).Array[0, 6]
        from progress in Row("task", Number, "item", Number, "quarter", G.OneOf("2026-Q1", "2026-Q2", "2026年三季度"), "percent", G.Int[0, 1000].Select(n => $"{n / 10m}"),
            "text", Gen.Texts, "source", Sources.Where(s => !s.Contains("-0", StringComparison.Ordinal)), "reported", G.OneOf("", "2026-10-12", "2026-10", "2026-10-01T08:00:00+08:00")).Array[0, 6]
        from commitments in Row("indicator", G.OneOf("地区生产总值", "地区生产总值累计同比", "电力总装机年均增速", "绿色能源装机占比_低于全国", "第三产业增加值(现价当季)"), "region", G.Const("忻州市"),
            "period", G.OneOf("2027", "2027-FY", "2026-2030", "2027-12-31", "2027-Q1", "UNSTATED"), "owner", Leads, "person", People, "baseline", G.OneOf("", "2020", "2020年底", "2020-FY"),
            "tolerance", G.OneOf("", "3", "2.50%"), "task", G.OneOf("", "2"), "source", Sources, "published", Published).Array[0, 4]
        from outcomes in Row("year", G.OneOf("2025", "2027年"), "dimension", G.OneOf("产业", "openness"), "text", Gen.Texts.Where(t => t.Length > 0), "owner", Leads,
            "achieved", G.OneOf("", "2026-06-30", "2026年6月"), "evidence", Gen.Texts, "source", Sources, "published", Published).Array[0, 3]
        select new[]
        {
            PlanFile.Rows(PlanSheet.Tasks, tasks), PlanFile.Rows(PlanSheet.Items, items), PlanFile.Rows(PlanSheet.Progress, progress),
            PlanFile.Rows(PlanSheet.Commitments, commitments), PlanFile.Rows(PlanSheet.Outcomes, outcomes),
        };

    [Fact]
    public void What_is_written_is_read_again_and_says_nothing_new() => G.Select(Files, Files, (one, two) => (one, two)).Sample(files =>
    {
        var (book, article) = Book(Book(PlanBook.Empty, PlanFile.Article, files.one, PlanFile.Now.AddMonths(-1)), files.two, PlanFile.Now);
        var plan = book.At(new(PlanFile.Now));

        var tables = Enum.GetValues<PlanSheet>().Select(s => Written(s, book)).ToArray();
        var reading = PlanTableReader.Read(tables, PlanFile.Options(plan));

        Assert.Empty(reading.Faults.Select(PlanFile.Sentence));
        Assert.Empty(reading.NewDepartments);
        Assert.Empty(reading.ChangedDepartments);
        var id = book.LastId;
        var after = PlanBook.Of(article, book.Statements.Concat(reading.Drafts.Select(d => Numbered(d.Statement, ++id)))).At(new(PlanFile.Now));
        Assert.Equal(Essence(plan), Essence(after));
    }, iter: 600);

    [Fact]
    public void What_the_article_says_is_not_written() =>
        Assert.All(Enum.GetValues<PlanSheet>().Skip(1), s => Assert.Empty(PlanRows.Of(s, PlanBook.Of(PlanFile.Article, []), new(PlanFile.Now), ImportFile.Catalogue)));

    [Fact]
    public void A_withdrawn_item_is_not_written_nor_its_progress()
    {
        var reading = PlanFile.Read(PlanFile.Row(PlanSheet.Items), PlanFile.Row(PlanSheet.Progress));
        var id = 0;
        PlanStatement[] said = [.. reading.Drafts.Select(d => Numbered(d.Statement, ++id))];
        var withdrawn = (WorkItemStatement)said[0] with { Origin = said[0].Origin with { Id = 9, KnownFrom = PlanFile.Now }, IsWithdrawn = true };
        var book = PlanBook.Of(PlanFile.Article, [.. said, withdrawn]);

        Assert.All(new[] { PlanSheet.Items, PlanSheet.Progress }, s => Assert.Empty(PlanRows.Of(s, book, new(PlanFile.Now), ImportFile.Catalogue)));
        Assert.All(new[] { PlanSheet.Items, PlanSheet.Progress }, s => Assert.Single(PlanRows.Of(s, book, new(PlanFile.Now.AddDays(-1)), ImportFile.Catalogue)));
    }

    /// <summary>The file recorded, as far as it can be read.</summary>
    private static (PlanBook Book, CityPlan Article) Book((PlanBook Book, CityPlan Article) before, PlanTable[] file, DateTimeOffset now)
    {
        var (book, article) = before;
        var options = PlanFile.Options(book.At(new(now)), create: true) with { Now = now };
        var reading = PlanTableReader.Read(file, options);
        while (reading.Faults.Count > 0)
        {
            file = [.. file.Select(t => t with { Table = t.Table with { Rows = [.. t.Table.Rows.Where(r => !reading.Faults.Any(f => f.Sheet == t.Name && f.Fault.Line == r.Line))] } })];
            reading = PlanTableReader.Read(file, options);
        }

        var id = book.LastId;
        article = article with { Departments = [.. article.Departments, .. reading.NewDepartments] };
        return (PlanBook.Of(article, [.. book.Statements, .. reading.Drafts.Select(d => Numbered(d.Statement, ++id))]), article);
    }

    private static (PlanBook Book, CityPlan Article) Book(PlanBook book, CityPlan article, PlanTable[] file, DateTimeOffset now) =>
        Book((PlanBook.Of(article, book.Statements), article), file, now);

    private static PlanTable Written(PlanSheet sheet, PlanBook book) => PlanFile.Table(
        sheet, [.. PlanColumns.Of(sheet).Select(c => c.Chinese)], [.. PlanRows.Of(sheet, book, new(PlanFile.Now), ImportFile.Catalogue).Select(r => r.ToArray())]);

    private static PlanStatement Numbered(PlanStatement said, long id) => said with { Origin = said.Origin with { Id = id, Actor = "command" } };

    /// <summary>All that the plan says, without who said it when.</summary>
    private static string Essence(CityPlan plan) => string.Join('\n',
    [
        .. plan.Tasks.Select(t => $"{t.Number}|{t.Title}|{t.TitleStatus}|{t.Dimension}|{t.DimensionStatus}|{t.Aspect}|{t.Lead}|{string.Join(',', t.Responsible)}|{string.Join(',', t.Supporting)}|{t.Person}|{t.Quote}"),
        .. plan.Tasks.SelectMany(t => t.WorkItems).Select(i => $"{i.Task}|{i.Number}|{i.Text}|{i.Lead}|{i.Person}|{i.Start}|{i.Due}|{PathNotation.Write(i.Path)}"),
        .. plan.Tasks.SelectMany(t => t.WorkItems).SelectMany(i => i.Progress).Select(p => $"{p.Task}|{p.Item}|{p.Quarter}|{p.Percent}|{p.Text}|{p.Origin.KnownFrom:O}|{p.Origin.Source}"),
        .. plan.Commitments.Select(c => $"{c.Target}|{c.Owner}|{c.Person}|{c.Baseline}|{c.Tolerance}|{c.Task}"),
        .. plan.Outcomes.Select(o => $"{o.Year}|{o.Dimension}|{o.Text}|{o.Owner}|{o.Achieved}|{o.Evidence}"),
    ]);

    private static Gen<(string, string)[]> Row(params object[] fields) =>
        Enumerable.Range(0, fields.Length / 2).Aggregate(G.Const(Array.Empty<(string, string)>()), (row, i) =>
            G.Select(row, (Gen<string>)fields[(2 * i) + 1], (cells, text) => cells.Append(((string)fields[2 * i], text)).ToArray()));
}
