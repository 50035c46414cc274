using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

/// <summary>Every row of the basis table, read from a file.</summary>
public sealed class BasisTests
{
    [Theory]
    [InlineData("ytd", "2023-H1", "地区生产总值", "亿元", Measure.Level)]
    [InlineData("annual", "2023-FY", "地区生产总值", "亿元", Measure.Level)]
    [InlineData("discrete", "2023-Q1", "地区生产总值", "亿元", Measure.Level)]
    [InlineData("discrete", "2023-M05", "地区生产总值(现价当季)", "亿元", Measure.Level)]
    [InlineData("stock", "2023-07-31", "电力总装机", "万千瓦", Measure.Level)]
    [InlineData("ratio", "2023-07-31", "绿色能源装机占比", "%", Measure.Share)]
    [InlineData("gap", "2023-H1", "地区生产总值_高于全省", "个百分点", Measure.Gap)]
    [InlineData("qoq_sa", "2023-Q2", "地区生产总值环比(季调)", "%", Measure.Qoq)]
    [InlineData("avg_growth", "2021-2025", "地区生产总值年均增速", "%", Measure.AvgGrowth)]
    [InlineData("multi_year_sum", "2021-2025", "地区生产总值", "亿元", Measure.Level)]
    [InlineData("forecast", "2023-FY", "地区生产总值", "亿元", Measure.Level)]
    [InlineData("forecast", "2021-2025", "地区生产总值年均增速", "%", Measure.AvgGrowth)]
    [InlineData("target", "2027", "绿色能源装机占比", "%", Measure.Share)]
    [InlineData("target", "2027-FY", "地区生产总值_高于全国", "个百分点", Measure.Gap)]
    public void The_basis_says_what_the_value_is(string basis, string period, string indicator, string unit, Measure measure)
    {
        var figure = ImportFile.Figure(("basis", basis), ("period", period), ("indicator", indicator), ("unit", unit), ("value", "12.50"));
        Assert.Equal((measure, unit, "12.50"), (figure.Measure, figure.Statement.Uom, $"{figure.Statement.Value}"));
        Assert.Equal("value", figure.Column);
    }

    [Theory]
    [InlineData("ytd", "2023-H1", Measure.Yoy)]
    [InlineData("annual", "2023-FY", Measure.Yoy)]
    [InlineData("discrete", "2023-Q1", Measure.YoySingle)]
    [InlineData("stock", "2023-07-31", Measure.Yoy)]
    [InlineData("growth_only", "2023-Q1", Measure.Yoy)]
    [InlineData("growth_only", "2023-Q2", Measure.YoySingle)]
    [InlineData("growth_only", "2023-M05", Measure.YoySingle)]
    [InlineData("ytd_growth", "2023-9M", Measure.Yoy)]
    [InlineData("discrete_growth", "2023-Q1", Measure.YoySingle)]
    [InlineData("discrete_growth", "2023-M01", Measure.YoySingle)]
    [InlineData("multi_year_sum", "2021-2025", Measure.GrowthPrevSpan)]
    [InlineData("forecast", "2023-FY", Measure.Yoy)]
    [InlineData("target", "2027-Q3", Measure.YoySingle)]
    [InlineData("target", "2027-Q1", Measure.Yoy)]
    public void The_basis_says_what_the_yoy_is_and_it_is_always_in_percent(string basis, string period, Measure measure)
    {
        var figure = ImportFile.Figure(("basis", basis), ("period", period), ("yoy", "-0.0"));
        Assert.Equal((measure, "%", "0.0"), (figure.Measure, figure.Statement.Uom, $"{figure.Statement.Value}"));
        Assert.Equal("yoy", figure.Column);
    }

    [Theory]
    [InlineData("growth_only", "value")]
    [InlineData("ytd_growth", "value")]
    [InlineData("discrete_growth", "value")]
    [InlineData("ratio", "yoy")]
    [InlineData("gap", "yoy")]
    [InlineData("qoq_sa", "yoy")]
    [InlineData("avg_growth", "yoy")]
    [InlineData("qualitative", "value")]
    [InlineData("qualitative", "yoy")]
    public void A_field_that_the_basis_calls_empty_must_be_empty(string basis, string column)
    {
        var other = column == "value" ? "yoy" : "value";
        var fault = ImportFile.Fault(
            ("basis", basis),
            ("period", "2023"),
            ("indicator", basis == "gap" ? "地区生产总值_高于全省" : "地区生产总值"),
            ("unit", basis == "gap" ? "个百分点" : "%"),
            ("text", basis == "qualitative" ? "零的突破" : ""),
            (column, "1.5"),
            (other, basis == "qualitative" ? "" : "2.5"));
        Assert.Equal((2, column, "not_empty", "1.5"), (fault.Line, fault.Column, fault.Code, fault.Found));
    }

    [Fact]
    public void Value_and_yoy_are_one_figure_each()
    {
        var figures = ImportFile.Read(("value", "676.5"), ("unit", "亿元"), ("yoy", "1")).Figures;
        Assert.Equal([(Measure.Level, "676.5亿元"), (Measure.Yoy, "1%")], figures.Select(f => (f.Measure, f.Statement.ToString())));
    }

    [Theory]
    [InlineData("ytd", ValueKind.Actual)]
    [InlineData("gap", ValueKind.Actual)]
    [InlineData("forecast", ValueKind.Forecast)]
    [InlineData("target", ValueKind.Target)]
    public void Only_forecasts_and_targets_are_not_actual(string basis, ValueKind kind) =>
        Assert.Equal(kind, Code.Parse<Basis>(basis).Kind());

    [Fact]
    public void The_column_kind_says_what_the_basis_does_not()
    {
        Assert.Equal(ValueKind.Unstated, ImportFile.Figure(("value", "305"), ("kind", "unstated")).Kind);
        Assert.Equal(ValueKind.Forecast, ImportFile.Figure(("value", "305"), ("kind", "forecast"), ("period", "2099-FY")).Kind);
        Assert.Equal("kind", ImportFile.Fault(("value", "305"), ("basis", "target"), ("kind", "forecast")).Code);
        Assert.Equal("kind", ImportFile.Fault(("value", "305"), ("kind", "planned")).Code);
    }

    [Fact]
    public void A_qualitative_fact_is_a_text_without_a_number()
    {
        var figure = ImportFile.Figure(("basis", "qualitative"), ("text", "零的突破"));
        Assert.Equal((Measure.Qualitative, "零的突破", null), (figure.Measure, figure.Statement.Text, figure.Statement.Value));
        Assert.Equal("零的突破", ImportFile.Figure(("basis", "qualitative"), ("quote", "零的突破")).Statement.Text);
        Assert.Equal("text", ImportFile.Fault(("basis", "qualitative")).Code);
        Assert.Equal("not_empty", ImportFile.Fault(("value", "1"), ("text", "零的突破")).Code);
    }

    [Theory]
    [InlineData("ytd", "亿元", "2023-H1", IndicatorType.Flow)]
    [InlineData("annual", "亿元", "2023-FY", IndicatorType.Flow)]
    [InlineData("discrete", "亿元", "2023-Q1", IndicatorType.Flow)]
    [InlineData("growth_only", "", "2023-H1", IndicatorType.Flow)]
    [InlineData("ytd_growth", "", "2023-H1", IndicatorType.Flow)]
    [InlineData("discrete_growth", "", "2023-Q1", IndicatorType.Flow)]
    [InlineData("qoq_sa", "%", "2023-Q1", IndicatorType.Flow)]
    [InlineData("stock", "个", "2023-07-31", IndicatorType.Stock)]
    [InlineData("ratio", "%", "2023-07-31", IndicatorType.Ratio)]
    [InlineData("forecast", "亿元", "2023-FY", IndicatorType.Flow)]
    [InlineData("forecast", "%", "2023-FY", IndicatorType.Ratio)]
    [InlineData("target", "个", "2027-12-31", IndicatorType.Stock)]
    [InlineData("target", "个", "2027", IndicatorType.Flow)]
    public void A_created_indicator_has_the_type_of_its_basis(string basis, string unit, string period, IndicatorType type)
    {
        var number = Code.Parse<Basis>(basis).MeasureOfValue(NameSuffix.None, type) is null ? "yoy" : "value";
        var reading = FigureTableReader.Read(
            ImportFile.Table([("indicator", "新指标"), ("basis", basis), ("unit", unit), ("period", period), (number, "1")]),
            ImportFile.Options(create: true));
        Assert.Empty(reading.Faults);
        var created = Assert.Single(reading.NewIndicators);
        Assert.Equal((type, "新指标", "新指标", Direction.None), (created.Type, created.Code, created.Name, created.Direction));
        Assert.Null(created.Dimension);
    }
}
