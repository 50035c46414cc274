using CsCheck;
using Xinzhou.Dashboard.Web.Browse.Counties;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Counties;

public sealed class ValueClassesTests
{
    private static readonly decimal[] GdpOf2025 =
    [
        266.2115m, 188.4806m, 153.4323m, 126.2429m, 119.4557m, 75.0832m, 71.2159m, 64.4364m, 49.2278m, 48.3694m, 44.1380m,
        43.5426m, 36.5374m, 34.0268m, 9.9885m,
    ];

    [Fact]
    public void The_counties_fall_into_five_classes_with_round_limits() =>
        Assert.Equal([40, 50, 100, 150], ValueClasses.Of(GdpOf2025).Limits);

    [Theory]
    [InlineData(39.99, 1)]
    [InlineData(40, 2)]
    [InlineData(149.99, 4)]
    [InlineData(150, 5)]
    public void A_value_at_a_limit_belongs_to_the_class_above(decimal value, int shade) =>
        Assert.Equal(shade, ValueClasses.Of(GdpOf2025).ShadeOf(value));

    [Fact]
    public void Growth_and_decline_are_parted_at_zero() =>
        Assert.Contains(0m, ValueClasses.Of([-4.2m, -1.8m, -0.3m, 0.4m, 3.6m, 7.2m]).Limits);

    [Theory]
    [InlineData(new double[0], 1)]
    [InlineData(new[] { 5.0 }, 1)]
    [InlineData(new[] { 5.0, 5.0, 5.0 }, 1)]
    [InlineData(new[] { 7.2, 8.0 }, 2)]
    [InlineData(new[] { 1.0, 1.0, 1.0, 9.0 }, 2)]
    public void There_are_no_more_classes_than_different_values(double[] values, int count) =>
        Assert.Equal(count, ValueClasses.Of(values.Select(v => (decimal)v)).Count);

    [Fact]
    public void Limits_ascend_and_shades_never_fall_with_the_value() =>
        Gen.Int[-99_999, 99_999].Select(n => n / 100m).Array[0, 40].Sample(values =>
        {
            var classes = ValueClasses.Of(values);
            var shades = values.Order().Select(classes.ShadeOf).ToArray();
            return classes.Limits.Count <= 4
                && classes.Limits.Zip(classes.Limits.Skip(1)).All(l => l.First < l.Second)
                && shades.SequenceEqual(shades.Order())
                && shades.All(s => s is >= 1 and <= 5)
                && shades.Distinct().Count() == (values.Length == 0 ? 0 : classes.Count);
        });
}
