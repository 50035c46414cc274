using System.Globalization;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

/// <summary>Blocks as bulletins and county tables really have them: other places, other units, other times.</summary>
public sealed class PastedBulletinTests
{
    private const string Name = "专业镇主导产业产值";

    private static readonly PastedRow[] Industry =
        [new(4, [Name], ["忻州市", "忻州", "全市"], 2, "亿元"), new(5, ["省级重点专业镇产值"], ["忻州市", "忻州", "全市"], 2, "亿元")];

    private static readonly PastedRow[] Counties =
    [
        new(1, ["第三产业投资"], ["忻州市", "全市"], 2), new(2, ["城镇收入"], ["忻府区"], 2), new(3, ["城镇收入"], ["定襄县"], 2), new(4, ["农村收入"], ["忻府区"], 2), new(5, ["农村收入"], ["定襄县"], 2),
    ];

    /// <summary>Not said of a row: -. Asked about: ?. More than one line on one cell: !.</summary>
    [Theory]
    [InlineData("地区\t指标\t累计\t同比\n大同市\t专业镇主导产业产值\t99.0\t1.0", "-v=99.0 -g=1.0")]
    [InlineData("地区\t指标\t累计\t同比\n大同市\t专业镇主导产业产值\t99.0\t1.0\n忻州市\t专业镇主导产业产值\t181.0\t5.2\n朔州市\t专业镇主导产业产值\t88.0\t2.0", "-v=99.0 -g=1.0 4v=181.0 4g=5.2 -v=88.0 -g=2.0")]
    [InlineData("指标\t县（市、区）\t累计\t同比\n专业镇主导产业产值\t原平市\t99.0\t1.0\n专业镇主导产业产值\t全市\t181.0\t5.2", "-v=99.0 -g=1.0 4v=181.0 4g=5.2")]
    [InlineData("单位\t指标\t累计\t同比\n大同市\t专业镇主导产业产值\t99.0\t1.0\n忻州\t专业镇主导产业产值\t181.0\t5.2", "-v=99.0 -g=1.0 4v=181.0 4g=5.2")]
    [InlineData("单位名称\t指标\t累计\n某某公司\t专业镇主导产业产值\t99.0", "-v=99.0")]
    [InlineData("指标\t累计\t同比\t地区\n专业镇主导产业产值\t99.0\t1.0\t大同市", "-v=99.0 -g=1.0")]
    [InlineData("大同市\t专业镇主导产业产值\t99.0\t1.0", "-v=99.0 -g=1.0")]
    [InlineData("地区\t指标\t累计\t同比\n大同市\t专业镇主导产业产值\t99.0\t1.0\n\t省级重点专业镇产值\t88.0\t2.0", "-v=99.0 -g=1.0 -v=88.0 -g=2.0")]
    [InlineData("指标\t累计\t同比\n大同市\t\t\n专业镇主导产业产值\t99.0\t1.0\n忻州市\t\t\n专业镇主导产业产值\t181.0\t5.2", "-v=99.0 -g=1.0 4v= 4g= 4v=181.0 4g=5.2")]
    [InlineData("地区\t指标\t累计\t同比\n忻州市\t规上工业增加值\t99.0\t1.0", "-v=99.0 -g=1.0")]
    [InlineData("忻州市\t规上工业增加值\t99.0\t1.0", "4v=99.0? 4g=1.0?")]
    [InlineData("工业\t专业镇主导产业产值\t181.0\t5.2", "4v=181.0? 4g=5.2?")]
    [InlineData("专业镇主导产业产值（大同市）\t99.0\t1.0", "-v=99.0 -g=1.0")]
    [InlineData("专业镇主导产业产值（全市）\t181.0\t5.2", "4v=181.0 4g=5.2")]
    [InlineData("指标\t累计\t同比\t地区\n专业镇主导产业产值\t99.0\t1.0\t大同市\n专业镇主导产业产值\t181.0\t5.2\t忻州市", "-v=99.0 -g=1.0 4v=181.0 4g=5.2")]
    [InlineData("地区\t指标\t累计\n全市合计\t专业镇主导产业产值\t181.0", "4v=181.0")]
    [InlineData("指标\t单位\t累计\n专业镇主导产业产值\t市工信局\t181.0", "4v=181.0")]
    [InlineData("指标代码\t指标名称\t责任单位\t累计\nA01\t专业镇主导产业产值\t市工信局\t181.0", "4v=181.0")]
    [InlineData("序号\t地区\t指标\t累计\n一\t忻州市\t专业镇主导产业产值\t181.0", "4v=181.0")]
    public void A_line_of_another_place_is_no_row(string block, string expected) => Assert.Equal(expected, Said(Third(block)));

    [Theory]
    [InlineData("大同市\t城镇收入\t3\t4\n定襄县\t城镇收入\t5\t6", "-v=3 -g=4 3v=5 3g=6")]
    [InlineData("城镇收入\t忻府区\t1\t2\n\t定襄县\t3\t4\n农村收入\t忻府区\t5\t6\n\t定襄县\t7\t8", "2v=1 2g=2 3v=3 3g=4 4v=5 4g=6 5v=7 5g=8")]
    [InlineData("指标\t地区\t累计\n农村收入\t忻府区\t5\n\t大同市\t6\n\t定襄县\t7", "4v=5 -v=6 5v=7")]
    public void A_merged_cell_speaks_for_the_lines_below_it(string block, string expected) =>
        Assert.Equal(expected, Said(PastedLayout.Of(PastedBlock.Read(block)!, CellField.Value, [1, 2, 3, 4, 5], Counties, quarter: new Quarter(2026, 3))));

    [Fact]
    public void What_stands_below_a_merged_name_and_calls_itself_otherwise_is_a_part_of_it() =>
        Assert.Equal("4v=181 -v=20", Said(Third("指标\t其中\t累计\n专业镇主导产业产值\t\t181\n\t高技术产业\t20")));

    [Fact]
    public void A_row_that_is_called_like_a_place_is_no_place_for_those_below_it()
    {
        PastedRow[] form = [new(1, ["省级开发区"], ["全市"], 1), new(2, ["产业园区"], ["全市"], 1), new(3, ["链核企业"], ["全市"], 1)];

        Assert.Equal("1v= 2v=5 3v=12", Said(PastedLayout.Of(PastedBlock.Read("省级开发区\t\n产业园区\t5\n链核企业\t12")!, CellField.Value, [1, 2, 3], form, quarter: new Quarter(2026, 3))));
    }

    [Theory]
    [InlineData("专业镇主导产业产值（万元）\t1810000\t5.2", "4v=1810000万元 4g=5.2")]
    [InlineData("专业镇主导产业产值[万元]\t1810000\t5.2", "4v=1810000万元 4g=5.2")]
    [InlineData("专业镇主导产业产值（单位：万元）\t1810000\t5.2", "4v=1810000万元 4g=5.2")]
    [InlineData("专业镇主导产业产值（万元）①\t1810000\t5.2", "4v=1810000万元 4g=5.2")]
    [InlineData("专业镇主导产业产值（万美元）\t25000\t5.2", "4v=25000万美元 4g=5.2")]
    [InlineData("专业镇主导产业产值（%）\t5.2\t1.1", "4v=5.2% 4g=1.1?")]
    [InlineData("指标\t累计（亿元）\t同比\n专业镇主导产业产值（万元）\t1810000\t5.2", "4v=1810000万元? 4g=5.2")]
    [InlineData("指标\t累计\t同比\n专业镇主导产业产值（万元）\t1810000\t5.2\n省级重点专业镇产值（亿元）\t124.9\t3.3", "4v=1810000万元 4g=5.2 5v=124.9亿元 5g=3.3")]
    public void A_unit_behind_a_name_is_that_of_its_number(string block, string expected) => Assert.Equal(expected, Said(Third(block)));

    [Theory]
    [InlineData("单位：万元\n指标\t累计\t同比", "4v=181万元 4g=5.2")]
    [InlineData("\t\t单位：万元\n指标\t累计\t同比", "4v=181万元 4g=5.2")]
    [InlineData("主要经济指标（单位：万元）\n指标\t累计\t同比", "4v=181万元 4g=5.2")]
    [InlineData("单位：\t万元\n指标\t累计\t同比", "4v=181万元 4g=5.2")]
    [InlineData("2026年1-9月\t\t计量单位：万元、%\n指标\t累计\t同比", "4v=181万元 4g=5.2")]
    [InlineData("单位：万元", "4v=181万元 4g=5.2")]
    [InlineData("填报单位：忻州市工信局\n指标\t累计\t同比", "4v=181 4g=5.2")]
    [InlineData("单位：忻州市工信局\n指标\t累计\t同比", "4v=181 4g=5.2")]
    [InlineData("2026年9月财政收支情况\t\t金额单位：万元\n项目\t累计\t同比", "4v=181万元 4g=5.2")]
    [InlineData("单位：亿元、万千瓦、户、%\n指标\t累计\t同比", "4v=181? 4g=5.2")]
    [InlineData("单位：万元、户\n指标\t累计\t同比", "4v=181万元、户 4g=5.2")]
    [InlineData("指标\t累计\t比上年增长\n\t万元\t±%", "4v=181万元 4g=5.2")]
    [InlineData("指标\t累计/万元\t同比/%", "4v=181万元 4g=5.2")]
    [InlineData("指标\t累计[万元]\t同比[%]", "4v=181万元 4g=5.2")]
    [InlineData("指标\t累计【万元】\t同比", "4v=181万元 4g=5.2")]
    [InlineData("指标\t\"累计\n万元\"\t同比", "4v=181万元 4g=5.2")]
    [InlineData("指标\t累计 元\t同比", "4v=181元 4g=5.2")]
    [InlineData("指标\t累计万元\t同比", "4v=181万元 4g=5.2")]
    [InlineData("指标\t累计百万美元\t同比", "4v=181百万美元 4g=5.2")]
    [InlineData("指标\t累计（单位：万元）\t同比", "4v=181万元 4g=5.2")]
    [InlineData("指标\t累计（万美元）\t同比", "4v=181万美元 4g=5.2")]
    [InlineData("指标\t累计（千美元）\t同比", "4v=181千美元 4g=5.2")]
    [InlineData("指标\t累计（万）\t同比", "4v=181万 4g=5.2")]
    [InlineData("指标\t累计（元/吨）\t同比", "4v=181元/吨 4g=5.2")]
    [InlineData("指标\t产值（万元）\t同比", "4v=181万元 4g=5.2")]
    public void A_unit_is_found_wherever_the_table_says_it(string heads, string expected) => Assert.Equal(expected, Said(Third($"{heads}\n{Name}\t181\t5.2")));

    [Theory]
    [InlineData("指标\t单位\t累计\n专业镇主导产业产值\t万美元\t25000", "4v=25000万美元")]
    [InlineData("指标\t单位\t累计\n专业镇主导产业产值\t吨标煤\t25000\n省级重点专业镇产值\t亿元\t124.9", "4v=25000吨标煤 5v=124.9亿元")]
    [InlineData("专业镇主导产业产值\t万美元\t25000\t5.2", "4v=25000万美元 4g=5.2")]
    [InlineData("专业镇主导产业产值（万元）\t亿元\t25000\t5.2", "4v=25000亿元? 4g=5.2")]
    public void A_unit_that_does_not_convert_is_never_taken_for_the_row_s(string block, string expected) => Assert.Equal(expected, Said(Third(block)));

    [Theory]
    [InlineData("专业镇主导产业产值（累计）\t181.0\t5.2\n专业镇主导产业产值（当月）\t16.2\t4.1", "4v=181.0 4g=5.2 -v=16.2 -g=4.1")]
    [InlineData("指标\t时间\t产值（亿元）\t同比\n专业镇主导产业产值\t本月\t16.2\t4.1\n专业镇主导产业产值\t累计\t181.0\t5.2", "-v=16.2 -g=4.1 4v=181.0亿元 4g=5.2")]
    [InlineData("专业镇主导产业产值\t9月\t16.2\t4.1\n专业镇主导产业产值\t1-9月\t181.0\t5.2", "-v=16.2 -g=4.1 4v=181.0 4g=5.2")]
    [InlineData("指标\t时间\t累计\n专业镇主导产业产值\t2026年\t181.0", "4v=181.0?")]
    [InlineData("指标\t时间\t累计\n专业镇主导产业产值\t2026年三季度\t181.0", "4v=181.0?")]
    [InlineData("指标\t时间\t累计\n专业镇主导产业产值\t2025年\t172.0", "-v=172.0")]
    [InlineData("专业镇主导产业产值（上年同期）\t172.0\t4.1", "-v=172.0 -g=4.1")]
    [InlineData("专业镇主导产业产值（2025年1-9月）\t172.0\t4.1", "-v=172.0 -g=4.1")]
    [InlineData("专业镇主导产业产值（全年目标）\t255\t6", "-v=255 -g=6")]
    [InlineData("专业镇主导产业产值（增速）\t5.2\t1.1", "-v=5.2 -g=1.1")]
    [InlineData("专业镇主导产业产值（前三季度）\t181.0\t5.2", "4v=181.0 4g=5.2")]
    [InlineData("专业镇主导产业产值（现价）\t181.0\t5.2", "4v=181.0? 4g=5.2?")]
    [InlineData("专业镇主导产业产值（年主营业务收入2000万元及以上）\t181.0\t5.2", "4v=181.0? 4g=5.2?")]
    [InlineData("1-1\t专业镇主导产业产值\t181.0\t5.2", "4v=181.0 4g=5.2")]
    [InlineData("专业镇主导产业产值\t181.0\t5.2\n专业镇主导产业产值\t16.2\t4.1", "4v=181.0! 4g=5.2! 4v=16.2! 4g=4.1!")]
    [InlineData("专业镇主导产业产值\t181.0\t5.2\n专业镇主导产业产值\t\t4.1", "4v=181.0 4g=5.2! 4v= 4g=4.1!")]
    [InlineData("专业镇主导产业产值\t181.0\t5.2\n专业镇主导产业产值（现价）\t190.0\t", "4v=181.0! 4g=5.2 4v=190.0?! 4g=?")]
    public void What_is_not_the_year_to_date_of_the_row_is_told_or_asked(string block, string expected) => Assert.Equal(expected, Said(Third(block)));

    [Theory]
    [InlineData("指标\t2025\t2026", "Value 1,2")]
    [InlineData("指标\t2025年\t2026年", "Value 1,2")]
    [InlineData("指标\t2025.9\t2026.9", "Value 1,2")]
    [InlineData("指标\t202509\t202609", "Value 1,2")]
    [InlineData("\t2025\t2026", "Value 1,2")]
    [InlineData("指标\t2026\t同比", "Value 1|Growth 2")]
    [InlineData("指标\t2026年（亿元）\t同比", "Value 1|Growth 2")]
    public void Bare_years_are_heads(string heads, string expected) => Assert.Equal(expected, Asked(Third($"{heads}\n{Name}\t172.0\t181.0")));

    [Fact]
    public void Numbers_that_look_like_years_are_values_where_nothing_says_that_they_are_heads()
    {
        Assert.Equal("4v=2025 4g=5.2 5v=2026 5g=3", Said(Third($"{Name}\t2025\t5.2\n省级重点专业镇产值\t2026\t3")));
        Assert.Equal("4v=2025 5v=2026", Said(Third("2025\n2026")));
    }

    [Theory]
    [InlineData("二季度")]
    [InlineData("三季度")]
    [InlineData("第三季度")]
    [InlineData("四季度")]
    [InlineData("前二季度")]
    [InlineData("前两个月")]
    [InlineData("7-9月完成")]
    [InlineData("4-6月完成")]
    [InlineData("7—9月累计完成")]
    [InlineData("一至六月")]
    [InlineData("1-6")]
    [InlineData("本季度完成")]
    [InlineData("下半年")]
    [InlineData("25年1-9月")]
    [InlineData("2025 1-9月")]
    [InlineData("截至8月")]
    [InlineData("二季度累计")]
    [InlineData("Q3")]
    public void Another_quarter_and_a_single_one_are_asked_about(string head) =>
        Assert.Equal("Value 1|Growth 2", Asked(Third($"指标\t{head}\t同比\n{Name}\t181.0\t5.2")));

    [Theory]
    [InlineData("一至九月")]
    [InlineData("1-9")]
    [InlineData("1月至9月")]
    [InlineData("1—3季度")]
    [InlineData("一至三季度")]
    [InlineData("前3个季度")]
    [InlineData("截至9月底")]
    [InlineData("三季度末")]
    [InlineData("2026年1-9月累计")]
    [InlineData("2026.1-9月")]
    [InlineData("9月累计")]
    public void The_year_to_date_is_known_however_it_is_written(string head) =>
        Assert.Equal(("4v=181.0 4g=5.2", ""), (Said(Third($"指标\t{head}\t同比\n{Name}\t181.0\t5.2")), Asked(Third($"指标\t{head}\t同比\n{Name}\t181.0\t5.2"))));

    [Theory]
    [InlineData("2025年1-9月主要经济指标")]
    [InlineData("2026年8月主要经济指标")]
    [InlineData("2026年上半年主要经济指标")]
    public void The_title_of_another_time_is_asked_about(string title)
    {
        Assert.Equal("Value 1|Growth 2", Asked(Third($"{title}\n指标\t累计\t同比\n{Name}\t181.0\t5.2")));
        var bare = Third($"{title}\n{Name}\t181.0\t5.2");
        Assert.True(bare is { IsDoubtful: true, IsOfAnotherTime: true });
    }

    [Theory]
    [InlineData("2026年9月主要经济指标")]
    [InlineData("产业能级季度表 2026年三季度")]
    [InlineData("表3-1 主要经济指标")]
    [InlineData("规模以上（2000万元及以上）主要经济指标")]
    [InlineData("2026年1-9月（2026年10月20日）")]
    [InlineData("主要经济指标")]
    public void The_title_of_the_time_that_is_entered_is_none_to_ask_about(string title)
    {
        var layout = Third($"{title}\n指标\t累计\t同比\n{Name}\t181.0\t5.2");

        Assert.Equal("4v=181.0 4g=5.2", Said(layout));
        Assert.False(layout.IsDoubtful);
    }

    [Theory]
    [InlineData("同比增长额")]
    [InlineData("增长量")]
    [InlineData("同比增减绝对额")]
    [InlineData("增减数")]
    [InlineData("同比差")]
    [InlineData("同比差额")]
    [InlineData("增量")]
    [InlineData("增减额")]
    [InlineData("增长值")]
    [InlineData("同比降幅")]
    [InlineData("比上年增减万元")]
    public void An_increment_is_no_growth_and_is_named(string head)
    {
        var layout = Third($"指标\t累计\t{head}\n{Name}\t181.0\t8.9");

        Assert.Equal("4v=181.0", Said(layout));
        Assert.Equal([head], layout.LeftOut.Select(c => c.Head));
    }

    [Theory]
    [InlineData("比上年同期(%)")]
    [InlineData("与去年同期相比%")]
    [InlineData("较上年同期±%")]
    [InlineData("增（+）减（-）%")]
    [InlineData("增（＋）减（－）%")]
    [InlineData("涨跌(%)")]
    [InlineData("升降%")]
    [InlineData("涨跌幅")]
    public void Growth_has_many_names(string head) => Assert.Equal("4v=181.0 4g=5.2", Said(Third($"指标\t累计\t{head}\n{Name}\t181.0\t5.2")));

    [Theory]
    [InlineData("指标\t金额\t同比\n专业镇主导产业产值\t181.0\t5.2", "Value 1", "4g=5.2")]
    [InlineData("指标\t产值\t幅度\n专业镇主导产业产值\t181.0\t5.2", "Value 1,2|Growth 1,2", "")]
    [InlineData("\t专业镇主导产业产值\t省级重点专业镇产值\n忻州市\t181.0\t124.9", "Value 1,2|Growth 1,2", "")]
    [InlineData("地区\t专业镇主导产业产值\t同比\n忻州市\t181.0\t5.2", "Value 1", "4g=5.2")]
    public void A_head_that_says_nothing_is_asked_about(string block, string asked, string expected)
    {
        Assert.Equal(asked, Asked(Third(block)));
        Assert.Equal(expected, Said(Third(block)));
    }

    [Fact]
    public void The_growth_stays_where_it_is_when_the_value_is_chosen()
    {
        var block = PastedBlock.Read($"指标\t金额\t同比\n{Name}\t181.0\t5.2")!;

        var layout = PastedLayout.Of(block, CellField.Value, [4, 5], Industry, new Dictionary<CellField, int> { [CellField.Value] = 1 }, new Quarter(2026, 3));

        Assert.Equal("4v=181.0 4g=5.2", Said(layout));
        Assert.Empty(layout.Choices);
    }

    [Fact]
    public void Columns_of_numbers_that_fall_on_nothing_are_named() => Assert.Equal(
        ["上年同期", "完成率"], Third($"指标\t上年同期\t累计\t完成率\t备注\t同比\n{Name}\t172.0\t181.0\t78.5\t已核\t5.2").LeftOut.Select(c => c.Head));

    [Theory]
    [InlineData("规上工业增加值\t181.0\t5.2")]
    [InlineData("专业镇主导产业产值\n181.0\t5.2")]
    [InlineData("某某情况表\n181.0\t5.2")]
    public void One_name_beside_or_above_numbers_is_doubtful_too(string block) => Assert.True(Third(block).IsDoubtful);

    [Fact]
    public void A_row_without_a_number_above_the_others_is_no_heading() =>
        Assert.Equal("4v=约181 4g=约5 5v=124.9 5g=3.3", Said(Third($"{Name}\t约181\t约5\n省级重点专业镇产值\t124.9\t3.3")));

    [Fact]
    public void Nor_is_one_without_a_number_beside_its_unit() => Assert.Equal(
        "4v=亿元 4g= 5v=124.9亿元 5g=3.3", Said(Third($"{Name}\t亿元\t\t\n省级重点专业镇产值\t亿元\t124.9\t3.3")));

    [Theory]
    [InlineData('#')]
    [InlineData(' ')]
    [InlineData('(')]
    [InlineData('1')]
    [InlineData('万')]
    [InlineData('一')]
    [InlineData('-')]
    public void A_name_of_a_hundred_thousand_characters_is_no_name(char character)
    {
        var endless = "x" + new string(character, 100_000) + "y";

        Assert.Equal("", Asked(Third($"{endless}\t1\t2\n{Name}\t3\t4")));
        Assert.Equal("4v=3 4g=4", Said(Third($"指标\t累计\t同比\n{Name}\t3\t4\n{endless[1..]}\t{endless}\t{endless[..^1]}")));
        Assert.NotNull(Third($"{endless}\t{endless[..^1]}\n{endless[1..]}\t1\n{Name}\t3"));
    }

    private static PastedLayout Third(string block) =>
        PastedLayout.Of(PastedBlock.Read(block)!, CellField.Value, [4, 5], Industry, quarter: new Quarter(2026, 3));

    private static string Asked(PastedLayout layout) =>
        string.Join('|', layout.Choices.Select(c => $"{c.Field} {string.Join(',', c.Columns.Select(x => x.Index))}"));

    private static string Said(PastedLayout layout) => string.Join(' ', layout.Cells.Select(c =>
        $"{c.Row?.ToString(CultureInfo.InvariantCulture) ?? "-"}{(c.Column == 0 ? "v" : "g")}={c.Text.Trim()}{c.Uom}{(c.Unclear is null ? "" : "?")}{(c.IsRepeated ? "!" : "")}"));
}
