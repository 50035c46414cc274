using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Tests.Plan;

public sealed class CityPlanTests
{
    private static readonly Department Held = new("新设局", "新设局", 1) { GivenCode = "xsj" };

    [Theory]
    [InlineData("xsj")]
    [InlineData("新设局")]
    public void A_department_is_found_by_the_code_that_is_shown_and_by_its_name(string text) =>
        Assert.Equal(Held, new CityPlan { Departments = [new("fgw", "市发展改革委", 1), Held] }.Department(text));

    [Fact]
    public void One_that_is_not_there_is_not_found() => Assert.Null(new CityPlan { Departments = [Held] }.Department("xs"));
}
