using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class VintageTextTests
{
    [Theory]
    [InlineData("快报", Stage.Flash)]
    [InlineData("快报(最终核实前)", Stage.Flash)]
    [InlineData("最终核实", Stage.Final)]
    [InlineData("普查修订", Stage.CensusRevised)]
    [InlineData("修订(普查)", Stage.CensusRevised)]
    [InlineData("修订后(2026-01发布会口径)", Stage.Revised)]
    [InlineData("已修订", Stage.Unstated)]
    [InlineData("2024-03时点", Stage.Retrieved)]
    [InlineData("修订 2024-03时点", Stage.Revised)]
    [InlineData("首次发布", Stage.Preliminary)]
    [InlineData("当期发布", Stage.Preliminary)]
    [InlineData("1-12月完成情况(当期发布)", Stage.Preliminary)]
    [InlineData("初步核算", Stage.Preliminary)]
    [InlineData("初步核算(转引)", Stage.Preliminary)]
    [InlineData("初步核算(自媒体转引)", Stage.Preliminary)]
    [InlineData("初步汇总", Stage.Preliminary)]
    [InlineData("初步计算(转引)", Stage.Preliminary)]
    [InlineData("统一核算", Stage.Unstated)]
    [InlineData("自媒体转引", Stage.Unstated)]
    [InlineData("预计", Stage.Unstated)]
    [InlineData("", Stage.Unstated)]
    public void The_stage_is_the_first_rule_that_fits(string text, Stage stage)
    {
        var vintage = VintageText.Read(text);
        Assert.Equal((text, stage), (vintage.Label, vintage.Stage));
    }

    [Theory]
    [InlineData("统一核算", true, false)]
    [InlineData("初步核算(统一核算)", true, false)]
    [InlineData("初步核算(自媒体转引)", false, true)]
    [InlineData("初步核算", false, false)]
    public void Unified_accounting_and_self_media_are_read_wherever_they_are_said(string text, bool unified, bool selfMedia)
    {
        var vintage = VintageText.Read(text);
        Assert.Equal((unified, selfMedia), (vintage.UnifiedAccounting, vintage.SelfMedia));
    }

    [Theory]
    [InlineData("修订后(2026-01发布会口径)", "2026-01-31")]
    [InlineData("2024-02时点", "2024-02-29")]
    [InlineData("快报 2024-02-15", "2024-02-15")]
    [InlineData("2024-13 2024-03", "2024-03-31")]
    [InlineData("1-12月完成情况(当期发布)", null)]
    [InlineData("2021-2025", null)]
    [InlineData("2021-02-30", null)]
    [InlineData("初步核算", null)]
    public void A_date_in_the_text_is_found_a_month_being_its_last_day(string text, string? day) =>
        Assert.Equal(day, VintageText.Read(text).Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
