using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Browse.Steps;
using Xinzhou.Dashboard.Web.Tests.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Steps;

public sealed class StepFindingTests : ShellContext
{
    [Theory]
    [InlineData("2022-12-31", "尚未起步：4项任务的目标都未录入")]
    [InlineData("2023-09-30", "正走第一级台阶：4项任务的目标都未录入")]
    [InlineData("2023-12-31", "第一级台阶今天到期：4项任务的目标都未录入")]
    [InlineData("2024-01-01", "正走第二级台阶：第一级未交账，4项任务的目标都未录入")]
    [InlineData("2026-11-23", "正走第三级台阶：前两级未交账，4项任务的目标都未录入")]
    [InlineData("2036-01-01", "五级台阶均已到期：都未交账，4项任务的目标都未录入")]
    public void The_heading_follows_from_the_day_and_the_counts(string today, string finding) =>
        Assert.Equal(finding, Finding(SamplePlan.Plan, today));

    [Fact]
    public void It_is_said_in_English_too()
    {
        Speak(Languages.English);

        Assert.Equal("On the third step: the first two have no signed review; none of the 4 tasks has a target on record", Finding(SamplePlan.Plan, "2026-11-23"));
    }

    [Theory]
    [InlineData(0, "正走第三级台阶：前两级未交账，39项任务的目标都未录入")]
    [InlineData(1, "正走第三级台阶：前两级未交账，39项任务中38项的目标未录入")]
    [InlineData(39, "正走第三级台阶：前两级未交账，39项任务的目标都已录入")]
    public void Targets_are_counted(int entered, string finding)
    {
        var counts = new PlanCounts
        {
            Tasks = 39,
            WithTarget = entered,
            FromArticle = 25,
            Placeholders = 14,
            Provisional = 39,
            WithOfficialTitle = 0,
            WithWorkItems = 0,
            MilestonesDue = 2,
        };

        Assert.Equal(finding, StepFinding.Of(Stairs.Of(SamplePlan.Plan, new(2026, 11, 23)), counts, Words));
    }

    [Fact]
    public void Once_tasks_wear_lights_these_come_first_the_worst_before_the_others()
    {
        var (stairs, counts) = (Stairs.Of(SamplePlan.Plan, new(2026, 11, 23)), PlanCounts.Of([.. SamplePlan.Plan.Tasks], SamplePlan.Plan.Milestones, SamplePlan.Lights));

        Assert.Equal("39项任务中红灯5项、黄灯4项、蓝灯1项、绿灯12项、灰灯17项；正走第三级台阶：前两级未交账", StepFinding.Of(stairs, counts, new(12, 4, 5, 1, 17), Words));
        Assert.Equal("5项任务中没有红灯、绿灯3项、灰灯2项；正走第三级台阶：前两级未交账", StepFinding.Of(stairs, counts, new(3, 0, 0, 0, 2), Words));
        Assert.Equal("正走第三级台阶：前两级未交账，4项任务的目标都未录入", StepFinding.Of(stairs, counts, new(0, 0, 0, 0, 4), Words));
        Speak(Languages.English);
        Assert.Equal("Of 39 tasks 5 are red, 4 amber, 1 blue, 12 green, 17 grey. On the third step: the first two have no signed review", StepFinding.Of(stairs, counts, new(12, 4, 5, 1, 17), Words));
    }

    [Fact]
    public void Without_a_plan_nothing_is_claimed() => Assert.Equal("尚无里程碑", Finding(CityPlan.Empty, "2026-11-23"));

    private IStringLocalizer<StepWords> Words => Services.GetRequiredService<IStringLocalizer<StepWords>>();

    private string Finding(CityPlan plan, string day)
    {
        var today = DateOnly.ParseExact(day, "yyyy-MM-dd");
        return StepFinding.Of(Stairs.Of(plan, today), PlanCounts.Of([.. plan.Tasks], plan.Milestones, SamplePlan.LightsOf(plan, today)), Words);
    }
}
