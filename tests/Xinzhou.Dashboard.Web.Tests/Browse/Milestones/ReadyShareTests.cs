using Bunit;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Tests.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Milestones;

public sealed class ReadyShareTests : ShellContext
{
    [Theory]
    [InlineData(199, 1, "99%")]
    [InlineData(200, 0, "100%")]
    [InlineData(1, 299, "1%")]
    [InlineData(0, 3, "0%")]
    [InlineData(2, 1, "67%")]
    public void Only_all_is_a_hundred_percent_and_only_none_is_nought(int green, int red, string said) =>
        Assert.Equal(said, Render<ReadyShare>(p => p.Add(s => s.Counts, new LightCounts(green, 0, red, 0, 0))).Find("b").TextContent);
}
