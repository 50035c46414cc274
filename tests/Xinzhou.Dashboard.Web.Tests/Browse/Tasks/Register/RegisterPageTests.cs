using Bunit;
using Xinzhou.Dashboard.Web.Browse.Tasks.Register;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Tasks.Register;

public sealed class RegisterPageTests : PageContext
{
    [Fact]
    public void The_register_of_all_counts_by_lead_unit()
    {
        ShowWork();
        GoTo("/tasks/register?asOf=2026-11-23");

        var units = Render<RegisterPage>().FindAll(".panel .table:not(.register) tbody tr");

        Assert.Equal(["甲单位", "乙单位"], units.Select(u => u.QuerySelector("th")!.TextContent));
        Assert.Equal("/tasks/register?department=d1&asOf=2026-11-23", units[0].QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("d1", new[] { "牵头", "牵头" })]
    [InlineData("d2", new[] { "责任", "牵头" })]
    [InlineData("d3", new[] { "配合", "配合" })]
    public void A_department_sees_what_it_is_to_each_work_item(string department, string[] roles)
    {
        ShowWork();
        GoTo($"/tasks/register?department={department}&asOf=2026-11-23");

        var page = Render<RegisterPage>();

        Assert.Equal(roles, page.FindAll(".register td[data-label=承担]").Select(c => c.TextContent));
        Assert.Equal($"/downloads/register.xlsx?department={department}&asOf=2026-11-23", page.Find(".downloads a").GetAttribute("href"));
    }

    [Fact]
    public void A_department_that_does_not_exist_is_named()
    {
        ShowWork();
        GoTo("/tasks/register?department=d9");

        Assert.Contains("d9", Render<RegisterPage>().Find(".fault").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Languages.Chinese)]
    [InlineData(Languages.English)]
    public void On_a_fresh_installation_every_task_stands_without_a_unit(string language)
    {
        ShowPlan();
        Speak(language);

        var page = Render<RegisterPage>();

        Assert.Equal(4, page.FindAll(".register tbody").Count);
        Assert.Equal(4, page.FindAll(".register .light.grey").Count);
    }
}
