using CsCheck;
using Xinzhou.Dashboard.Web.Charts;

namespace Xinzhou.Dashboard.Web.Tests.Charts;

public sealed class ValueScaleTests
{
    [Theory]
    [InlineData(989.1, 1344.4, "0 500 1000 1500")]
    [InlineData(-4.2, 12.2, "-5 0 5 10")]
    [InlineData(0, 0, "0 0.5 1")]
    [InlineData(1000, 1000, "0 500 1000")]
    [InlineData(-10.6, -1, "-10 -5 0")]
    public void The_ticks_are_round_and_few(decimal low, decimal high, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', ValueScale.Of([low, high]).Ticks.Select(ChartFrame.Tick)).Replace('−', '-'));

    [Fact]
    public void Every_value_lies_within_the_scale_and_there_are_at_most_four_ticks_zero_among_them() =>
        Gen.Decimal[-1_000_000m, 1_000_000m].Select(v => Math.Round(v, 2)).List[1, 12].Sample(values =>
        {
            var scale = ValueScale.Of(values);

            return values.All(v => scale.Share(v) is >= 0 and <= 1)
                && scale.Ticks.Count is >= 1 and <= 4
                && scale.Ticks.Contains(0)
                && scale.Ticks.All(t => t >= scale.Low && t <= scale.High);
        });

    [Fact]
    public void A_scale_that_need_not_hold_zero_keeps_the_values_off_its_ends()
    {
        var scale = ValueScale.Of([268.5m, 269.1m], fromZero: false);

        Assert.True(scale.Low > 260);
        Assert.InRange(scale.Share(268.5m), 0.01m, 0.5m);
    }
}
