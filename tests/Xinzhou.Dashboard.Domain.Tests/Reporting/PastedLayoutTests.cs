using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Cases;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

/// <summary>Where copied blocks fall: as tables are really copied, with headings, names, units and too many columns.</summary>
public sealed class PastedLayoutTests
{
    private static readonly PastedRow[] Form =
    [
        new(1, ["第三产业投资"], ["忻州市"], 2), new(2, ["重点产业链项目累计完成投资"], ["忻州市"], 2), new(3, ["火电装机"], ["忻州市"], 1),
        new(4, ["城镇居民人均可支配收入", "城镇收入"], ["忻府区"], 2), new(5, ["城镇居民人均可支配收入", "城镇收入"], ["定襄县"], 2),
        new(6, ["农村居民人均可支配收入"], ["忻府区"], 2), new(7, ["农村居民人均可支配收入"], ["定襄县"], 2),
    ];

    [Theory]
    // As a spreadsheet does it: from the cursor on.
    [InlineData("1\t2\n3\t4", "1v=1 1g=2 2v=3 2g=4")]
    [InlineData("1\t2\t9", "1v=1 1g=2 1+=9")]
    [InlineData("约120\t5.1\n约130\t4.2", "1v=约120 1g=5.1 2v=约130 2g=4.2")]
    [InlineData("/\t5.1\n-\t4.2", "1v=/ 1g=5.1 2v=- 2g=4.2")]
    [InlineData("缺\t5.1\n缺\t4.2", "1v=缺 1g=5.1 2v=缺 2g=4.2")]
    [InlineData("第三产业投资", "1v=第三产业投资")]
    // Headings, with the title above and the units below, are no rows.
    [InlineData("本期累计\t同比\n1\t2", "1v=1 1g=2")]
    [InlineData("产业能级季度表\t\n本期累计\t同比（%）\n亿元\t%\n1\t2", "1v=1 1g=2")]
    [InlineData("本期累计\t同比\n（百万元）\t‰\n1\t2", "1v=1 1g=2")]
    [InlineData("同比\t1—9月累计\n2\t1\n4\t3", "1g=2 1v=1 2g=4 2v=3")]
    [InlineData("上年同期\t本期\t比上年增长\n9\t1\t2", "1v=1 1g=2")]
    // Names say which row, wherever the cursor stands.
    [InlineData("指标\t本期累计\t同比\n第三产业投资\t1\t2\n　其中：火电装机（万千瓦）\t3\t\n合计\t7\t8", "1v=1 1g=2 3v=3 3g= 合计v=7 合计g=8")]
    [InlineData("1\t重点产业链项目累计完成投资\t亿元\t70.1\t5.9\n2\t第三产业投资\t亿元\t260\t7.1", "2v=70.1 2g=5.9 1v=260 1g=7.1")]
    [InlineData("指标\t单位\t上年同期\t2026年前三季度\t增速\t备注\n第三产业投资\t亿元\t239.5\t260.5\t7.1\t已核", "1v=260.5 1g=7.1")]
    [InlineData("城镇收入\t忻府区\t1\t2\n农村居民人均可支配收入\t定襄县\t3\t4", "4v=1 4g=2 7v=3 7g=4")]
    [InlineData("忻府区城镇居民人均可支配收入\t1\n定襄县 农村居民人均可支配收入\t3", "4v=1 7v=3")]
    // Where a county alone is said, the next row of that county from the cursor on is meant.
    [InlineData("忻府区\t1\t2\n定襄县\t3\t4", "4v=1 4g=2 5v=3 5g=4")]
    [InlineData("忻府区\t1\t2\n定襄县\t3\t4", "6v=1 6g=2 7v=3 7g=4", 6)]
    public void A_block_falls_where_it_says(string block, string expected, int from = 1) =>
        Assert.Equal(expected, string.Join(' ', Lay(block, from).Cells.Select(c => $"{(c.Label ?? c.Row?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")}{(c.Column switch { 0 => "v", 1 => "g", _ => "+" })}={c.Text.Trim()}")));

    [Theory]
    [InlineData("甲类投资\t1\t2\n乙类投资\t3\t4", "1v=1", true)]
    [InlineData("第三产业投资\t239.5\t260.5\t7.1", "1v=239.5", true)]
    [InlineData("第三产业投资\t260.5\t7.1", "1v=260.5", false)]
    [InlineData("1\t2\t9", "1v=1", false)]
    public void What_may_have_slipped_is_said_to_be_doubtful(string block, string first, bool isDoubtful)
    {
        var layout = Lay(block, 1);

        Assert.Equal(isDoubtful, layout.IsDoubtful);
        Assert.Equal(first, $"{layout.Cells[0].Row}v={layout.Cells[0].Text}");
    }

    private static readonly PastedRow[] Industry =
        [new(4, ["专业镇主导产业产值"], ["忻州市"], 2), new(5, ["省级重点专业镇产值"], ["忻州市"], 2)];

    [Theory]
    [InlineData("02-county-bulletin.tsv", "4v=181.0 4g=5.2 5v=124.9 5g=3.3")]
    [InlineData("02b-nbs-two-row-header.tsv", "4v=181.0亿元 4g=5.2 5v=124.9亿元 5g=3.3")]
    [InlineData("02c-city-monthly.tsv", "4v=181.0 4g=5.2 5v=124.9 5g=3.3")]
    [InlineData("02d-increment.tsv", "4v=181.0 4g=5.2 5v=124.9 5g=3.3")]
    [InlineData("02e-two-year-average.tsv", "4v=181.0 4g=5.2")]
    [InlineData("02f-change-of-growth.tsv", "4v=181.0 4g=5.2")]
    [InlineData("02g-unit-in-heading.tsv", "4v=1810000万元 4g=5.2")]
    [InlineData("02h-unit-column.tsv", "4v=1810000万元 4g=5.2 5v=124.9亿元 5g=3.3")]
    [InlineData("03-numbered-names.tsv", "4v=181.0 4g=5.2 5v=124.9 5g=3.3")]
    [InlineData("03b-numbered-other-order.tsv", "5v=124.9 5g=3.3 4v=181.0 4g=5.2")]
    public void A_bulletin_falls_where_it_says(string name, string expected) => Assert.Equal(expected, Said(CaseFile.Text(name)));

    [Theory]
    [InlineData("指标\t本月\t同比%\t累计\t同比%\t名义增速\n专业镇主导产业产值*\t1\t2\t3\t4\t9", "4v=3 4g=4")]
    [InlineData("指标\t累计增长(%)\t当月增长(%)\t累计\n①专业镇主导产业产值\t4\t2\t3", "4g=4 4v=3")]
    [InlineData("指标\t9月\t\t1—9月\t\n\t绝对额\t增速\t绝对额\t增速\n（1）专业镇主导产业产值①\t1\t2\t3\t4", "4v=3 4g=4")]
    [InlineData("指标\t累计\t比上月增长\t同比增减额\t比上年同期增长\n(2) 专业镇主导产业产值[1]\t3\t9\t9\t4", "4v=3 4g=4")]
    [InlineData("指标\t累计\t比年初增长\t拉动百分点\t增幅\n一、专业镇主导产业产值\t3\t9\t9\t4", "4v=3 4g=4")]
    [InlineData("专业镇主导产业产值\t万元\t1810000\t5.2\n省级重点专业镇产值\t亿元\t124.9\t3.3", "4v=1810000万元 4g=5.2 5v=124.9亿元 5g=3.3")]
    [InlineData("指标\t前三季度\t当季\t同比\n专业镇主导产业产值\t3\t1\t9", "4v=3")]
    public void Neighbours_of_bulletins_fall_where_they_say(string block, string expected) => Assert.Equal(expected, Said(block));

    [Theory]
    [InlineData("指标\t投资额\t完成率\t同比增长(%)\n专业镇主导产业产值\t3\t78.5\t4", "4g=4")]
    [InlineData("指标\t1—9月完成\t完成率\t同比增长(%)\n专业镇主导产业产值\t3\t78.5\t4", "4v=3 4g=4")]
    [InlineData("指标\t累计\t增速排序\n专业镇主导产业产值\t3\t9", "4v=3")]
    [InlineData("指标\t累计\t同比增长（倍）\n专业镇主导产业产值\t3\t2.1", "4v=3")]
    [InlineData("指标\t累计\t同比增加\t同比增长\n专业镇主导产业产值\t3\t9\t4", "4v=3 4g=4")]
    [InlineData("指标\t累计\t同比指数\t增速比全省高\n专业镇主导产业产值\t3\t105.2\t1.9", "4v=3")]
    [InlineData("指标\t同期累计\t累计\t比同期增长\n专业镇主导产业产值\t2\t3\t4", "4v=3 4g=4")]
    [InlineData("指标\t累计\t全年预计\t同比\n专业镇主导产业产值\t3\t9\t4", "4v=3 4g=4")]
    [InlineData("指标\t累计\t同比\n专业镇主导产业产值（亿元）\t3\t4\n省级重点专业镇产值（不含原平）\t5\t6", "4v=3亿元 4g=4")]
    public void What_only_resembles_a_value_or_its_growth_is_not_placed(string block, string expected) => Assert.Equal(expected, Said(block));

    [Theory]
    [InlineData("指标\t全年预计\t同比增长\n专业镇主导产业产值\t255\t6", "Value 1,2")]
    [InlineData("指标\t预计1—9月累计\n专业镇主导产业产值\t255", "Value 1")]
    [InlineData("全年目标\n255", "Value 0")]
    [InlineData("指标\t上半年\t增速\n专业镇主导产业产值\t3\t4", "Value 1|Growth 2")]
    [InlineData("指标\t1-8月\t同比\n专业镇主导产业产值\t3\t4", "Value 1|Growth 2")]
    [InlineData("指标\t2025年1-9月\t同比\n专业镇主导产业产值\t3\t4", "Value 1|Growth 2")]
    [InlineData("指标\t累计\t1-8月同比\n专业镇主导产业产值\t3\t4", "Growth 2")]
    [InlineData("指标\t8月末\n专业镇主导产业产值\t3", "Value 1")]
    [InlineData("一季度\n3", "Value 0")]
    public void A_forecast_and_another_time_are_asked_about(string block, string expected)
    {
        var layout = Third(block);

        Assert.True(layout.IsDoubtful);
        Assert.Equal(expected, string.Join('|', layout.Choices.Select(c => $"{c.Field} {string.Join(',', c.Columns.Select(x => x.Index))}")));
        Assert.DoesNotContain(layout.Cells, c => layout.Choices.Any(f => (int)f.Field == c.Column));
    }

    [Theory]
    [InlineData("指标\t2026年1—9月\t比2025年同期增长%\n专业镇主导产业产值\t3\t4")]
    [InlineData("指标\t前三季度\t增速\n专业镇主导产业产值\t3\t4")]
    [InlineData("指标\t9月末\t同比\n专业镇主导产业产值\t3\t4")]
    [InlineData("指标\t本年累计\t增速\n专业镇主导产业产值\t3\t4")]
    public void The_time_that_is_entered_is_not_asked_about(string block)
    {
        var layout = Third(block);

        Assert.False(layout.IsDoubtful);
        Assert.Equal([(0, "3"), (1, "4")], layout.Cells.Select(c => (c.Column, c.Text)));
    }

    [Fact]
    public void A_name_that_no_row_bears_below_a_head_of_names_is_doubtful() =>
        Assert.True(Third("指标\t累计\t同比\n专业镇主导产业产值增加值\t3\t4").IsDoubtful);

    [Theory]
    [InlineData("指标\t2025年前三季度\t2026年前三季度\t同比\n专业镇主导产业产值\t1\t3\t4", "Value 1,2")]
    [InlineData("指标\t累计\t同比\t增速\n专业镇主导产业产值\t3\t4\t5", "Growth 2,3")]
    [InlineData("指标\t本月\t同比\n专业镇主导产业产值\t1\t2", "Value 1|Growth 2")]
    public void Where_it_is_not_clear_it_is_asked_which_column(string block, string expected)
    {
        var layout = PastedLayout.Of(PastedBlock.Read(block)!, CellField.Value, [4, 5], Industry);

        Assert.True(layout.IsDoubtful);
        Assert.Equal(expected, string.Join('|', layout.Choices.Select(c => $"{c.Field} {string.Join(',', c.Columns.Select(x => x.Index))}")));
        Assert.DoesNotContain(layout.Cells, c => layout.Choices.Any(f => (int)f.Field == c.Column));
        var chosen = PastedLayout.Of(PastedBlock.Read(block)!, CellField.Value, [4, 5], Industry, new Dictionary<CellField, int> { [CellField.Value] = 1, [CellField.Growth] = 2 });
        Assert.Empty(chosen.Choices);
        Assert.Equal([(4, 0), (4, 1)], chosen.Cells.Select(c => (c.Row!.Value, c.Column)));
    }

    private static string Said(string block) => string.Join(' ', PastedLayout.Of(PastedBlock.Read(block)!, CellField.Value, [4, 5], Industry).Cells
        .Where(c => c.Row is not null).Select(c => $"{c.Row}{(c.Column == 0 ? "v" : "g")}={c.Text.Trim()}{c.Uom}"));

    private static PastedLayout Third(string block) =>
        PastedLayout.Of(PastedBlock.Read(block)!, CellField.Value, [4, 5], Industry, quarter: new Quarter(2026, 3));

    private static PastedLayout Lay(string block, int from) =>
        PastedLayout.Of(PastedBlock.Read(block)!, CellField.Value, [.. Form.Select(r => r.Number).Where(n => n >= from)], Form);
}
