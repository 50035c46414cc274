using Xinzhou.Dashboard.Web.Browse.Steps;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Steps;

public sealed class GoalLinesTests
{
    [Theory]
    [InlineData("在重点领域关键环节取得突破", 9, "在重点领域关键环节|取得突破")]
    [InlineData("为基本实现转型打下决定性基础", 10, "为基本实现转型|打下决定性基础")]
    [InlineData("形成一批重大标志性成果", 10, "形成一批重大|标志性成果")]
    [InlineData("基本实现转型", 10, "基本实现转型")]
    [InlineData("在重点领域关键环节取得突破", 5, "在重点领域|关键环节|取得突破")]
    public void A_goal_breaks_where_a_clause_begins_else_evenly(string goal, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', GoalLines.Break(goal, width)));

    [Fact]
    public void Nothing_is_lost_and_no_line_is_too_long()
    {
        var goal = "与全国全省同步基本实现社会主义现代化";
        for (var width = 1; width <= goal.Length; width++)
        {
            var lines = GoalLines.Break(goal, width);

            Assert.Equal(goal, string.Concat(lines));
            Assert.All(lines, l => Assert.InRange(l.Length, 1, width));
        }
    }
}
