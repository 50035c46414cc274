using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class FigureTableReaderTests
{
    [Fact]
    public void A_missing_column_is_named_and_unknown_columns_are_ignored_and_reported()
    {
        var table = new SourceTable { Columns = [.. ImportColumns.Required.Where(c => c != "unit"), "备注", "value"] };
        var reading = FigureTableReader.Read(table, ImportFile.Options());
        Assert.Equal([(1, "value", "column"), (1, "unit", "column")], reading.Faults.Select(f => (f.Line, f.Column, f.Code)));
        Assert.Equal([(1, "备注", "ignored_column")], reading.Warnings.Select(f => (f.Line, f.Column, f.Code)));
    }

    [Fact]
    public void An_unknown_column_alone_refuses_nothing()
    {
        var table = ImportFile.Table([("value", "1")]);
        var more = table with
        {
            Columns = [.. table.Columns, "other"],
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells, "x"] })],
        };
        var reading = FigureTableReader.Read(more, ImportFile.Options());
        Assert.Empty(reading.Faults);
        Assert.Single(reading.Warnings);
        Assert.Single(reading.Figures);
    }

    [Fact]
    public void Nor_do_two_of_one_name()
    {
        var table = ImportFile.Table([("value", "1")]);
        var more = table with
        {
            Columns = [.. table.Columns, "备注", "备注"],
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells, "x", "y"] })],
        };
        var reading = FigureTableReader.Read(more, ImportFile.Options());
        Assert.Empty(reading.Faults);
        Assert.Equal("备注", Assert.Single(reading.Warnings).Column);
    }

    [Fact]
    public void Nor_does_what_its_cells_show_but_a_formula_does()
    {
        var table = ImportFile.Table([("value", "1")]);
        SourceTable With(FaultReason reason, string column) => table with
        {
            Columns = [.. table.Columns, "other"],
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells, ""] })],
            Faults = [new(2, column, reason, "#N/A")],
        };

        Assert.Empty(FigureTableReader.Read(With(FaultReason.ErrorCell, "other"), ImportFile.Options()).Faults);
        Assert.Empty(FigureTableReader.Read(With(FaultReason.FormatText, "other"), ImportFile.Options()).Faults);
        Assert.Single(FigureTableReader.Read(With(FaultReason.ErrorCell, "note"), ImportFile.Options()).Faults);
        Assert.Single(FigureTableReader.Read(With(FaultReason.FormulaCell, "other"), ImportFile.Options()).Faults);
    }

    [Theory]
    [InlineData("亿元①")]
    [InlineData("亿元¹")]
    [InlineData("亿元*")]
    [InlineData("（亿元）")]
    [InlineData("(亿元)²")]
    public void A_footnote_or_brackets_are_no_part_of_a_unit(string unit) => Assert.Equal("亿元", ImportFile.Figure(("value", "1"), ("unit", unit)).Uom);

    [Fact]
    public void Columns_are_found_by_name_in_any_order()
    {
        var table = ImportFile.Table([("value", "676.50"), ("unit", "亿元")]);
        var reversed = table with
        {
            Columns = [.. table.Columns.Reverse()],
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Reverse()] })],
        };
        Assert.Equal("676.50亿元", Assert.Single(FigureTableReader.Read(reversed, ImportFile.Options()).Figures).Statement.ToString());
    }

    [Theory]
    [InlineData("value", "约500", "number")]
    [InlineData("yoy", "8.1%", "number")]
    [InlineData("value", "12345678901234567890123456789", "number")]
    [InlineData("period", "2023-Q2", "period")]
    [InlineData("period", "2023年", "period")]
    [InlineData("basis", "cumulative", "basis")]
    [InlineData("indicator", "没有的指标", "unknown_indicator")]
    [InlineData("indicator", "没有的指标累计同比", "unknown_indicator")]
    [InlineData("indicator", "", "unknown_indicator")]
    [InlineData("region", "没有的地区", "unknown_unit")]
    [InlineData("region", "", "unknown_unit")]
    [InlineData("source", "  ", "source")]
    [InlineData("published", "2023.8.18", "date")]
    [InlineData("comparator", ">", "comparator")]
    [InlineData("price_basis", "real", "price_basis")]
    [InlineData("known_basis", "guess", "known_basis")]
    [InlineData("year_inferred", "maybe", "boolean")]
    public void A_faulty_field_is_reported_with_line_column_and_what_was_found(string column, string text, string code)
    {
        var reading = ImportFile.Read(("value", "1"), ("unit", "亿元"), (column, text));
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((2, column, code, text.Trim()), (fault.Line, fault.Column, fault.Code, fault.Found));
        Assert.NotEmpty(fault.Expected(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Empty(reading.Figures);
    }

    [Fact]
    public void Every_fault_of_a_row_is_found_and_rows_are_counted_once()
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table(
                [("value", "x"), ("yoy", "y"), ("region", "?"), ("source", "")],
                [("value", "1")],
                []),
            ImportFile.Options());
        Assert.Equal(["region", "source", "value", "value", "yoy"], reading.Faults.Select(f => f.Column).Order(StringComparer.Ordinal));
        Assert.Equal("no_number", reading.Faults[^1].Code);
        Assert.Equal((3, 2), (reading.Rows, reading.RejectedLines));
    }

    [Theory]
    [InlineData("ratio", "地区生产总值", "个百分点", "unit")]
    [InlineData("gap", "地区生产总值_高于全省", "%", "unit")]
    [InlineData("gap", "地区生产总值_高于全省", "", "unit")]
    [InlineData("gap", "地区生产总值", "个百分点", "benchmark")]
    [InlineData("ytd", "地区生产总值_高于全省", "个百分点", "benchmark")]
    [InlineData("ratio", "绿色能源装机占比_低于全国", "%", "benchmark")]
    public void Percentage_points_never_wear_a_percent_sign_and_a_gap_has_its_benchmark(
        string basis, string indicator, string unit, string code) =>
        Assert.Equal(code, ImportFile.Fault(("basis", basis), ("indicator", indicator), ("unit", unit), ("value", "13.1")).Code);

    [Theory]
    [InlineData("绿色能源装机占比_高于全省", "12.39", Benchmark.Province, "12.39")]
    [InlineData("绿色能源装机占比_低于全省", "12.39", Benchmark.Province, "-12.39")]
    [InlineData("绿色能源装机占比_低于全国", "-0.50", Benchmark.Nation, "0.50")]
    [InlineData("绿色能源装机占比_低于全国", "0.00", Benchmark.Nation, "0.00")]
    public void Below_the_benchmark_is_a_gap_of_the_opposite_sign(string indicator, string value, Benchmark benchmark, string gap)
    {
        var figure = ImportFile.Figure(("basis", "gap"), ("indicator", indicator), ("unit", "个百分点"), ("value", value));
        Assert.Equal((Measure.Gap, benchmark, gap), (figure.Measure, figure.Benchmark, $"{figure.Statement.Value}"));
    }

    [Theory]
    [InlineData("绿色能源装机占比_低于全省", ">=", "-3", Comparator.AtMost)]
    [InlineData("绿色能源装机占比_低于全省", "<=", "-3", Comparator.AtLeast)]
    [InlineData("绿色能源装机占比_低于全省", "≈", "-3", Comparator.Approximately)]
    [InlineData("绿色能源装机占比_高于全省", ">=", "3", Comparator.AtLeast)]
    public void What_is_at_least_so_far_below_is_at_most_the_opposite(string indicator, string comparator, string gap, Comparator bound)
    {
        var figure = ImportFile.Figure(("basis", "gap"), ("indicator", indicator), ("unit", "个百分点"), ("value", "3"), ("comparator", comparator));
        Assert.Equal((gap, bound), ($"{figure.Statement.Value}", figure.Statement.Comparator));
    }

    [Fact]
    public void Aliases_and_names_of_indicators_and_units_are_understood()
    {
        var figure = ImportFile.Figure(("indicator", "GDP"), ("region", "忻州全市"), ("value", "1"));
        Assert.Equal(("gdp", "140900"), (figure.Indicator.Code, figure.Unit.Code));
    }

    [Theory]
    [InlineData("ytd", "2026-9M", null)]
    [InlineData("stock", "2026-11-23", null)]
    [InlineData("stock", "2026-11-24", "future")]
    [InlineData("ytd", "2026-M01-11", "future")]
    [InlineData("ytd", "2026-FY", "future")]
    [InlineData("annual", "2026", "future")]
    [InlineData("stock", "2026", null)]
    [InlineData("stock", "2027", "future")]
    [InlineData("multi_year_sum", "2021-2026", "future")]
    [InlineData("multi_year_sum", "2021-2025", null)]
    [InlineData("forecast", "2030-FY", null)]
    [InlineData("target", "2035", null)]
    public void An_actual_value_of_a_period_that_is_not_over_is_refused(string basis, string period, string? code) =>
        Assert.Equal(code, ImportFile.Read(("basis", basis), ("period", period), ("value", "1")).Faults.SingleOrDefault()?.Code);

    [Fact]
    public void Rows_that_contradict_each_other_are_refused_and_the_later_is_named()
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table([("value", "676.5")], [("value", "676.51")], [("value", "676.5"), ("published", "2023-08-19")]),
            ImportFile.Options());
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((3, "value", "duplicate"), (fault.Line, fault.Column, fault.Code));
        Assert.Contains("第 2 行", fault.Sentence(CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Theory]
    [InlineData("676.50", "亿元")]
    [InlineData("6765000", "万元")]
    public void A_value_repeated_in_other_digits_is_no_contradiction(string value, string unit) =>
        Assert.Empty(FigureTableReader.Read(
            ImportFile.Table([("value", "676.5"), ("unit", "亿元")], [("value", value), ("unit", unit)]), ImportFile.Options()).Faults);

    [Fact]
    public void A_value_repeated_word_for_word_is_no_contradiction() =>
        Assert.Equal(2, FigureTableReader.Read(ImportFile.Table([("value", "676.5")], [("value", "676.5")]), ImportFile.Options()).Figures.Count);

    [Theory]
    [InlineData("scope", "不包括开发区")]
    [InlineData("period", "2023-Q1")]
    [InlineData("kind", "unstated")]
    [InlineData("vintage", "快报")]
    [InlineData("source", "http://www.sxxz.gov.cn/b")]
    [InlineData("region", "山西省")]
    public void Different_statements_do_not_contradict_each_other(string column, string text) =>
        Assert.Empty(FigureTableReader.Read(ImportFile.Table([("value", "1")], [("value", "2"), (column, text)]), ImportFile.Options()).Faults);

    [Fact]
    public void Ditto_is_the_nearest_quote_above_with_the_same_source()
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table(
                [("value", "1"), ("quote", "甲"), ("period", "2021-H1")],
                [("value", "1"), ("quote", "乙"), ("source", "http://b.com"), ("period", "2021-9M")],
                [("value", "1"), ("quote", "同上"), ("period", "2022-H1")],
                [("value", "1"), ("quote", "同上"), ("period", "2022-9M")],
                [("value", "1"), ("quote", "同上"), ("source", "http://c.com"), ("period", "2023-H1")]),
            ImportFile.Options());
        Assert.Equal(["甲", "乙", "甲", "甲", null], reading.Figures.Select(f => f.Quote));
    }

    [Fact]
    public void Unknown_names_are_created_once_from_a_plain_row_of_the_same_file()
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table(
                [("indicator", "牛存栏累计同比"), ("basis", "ytd_growth"), ("yoy", "3")],
                [("indicator", "牛存栏"), ("basis", "stock"), ("period", "2023-06-30"), ("value", "5"), ("unit", "万头"), ("region", "某镇")],
                [("indicator", "牛存栏"), ("basis", "stock"), ("period", "2023-07-31"), ("value", "6"), ("unit", "头"), ("region", "某镇")]),
            ImportFile.Options(create: true));
        Assert.Empty(reading.Faults);
        var indicator = Assert.Single(reading.NewIndicators);
        Assert.Equal(("牛存栏", IndicatorType.Flow, "万头"), (indicator.Code, indicator.Type, indicator.Uom));
        var unit = Assert.Single(reading.NewUnits);
        Assert.Equal(("某镇", UnitLevel.Other, null), (unit.Code, unit.Level, unit.Parent));
        Assert.All(reading.Figures, f => Assert.Equal(indicator, f.Indicator));
    }

    [Fact]
    public void What_is_created_has_the_unit_of_the_first_row_that_has_one_be_it_the_last()
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table(
                [("indicator", "牛存栏"), ("basis", "stock"), ("period", "2023-06-30"), ("value", "5"), ("unit", "万头")],
                [("indicator", "羊出栏"), ("basis", "ytd_growth"), ("yoy", "3")],
                [("indicator", "牛存栏"), ("basis", "stock"), ("period", "2023-07-31"), ("value", "6"), ("unit", "头")],
                [("indicator", "羊出栏"), ("basis", "ytd"), ("value", "7"), ("unit", "万只")]),
            ImportFile.Options(create: true));

        Assert.Equal([("牛存栏", "万头"), ("羊出栏", "万只")], reading.NewIndicators.Select(i => (i.Name, i.Uom)));
    }

    [Fact]
    public void A_suffix_alone_creates_nothing()
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table([("indicator", "牛存栏累计同比"), ("basis", "ytd_growth"), ("yoy", "3")]),
            ImportFile.Options(create: true));
        Assert.Equal("unknown_indicator", Assert.Single(reading.Faults).Code);
        Assert.Empty(reading.NewIndicators);
    }

    [Theory]
    [InlineData("农民人均收入", "元", false)]
    [InlineData("农民收入", "元", true)]
    [InlineData("人均粮食", "公斤", true)]
    public void A_created_value_in_yuan_per_head_is_not_additive(string name, string unit, bool additive)
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table([("indicator", name), ("unit", unit), ("value", "3")]), ImportFile.Options(create: true));
        Assert.Equal(additive, Assert.Single(reading.NewIndicators).Additive);
    }

    [Fact]
    public void What_the_optional_columns_say_is_kept()
    {
        var figure = ImportFile.Figure(
            ("value", "500"), ("unit", "亿元"), ("basis", "target"), ("period", ""), ("comparator", ">="), ("label", "到年底"),
            ("year_inferred", "true"), ("price_basis", "current"), ("known_basis", "inferred"), ("scope", "不包括开发区"),
            ("note", "=注"), ("quote", "原文"), ("recorded", "2020-01-01"));
        Assert.Equal(Period.Unstated, figure.Period);
        Assert.Equal((Comparator.AtLeast, "到年底", true), (figure.Statement.Comparator, figure.PeriodLabel, figure.YearInferred));
        Assert.Equal((PriceBasis.Current, KnownFromBasis.Inferred), (figure.StatedPriceBasis, figure.KnownFromBasis));
        Assert.Equal(("不包括开发区", "=注", "原文"), (figure.Scope, figure.Note, figure.Quote));
    }
}
