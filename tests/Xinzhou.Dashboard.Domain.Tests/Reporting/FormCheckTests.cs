using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reporting;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

public sealed class FormCheckTests
{
    private static readonly Department[] Departments = [new("d1", "测试局", 1)];

    private static readonly KeyTask[] Tasks =
    [
        new()
        {
            Number = 1,
            Title = "任务",
            Dimension = "industry",
            NumberStatus = Status.Provisional,
            TitleStatus = Status.Provisional,
            ContentStatus = Status.FromArticle,
            DimensionStatus = Status.FromArticle,
        },
    ];

    private static readonly Indicator Stock = Indicator("stock", IndicatorType.Stock, "万千瓦");
    private static readonly Indicator Part = Indicator("part", IndicatorType.Stock, "千瓦");
    private static readonly Indicator Share = Indicator("share", IndicatorType.Ratio, "%");

    private static readonly ReturnForm Sound = new()
    {
        Code = "quarterly",
        Name = "季度表",
        Stage = Stage.Preliminary,
        Departments = ["d1"],
        Rows =
        [
            Row(1, Gdp, RowTiming.YearToDate) with { AsksGrowth = true },
            Row(2, Stock, RowTiming.PointInTime),
            Row(3, Part, RowTiming.PointInTime),
            Row(4, Share, RowTiming.PointInTime) with { Measure = Measure.Share, PartRow = 3, TotalRow = 2 },
            new() { Number = 5, Task = 1, Timing = RowTiming.PointInTime, Uom = "%", Decimals = 0 },
        ],
    };

    public static TheoryData<string, ReturnForm> Faulty => new()
    {
        { "BadCode", Sound with { Code = "季度" } },
        { "BadCode", Sound with { Code = "new" } },
        { "BadName", Sound with { Name = " " } },
        { "BadName", Sound with { Name = new('名', 61) } },
        { "BadStage", Sound with { Stage = Stage.Retrieved } },
        { "NoDepartments", Sound with { Departments = [] } },
        { "UnknownDepartment", Sound with { Departments = ["d1", "d9"] } },
        { "BadRowCount", Sound with { Rows = [] } },
        { "UnknownIndicator 1", With(r => r with { Indicator = null }) },
        { "UnknownUnit 1", With(r => r with { Unit = null }) },
        { "UnknownTask 5", With(r => r with { Task = 2 }, 5) },
        { "Twice 6", Sound with { Rows = [.. Sound.Rows, Sound.Rows[0] with { Number = 6 }] } },
        { "Twice 6", Sound with { Rows = [.. Sound.Rows, Sound.Rows[4] with { Number = 6 }] } },
        { "BadTiming 1", With(r => r with { Timing = RowTiming.PointInTime }) },
        { "BadTiming 1", Sound with { Rows = [Sound.Rows[1] with { Number = 1, Timing = RowTiming.YearToDate }] } },
        { "BadUom 1", With(r => r with { Uom = "万吨" }) },
        { "BadUom 1", With(r => r with { Uom = "" }) },
        { "BadDecimals 1", With(r => r with { Decimals = 7 }) },
        { "BadIndent 1", With(r => r with { Indent = 4 }) },
        { "NoGrowth 4", With(r => r with { AsksGrowth = true }, 4) },
        { "NoGrowth 5", With(r => r with { AsksGrowth = true }, 5) },
        { "BadShare 4", With(r => r with { TotalRow = null }, 4) },
        { "BadShare 4", With(r => r with { TotalRow = 3 }, 4) },
        { "BadShare 4", With(r => r with { TotalRow = 1 }, 4) },
        { "BadShare 4", With(r => r with { PartRow = 5 }, 4) },
        { "BadShare 4", With(r => r with { Timing = RowTiming.YearToDate }, 4) },
        { "BadShare 2", With(r => r with { PartRow = 1, TotalRow = 3 }, 2) },
    };

    [Fact]
    public void A_sound_form_is_taken() => Assert.Empty(FormCheck.Faults(Sound, Departments, Tasks));

    [Theory, MemberData(nameof(Faulty))]
    public void A_form_that_cannot_be_filled_says_why_and_where(string expected, ReturnForm form)
    {
        var fault = Assert.Single(FormCheck.Faults(form, Departments, Tasks));
        Assert.Equal(expected, $"{fault.Reason} {fault.Row}".TrimEnd());
    }

    private static ReturnForm With(Func<FormRow, FormRow> change, int number = 1) =>
        Sound with { Rows = [.. Sound.Rows.Select(r => r.Number == number ? change(r) : r)] };

    private static FormRow Row(int number, Indicator indicator, RowTiming timing) => new()
    {
        Number = number,
        Indicator = indicator,
        Unit = City,
        Measure = Measure.Level,
        Timing = timing,
        Uom = indicator.Uom,
        Decimals = 1,
    };
}
