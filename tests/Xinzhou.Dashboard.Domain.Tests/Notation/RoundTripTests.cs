using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using G = CsCheck.Gen;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

/// <summary>What is read can be written, and what is written is read as the same.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Indicators = ["地区生产总值", "电力总装机", "绿色能源装机占比", "新流量", "新存量", "新比率", "新人均收入"];
    private static readonly string[] Suffixes = ["", "", "", "累计同比", "年均增速", "_高于全省", "_低于全国"];
    private static readonly string[] Units = ["亿元", "元", "万千瓦", "%", "个百分点", "个", ""];

    private static readonly Gen<(string, string)[]> Rows =
        from basis in G.OneOf(Code.All<Basis>().ToArray())
        from period in Gen.Periods
        from indicator in G.OneOf(Indicators)
        from suffix in G.OneOf(Suffixes)
        from unit in G.OneOf(Units)
        from value in G.OneOf(G.Const(""), Gen.Numbers.Select(n => $"{n}"))
        from yoy in G.OneOf(G.Const(""), Gen.Numbers.Select(n => $"{n}"))
        from kind in G.OneOf("", "", "actual", "forecast", "target", "unstated")
        from comparator in G.OneOf("", "=", ">=", "<=", "≈")
        from source in G.OneOf("http://www.sxxz.gov.cn/a", "tjj.sxxz.gov.cn/b 公报", "=某报", "http://a.com/2024-01-01 ← 统计局")
        from vintage in G.OneOf("", "快报", "初步核算(统一核算)", "修订后(2026-01发布会口径)", "@自媒体转引")
        from published in G.OneOf("", "2023-08-18", "2023-08", "2023-08-18T09:30:00.25+08:00")
        from scope in G.OneOf(G.Const(""), Gen.Texts)
        from text in Gen.Texts
        from inferred in G.OneOf("", "true", "false")
        from price in G.OneOf("", "constant", "current", "unstated")
        select new (string, string)[]
        {
            ("basis", basis), ("period", period.Code), ("indicator", indicator + suffix), ("unit", unit), ("value", value), ("yoy", yoy),
            ("kind", kind), ("comparator", comparator), ("source", source), ("vintage", vintage), ("published", published),
            ("scope", scope), ("text", basis == "qualitative" ? text : ""), ("quote", text), ("note", text), ("label", text),
            ("year_inferred", inferred), ("price_basis", price), ("region", "新地区"),
        };

    [Fact]
    public void Figures_written_as_rows_are_read_as_the_same_figures_and_the_same_new_names() => Rows.Array[1, 12].Sample(rows =>
    {
        var first = Readable(rows);
        var ids = 0;
        var table = new SourceTable
        {
            Columns = ImportColumns.All,
            Rows = [.. first.Figures.Select((f, i) => new SourceRow(i + 2, FigureRowWriter.Write(Recorded(f, ++ids))))],
        };

        var second = FigureTableReader.Read(table, ImportFile.Options(create: true));

        Assert.Empty(second.Faults);
        Assert.Equal(first.Figures.Select(Essence), second.Figures.Select(Essence));
        var used = first.Figures.Select(f => f.Indicator).ToHashSet();
        Assert.Equal(first.NewIndicators.Where(used.Contains).Select(Essence), second.NewIndicators.Select(Essence));
    }, iter: 2000);

    /// <summary>The rows that are right by themselves and agree with the rows before.</summary>
    private static FigureReading Readable((string, string)[][] rows)
    {
        var reading = FigureTableReader.Read(ImportFile.Table(rows), ImportFile.Options(create: true));
        while (reading.Faults.Count > 0)
        {
            rows = [.. rows.Where((_, i) => reading.Faults.All(f => f.Line != i + 2))];
            reading = FigureTableReader.Read(ImportFile.Table(rows), ImportFile.Options(create: true));
        }

        return reading;
    }

    private static object Essence(Indicator i) => (i.Code, i.Name, i.Type, i.Uom, i.Additive);

    private static object Essence(FigureDraft f) =>
        (f.Key, f.Statement, f.KnownFrom, f.KnownFromBasis, f.PeriodLabel, f.YearInferred, f.StatedPriceBasis,
            (f.Source, f.Reliability, (f.Stage, f.VintageLabel, f.UnifiedAccounting), f.Quote, f.Note));

    private static Figure Recorded(FigureDraft f, int id) => new(
        f,
        id,
        new() { Id = 1, Indicator = f.Indicator, Unit = f.Unit, Measure = f.Measure, Benchmark = f.Benchmark },
        new() { Id = 1, Address = f.Source.Address, Title = f.Source.Title, Reliability = f.Reliability },
        ImportFile.Now);
}
