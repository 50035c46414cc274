using Xinzhou.Dashboard.Web.Tests.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Wording;

public sealed class UomNamesTests : ShellContext
{
    [Theory]
    [InlineData("家", "count")]
    [InlineData("户", "count")]
    [InlineData("指数", "")]
    [InlineData("亿元", "billion yuan")]
    public void What_is_counted_says_so_in_a_column_of_units_in_English(string uom, string english)
    {
        Assert.Equal(uom, Names.UomApart(uom));

        Speak(Languages.English);

        Assert.Equal(english, Names.UomApart(uom));
    }
}
