using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Tests.Browse;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Wording;

/// <summary>Why lights have their colours, in words.</summary>
public sealed class LightWordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);
    private static readonly LightBoard None = LightBoard.Of(CityPlan.Empty, FigureBook.Empty.At(new(Shanghai.StartOf(Today))), LightSettings.Default, [], new(Shanghai.StartOf(Today)));
    private static readonly LightThresholds Points = new(LightScale.Deviation, -10, -30);

    private readonly LightWords _words = new ServiceCollection()
        .AddSingleton<ILoggerFactory, NullLoggerFactory>().AddLocalization().AddSingleton<LightWords>().BuildServiceProvider().GetRequiredService<LightWords>();

    /// <summary>A light of each reason, and of each way in which it comes about, with its sentence.</summary>
    public static TheoryData<string, Func<Light>> Sentences()
    {
        var (due, start) = (new DateOnly(2026, 8, 31), new DateOnly(2026, 1, 1));
        var item = new ItemInputs { Day = Today, Start = start, Due = due, DaysLeft = -62, Quarter = new(2026, 2), Percent = 50 };
        var rate = new AssessmentResult(AssessmentVerdict.Limited) { ObservedRate = -0.38, RequiredRate = -0.5, Projection = 2.96, Miss = 0.2875 };
        var level = new AssessmentResult(AssessmentVerdict.AccelerationNeeded) { Ratio = 0.663, ObservedRate = 0.0667, RequiredRate = 0.1006 };
        return new()
        {
            { "2026年二季度末形象进度已报100%，不晚于完成时限2026-08-31，已完成。", () => Item(LightColour.Green, LightReason.Done, item with { DoneSince = new(2026, 2) }) },
            { "2026年二季度末形象进度已报100%，已完成；未定完成时限。", () => Item(LightColour.Green, LightReason.Done, item with { Due = null, DoneSince = new(2026, 2) }) },
            { "形象进度100%见于2026年三季度末的报送，该季度末晚于完成时限2026-08-31达30天，逾期完成。", () => Item(LightColour.Green, LightReason.DoneLate, item with { DoneSince = new(2026, 3) }) },
            { "未定完成时限，不评估；最近报送为2026年二季度末50%。", () => Item(LightColour.Grey, LightReason.NoDeadline, item with { Due = null }) },
            { "未定开始时间，不评估；尚无报送。", () => Item(LightColour.Grey, LightReason.NoDeadline, new() { Day = Today, Due = due }) },
            { "未定开始时间和完成时限，不评估；尚无报送。", () => Item(LightColour.Grey, LightReason.NoDeadline, new() { Day = Today }) },
            { "开始时间为2026-12-01，至2026-11-01尚未开始。", () => Item(LightColour.Grey, LightReason.NotStarted, new() { Day = Today, Start = new(2026, 12, 1), Due = new(2026, 12, 31) }) },
            { "完成时限为2026-08-31，至2026-11-01已逾期62天，最近报送为2026年二季度末50%。", () => Item(LightColour.Red, LightReason.Overdue, item) },
            {
                "2026年三季度的进度应于2026-10-15以前报送，至2026-11-01仍未报送，最近报送为2026年二季度末50%。",
                () => Item(LightColour.Grey, LightReason.NothingReported, item with { ReportQuarter = new(2026, 3), ReportDue = new(2026, 10, 16) }, Days(15))
            },
            { "2026-01-01开始，至2026-11-01没有应报而到期的季度（季度结束后15天内报送），尚无报送。", () => Item(LightColour.Grey, LightReason.NoReportDue, item with { Quarter = null, Percent = null }, Days(15)) },
            {
                "距完成时限2026-11-10还有9天，已入临期（15天以内），最近报送为2026年二季度末50%。",
                () => Item(LightColour.Blue, LightReason.DueSoon, item with { Due = new(2026, 11, 10), DaysLeft = 9 }, Days(15))
            },
            {
                "完成时限2026-10-30已过2天，当季的报送期未满，按临期列示，最近报送为2026年二季度末50%。",
                () => Item(LightColour.Blue, LightReason.DueSoon, item with { Due = new(2026, 10, 30), DaysLeft = -2 }, Days(15))
            },
            {
                "2026年二季度末形象进度50%，计划74.5%，偏差−24.5个百分点，在−30至−10之间为黄。",
                () => Item(LightColour.Amber, LightReason.Deviation, item with { Planned = 74.4856m, Deviation = -24.4856m }, Points)
            },
            {
                "2026年二季度末形象进度50%，计划59.97%，偏差−9.97个百分点，高于−10为绿。",
                () => Item(LightColour.Green, LightReason.Deviation, item with { Planned = 59.97m, Deviation = -9.97m }, Points)
            },
            {
                "2026年二季度末形象进度50%，计划60.0%，偏差−10.0个百分点，在−30至−10之间为黄。",
                () => Item(LightColour.Amber, LightReason.Deviation, item with { Planned = 60, Deviation = -10 }, Points)
            },
            {
                "2026年上半年为4.96%，目标5%以上，偏差−0.04个百分点，低于0而不低于−1为黄。",
                () => Target(LightColour.Amber, LightReason.Deviation, t => t with { YearToDate = Year(2026, 4.96m, Period.Ytd(2026, 6)), Deviation = -0.04m },
                    new(LightScale.GrowthDeviation, 0, -1), 5, "%")
            },
            {
                "2024年1500亿元至2025年1600亿元，年均增长6.67%；到2026年达到目标1700亿元以上须自基期起年均增长7.03%，两者之比0.9498，低于0.95而不低于0.6，需加快。",
                () => Target(
                    LightColour.Amber, LightReason.AccelerationNeeded,
                    t => t with { Values = [Year(2024, 1500), Year(2025, 1600)], BaseYear = 2024, Assessment = level with { Ratio = 0.9498, RequiredRate = 0.07022 } },
                    LightThresholds.Ratio)
            },
            {
                "2024年1500亿元至2025年1600亿元，年均增长6.67%；到2026年达到目标1700亿元以上须自基期起年均增长10.06%，两者之比0.95，不低于0.95，进度良好。",
                () => Target(
                    LightColour.Green, LightReason.OnTrack,
                    t => t with { Values = [Year(2024, 1500), Year(2025, 1600)], BaseYear = 2024, Assessment = level with { Ratio = 0.95 - 5e-10 } }, LightThresholds.Ratio)
            },
            {
                "2024年为4.1%，近6个年度平均每年变动−0.38个百分点；照此到2026年为2.96%，目标2.5%以上，缺口为余程的20.003%，高于20%，进展有限。",
                () => Target(LightColour.Red, LightReason.Limited, t => t with { Values = Rates, Kind = AssessmentKind.Rate, Assessment = rate with { Miss = 0.20003 } }, LightThresholds.Miss, 2.5m, "%")
            },
            {
                "2026年上半年为700亿元，是目标1700亿元以上的41.2%，应达50.0%（按6个月序时），偏差−8.8个百分点，高于−10为绿。",
                () => Target(LightColour.Green, LightReason.Deviation, t => t with { YearToDate = Year(2026, 700, Period.Ytd(2026, 6)), Share = new(6, 50), Deviation = -8.8235m }, Points)
            },
            {
                "2026年上半年为4.2%，目标5%以上，偏差−0.8个百分点，低于0而不低于−1为黄。",
                () => Target(LightColour.Amber, LightReason.Deviation, t => t with { YearToDate = Year(2026, 4.2m, Period.Ytd(2026, 6)), Deviation = -0.8m },
                    new(LightScale.GrowthDeviation, 0, -1), 5, "%")
            },
            {
                "2026年上半年为700亿元，是目标1700亿元以上的41.2%，不应超过50.0%（按6个月序时），按越低越好计，偏差8.8个百分点，高于−10为绿。",
                () => Target(
                    LightColour.Green, LightReason.Deviation,
                    t => t with { YearToDate = Year(2026, 700, Period.Ytd(2026, 6)), Share = new(6, 50), Deviation = 8.8235m, Direction = AssessmentDirection.Down }, Points)
            },
            {
                "2026年上半年为4.2%，目标5%以上，按越低越好计，偏差0.8个百分点，不低于0为绿。",
                () => Target(
                    LightColour.Green, LightReason.Deviation,
                    t => t with { YearToDate = Year(2026, 4.2m, Period.Ytd(2026, 6)), Deviation = 0.8m, Direction = AssessmentDirection.Down },
                    new(LightScale.GrowthDeviation, 0, -1), 5, "%")
            },
            {
                "2024年1600亿元至2025年1500亿元，年均下降6.25%；到2026年达到目标1700亿元以上须自基期起年均下降10.06%，两者之比0.66，低于0.95而不低于0.6，需加快。",
                () => Target(
                    LightColour.Amber, LightReason.AccelerationNeeded,
                    t => t with { Values = [Year(2024, 1600), Year(2025, 1500)], BaseYear = 2024, Assessment = level with { ObservedRate = -0.0625, RequiredRate = -0.1006 } },
                    LightThresholds.Ratio)
            },
            { "2026年为1710亿元，已达到目标1700亿元以上。", () => Target(LightColour.Green, LightReason.Achieved, t => t with { Values = [Year(2025, 1640), Year(2026, 1710)] }) },
            { "2025年为1705亿元，已达到2026年的目标1700亿元以上。", () => Target(LightColour.Green, LightReason.Achieved, t => t with { Values = [Year(2025, 1705)] }) },
            { "2026年为1690亿元，未达到目标1700亿元以上。", () => Target(LightColour.Red, LightReason.Missed, t => t with { Values = [Year(2026, 1690)] }) },
            {
                "2024年1500亿元至2025年1600亿元，年均增长6.67%；到2026年达到目标1700亿元以上须自基期起年均增长10.06%，两者之比0.66，低于0.95而不低于0.6，需加快。",
                () => Target(LightColour.Amber, LightReason.AccelerationNeeded, t => t with { Values = [Year(2024, 1500), Year(2025, 1600)], BaseYear = 2024, Assessment = level }, LightThresholds.Ratio)
            },
            {
                "2024年1500亿元至2025年1600亿元，年均增长6.67%；到2026年达到目标1700亿元以上须自基期起年均增长10.06%，两者之比0.96，不低于0.95，进度良好。",
                () => Target(
                    LightColour.Green, LightReason.OnTrack, t => t with { Values = [Year(2024, 1500), Year(2025, 1600)], BaseYear = 2024, Assessment = level with { Ratio = 0.96 } },
                    LightThresholds.Ratio)
            },
            {
                "基期2024年为1700亿元，已是2026年的目标1700亿元以上，而2025年为1600亿元，未守住，背离目标。",
                () => Target(LightColour.Red, LightReason.Deterioration, t => t with { Values = [Year(2024, 1700), Year(2025, 1600)], BaseYear = 2024, Assessment = level with { Ratio = null } }, LightThresholds.Ratio)
            },
            {
                "2024年为4.1%，近6个年度平均每年变动−0.38个百分点；照此到2026年为2.96%，目标2.5%以上，缺口为余程的28.75%，高于20%，进展有限。",
                () => Target(LightColour.Red, LightReason.Limited, t => t with { Values = Rates, Kind = AssessmentKind.Rate, Assessment = rate }, LightThresholds.Miss, 2.5m, "%")
            },
            {
                "2024年为4.1%，近6个年度平均每年变动−0.38个百分点，与2026年目标6%以上的方向相反，背离目标。",
                () => Target(LightColour.Red, LightReason.Deterioration, t => t with { Values = Rates, Kind = AssessmentKind.Rate, Assessment = rate }, LightThresholds.Miss, 6, "%")
            },
            { "可用的年度数值有0个，评估2026年的目标至少需要2个，暂不能评估。", () => Target(LightColour.Grey, LightReason.NotEnoughValues, t => t) },
            { "自2025年起的年度数值有1个，评估2026年的目标至少需要2个，暂不能评估。", () => Target(LightColour.Grey, LightReason.NotEnoughValues, t => t with { Values = [Year(2024, 1500), Year(2025, 1600)], BaseYear = 2025 }) },
            { "2024年为−2亿元，2025年为3亿元，目标1700亿元以上，正负不同，年均增长无从计算，暂不能评估。", () => Target(LightColour.Grey, LightReason.Sign, t => t with { Values = [Year(2024, -2), Year(2025, 3)], BaseYear = 2024 }) },
            { "年度数值有4个，但到2025年止连续的只有2个，至少需要4个，暂不能评估。", () => Target(LightColour.Grey, LightReason.GapInYears, t => t with { Values = [Year(2020, 1), Year(2021, 1), Year(2024, 1), Year(2025, 1)] }) },
            { "2026年已过，没有该年的实际数，暂不能评估。", () => Target(LightColour.Grey, LightReason.NoValueForYear, t => t with { Day = new(2027, 2, 1) }) },
            { "没有2026年的实际数，暂不能评估。", () => Target(LightColour.Grey, LightReason.NoValueForYear, t => t) },
            { "最早的年度数值为2028年，晚于目标的2026年，暂不能评估。", () => Target(LightColour.Grey, LightReason.NoValueForYear, t => t with { Values = [Year(2028, 1)] }) },
            { "目标的时期为2026年全年，不成一年，暂不能评估。", () => Target(LightColour.Grey, LightReason.NoPeriod, t => t with { Year = null }) },
            {
                "目标没有载明时期，暂不能评估。",
                () => Target(LightColour.Grey, LightReason.NoPeriod, t => t with { Year = null, Target = new HandMade().Add(Period.Unstated, 1700, kind: ValueKind.Target) })
            },
            { "目标没有可比的数值，暂不能评估。", () => Target(LightColour.Grey, LightReason.NotEnoughValues, t => t with { Bound = null }) },
            { "没有具体工作，也没有归属的目标，缺目标。", () => Task(LightColour.Grey, LightReason.NoTarget) },
            { "1项工作，全部为绿。", () => Task(LightColour.Green, LightReason.Worst, Part(1, LightColour.Green, LightReason.Done)) },
            {
                "5项工作，其中红4、绿1；取最差的一色红，见于工作1（逾期）、工作2（人工改定）、工作3（逾期）等4项。",
                () => Task(
                    LightColour.Red, LightReason.Worst, Part(1, LightColour.Red, LightReason.Overdue), Part(2, LightColour.Red, LightReason.Done) with { IsOverridden = true },
                    Part(3, LightColour.Red, LightReason.Overdue), Part(4, LightColour.Red, LightReason.Overdue), Part(5, LightColour.Green, LightReason.Done))
            },
        };
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_light_says_why_in_one_sentence_with_its_numbers(string sentence, Func<Light> light)
    {
        Assert.Equal(sentence, In("zh-CN", () => _words.Why(light(), None)));

        var english = In("en", () => _words.Why(light(), None));
        Assert.DoesNotMatch("[{}]|[\u4e00-\u9fff]|  ", english);
        Assert.EndsWith(".", english, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_has_a_sentence_here_a_word_and_every_colour_one()
    {
        Assert.Equal(Enum.GetValues<LightReason>(), Sentences().Select(s => ((Func<Light>)s[1])().Reason).Distinct().Order());
        foreach (var language in new[] { "zh-CN", "en" })
        {
            Assert.All(Enum.GetValues<LightReason>(), r => Assert.NotEqual(r.ToString(), In(language, () => _words.InBrief(r))));
            Assert.All(Enum.GetValues<LightColour>(), c => Assert.NotEqual($"Colour{c}", In(language, () => _words.Colour(c))));
        }
    }

    [Fact]
    public void What_was_decided_instead_is_a_sentence_too() => Assert.Equal(
        "2026-10-20由督查室改定为灰，有效至2026-11-30：等待上级批复",
        In("zh-CN", () => _words.Decided(new(LightSubject.OfTask(1), LightColour.Grey, "等待上级批复", new(2026, 11, 30), "督查室", Shanghai.StartOf(new(2026, 10, 20))))));

    [Fact]
    public void What_a_dissolved_unit_owes_says_so_until_it_is_done()
    {
        var asOf = new AsOf(Shanghai.EndOf(new(2026, 11, 23)));
        var held = SamplePlan.Book.At(asOf);
        var board = SamplePlan.LightsOf(held with { Departments = [new("d1", "甲单位", 1) { DissolvedOn = new(2026, 10, 1) }, new("d2", "乙单位", 2)] }, new(2026, 11, 23));

        Assert.EndsWith("。牵头单位“甲单位”已于2026-10-01撤销，责任尚未转移。", In("zh-CN", () => _words.Why(board.Item(1, 1)!, board)), StringComparison.Ordinal);
        Assert.EndsWith(". The lead unit “甲单位” was dissolved on 2026-10-01 and still owes it.", In("en", () => _words.Why(board.Task(1)!, board)), StringComparison.Ordinal);
        Assert.DoesNotContain("撤销", In("zh-CN", () => _words.Why(board.Item(1, 2)!, board)), StringComparison.Ordinal);
        Assert.DoesNotContain("撤销", In("zh-CN", () => _words.Why(board.Item(1, 1)! with { Reason = LightReason.Done }, board)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "若无新的报送、数据和决定，2026-11-16起转为红（逾期）。", "若无新的报送、数据和决定，2026-11-16起转为红。")]
    [InlineData("en", "If nothing is reported, published or decided, it turns red on 2026-11-16 (overdue).", "If nothing is reported, published or decided, it turns red on 2026-11-16.")]
    public void When_a_light_turns_by_itself_is_a_sentence(string language, string item, string task)
    {
        var to = Item(LightColour.Red, LightReason.Overdue, new() { Day = new(2026, 11, 16) });

        Assert.Equal(item, In(language, () => _words.Turns(new(to.Subject, new(2026, 11, 16), LightColour.Blue, to))));
        var whole = Task(LightColour.Red, LightReason.Worst, Part(1, LightColour.Red, LightReason.Overdue));
        Assert.Equal(task, In(language, () => _words.Turns(new(whole.Subject, new(2026, 11, 16), LightColour.Blue, whole))));
    }

    private static YearValue[] Rates => [Year(2019, 6), Year(2020, 5.5m), Year(2021, 5.2m), Year(2022, 4.6m), Year(2023, 4.4m), Year(2024, 4.1m)];

    private static LightThresholds Days(int days) => new(LightScale.Days, null, null, days);

    private static Light Item(LightColour colour, LightReason reason, ItemInputs inputs, LightThresholds? thresholds = null) => new()
    {
        Subject = LightSubject.OfItem(1, 1),
        Computed = colour,
        Reason = reason,
        Inputs = inputs,
        Thresholds = thresholds,
    };

    private static Light Target(
        LightColour colour, LightReason reason, Func<TargetInputs, TargetInputs> with, LightThresholds? thresholds = null, decimal target = 1700, string uom = "亿元")
    {
        var figure = new HandMade().Add(
            Period.FullYear(2026), target, measure: uom == "%" ? Measure.Yoy : Measure.Level, kind: ValueKind.Target, comparator: Comparator.AtLeast, uom: uom);
        return new()
        {
            Subject = LightSubject.OfTarget(figure.Id),
            Computed = colour,
            Reason = reason,
            Inputs = with(new() { Day = Today, Target = figure, Year = 2026, Bound = target }),
            Thresholds = thresholds,
        };
    }

    private static Light Task(LightColour colour, LightReason reason, params LightPart[] parts) =>
        new() { Subject = LightSubject.OfTask(1), Computed = colour, Reason = reason, Inputs = new TaskInputs(parts) };

    private static LightPart Part(int item, LightColour colour, LightReason reason) => new(LightSubject.OfItem(1, item), colour, reason);

    private static YearValue Year(int year, decimal value, Period? period = null) => new(year, new HandMade().Add(period ?? Period.FullYear(year), value), value);

    private static string In(string language, Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
