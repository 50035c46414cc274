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
        Assert.Equal(uom, UnitScale.Of(0, uom).Apart);

        Speak(Languages.English);

        Assert.Equal(english, UnitScale.Of(0, uom).Apart);
    }

    [Fact]
    public void Values_that_stand_together_have_the_unit_of_the_largest_and_keep_their_digits()
    {
        decimal[] values = [223.45m, 0.3662m, -12.0m];
        Assert.Equal("亿元 223.45 0.3662 −12.0", Told());

        Speak(Languages.English);

        Assert.Equal("billion yuan 22.345 0.03662 −1.20", Told());
        Assert.Equal("36.62 million yuan", Names.Amount(0.3662m, "亿元"));
        Assert.Equal("−1.20 billion yuan", Names.Amount(-12.0m, "亿元"));

        string Told()
        {
            var unit = UnitScale.Of(values, "亿元");
            return string.Join(' ', values.Select(unit.Number).Prepend(unit.Name));
        }
    }
}
